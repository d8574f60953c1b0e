import { type Theme, type ThemeChanges, themesWith } from '@tirazh/charts'
import type { RenderContext, Renderer, Report } from '@tirazh/spec'
import { Packer } from 'docx'
import { drawBlock } from './blocks.js'
import { drawCertificate } from './certificate.js'
import { documentOf } from './document.js'
import { drawHead } from './head.js'
import { normalised } from './package.js'
import type { Drawn } from './paragraphs.js'
import { drawProvenance } from './provenance.js'
import { type Writer, writer } from './writer.js'

export interface DocxOptions {
  /** The font of all text, which the reader must have; that of the theme, or Arial. */
  readonly font?: string
  /** The light colours, the coat of arms and the name of the typeface are used; no font is embedded. */
  readonly theme?: ThemeChanges
  /** In millimetres; 30, as for documents that are kept long, unless told. */
  readonly leftMargin?: 20 | 30
}

/** How the documents of one renderer look. */
export interface Look {
  readonly font: string
  readonly colours: Theme
  readonly arms: ThemeChanges['coatOfArms']
  readonly leftMargin: number
}

/**
 * Renders a report to a Word document with real styles, tables and native charts.
 * @throws TypeError for a font without a name, a margin that is not 20 or 30, or a theme that cannot be used
 */
export function docx(options: DocxOptions = {}): Renderer<Uint8Array> {
  const look = lookOf(options)
  return {
    format: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    render: (report, context) => render(report, context, look),
  }
}

function lookOf({ font, theme = {}, leftMargin = 30 }: DocxOptions): Look {
  if (font?.trim() === '') throw new TypeError('The font has no name; leave it out or name one like Arial.')
  if (leftMargin !== 20 && leftMargin !== 30) {
    throw new TypeError(`The left margin is 20 or 30 millimetres, not ${leftMargin}.`)
  }
  return {
    font: font ?? theme.font?.family ?? 'Arial',
    colours: themesWith(theme).light,
    arms: theme.coatOfArms,
    leftMargin,
  }
}

async function render(report: Report, context: RenderContext, look: Look): Promise<Uint8Array> {
  const writing = writer(report, context, look)
  const body =
    report.layout === 'certificate' ? drawCertificate(report, writing) : await drawReport(report, writing)
  context.signal?.throwIfAborted()
  const packed = await Packer.pack(documentOf(report, body, writing), 'uint8array')
  context.signal?.throwIfAborted()
  const file = normalised(packed, report.issuedOn)
  context.progress?.(report.blocks.length + 1, report.blocks.length + 1)
  return file
}

async function drawReport(report: Report, writing: Writer): Promise<readonly Drawn[]> {
  const { context } = writing
  const drawn: Drawn[] = [...drawHead(report, writing)]
  for (const [index, block] of report.blocks.entries()) {
    await breath(context)
    drawn.push(...drawBlock(block, ['blocks', index], writing))
    context.progress?.(index + 1, report.blocks.length + 1)
  }
  return [...drawn, ...drawProvenance(report.provenance, writing)]
}

/** Lets others run, and stops where the work is no longer wanted. */
async function breath({ signal }: RenderContext): Promise<void> {
  if (signal === undefined) return
  await new Promise((resolve) => setTimeout(resolve, 0))
  signal.throwIfAborted()
}
