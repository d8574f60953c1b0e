import { type IParagraphOptions, Paragraph, type ParagraphChild, type Table, TextRun } from 'docx'
import { cleanText } from './clean.js'
import type { ParagraphStyle, RunStyle } from './styles.js'

/** What stands in the flow of a document or a cell. */
export type Drawn = Paragraph | Table

/** The text in runs, each of its lines below the other. */
export function runs(
  text: string,
  style?: RunStyle,
  more: { readonly font?: string } = {},
): readonly TextRun[] {
  return cleanText(text)
    .split('\n')
    .flatMap((line, index) =>
      line === '' && index === 0
        ? []
        : [new TextRun({ text: line, ...(style && { style }), ...(index > 0 && { break: 1 }), ...more })],
    )
}

/** A paragraph of a text or of runs. */
export function paragraph(
  style: ParagraphStyle,
  content: string | readonly ParagraphChild[],
  more: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({ style, children: typeof content === 'string' ? runs(content) : content, ...more })
}

/** Keeps two tables apart, which Word would read as one, and gives the first some air. */
export function gap(): Paragraph {
  return paragraph('Gap', [])
}
