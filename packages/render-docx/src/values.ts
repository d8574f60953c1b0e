import {
  type Basis,
  type Block,
  basesOf,
  type Inline,
  linkOf,
  type Path,
  type Truth,
  type Value,
  valuesOf,
} from '@tirazh/spec'
import { ExternalHyperlink, type Paragraph, type ParagraphChild } from 'docx'
import { cleanText } from './clean.js'
import { paragraph, runs } from './paragraphs.js'
import type { RunStyle } from './styles.js'
import type { Writer } from './writer.js'

/** A check, a question mark and a cross, with the font of Windows that has them; elsewhere another stands in. */
export const marks: Readonly<Record<Truth, string>> = { met: '✓', unknown: '?', unmet: '✕' }
export const markFont = 'Segoe UI Symbol'

const truthStyles: Readonly<Record<Truth, RunStyle>> = {
  met: 'Met',
  unknown: 'Unsure',
  unmet: 'Unmet',
}

/** The value in runs; what it says comes from the formats of the locale. */
export function valueRuns(
  value: Value,
  at: Path,
  writing: Writer,
  style?: RunStyle,
): readonly ParagraphChild[] {
  const text = writing.f.value(value)
  if (typeof value === 'string') return runs(text, style)
  switch (value.as) {
    case 'status': {
      const told = linked({ text, style: truthStyles[value.status], to: value.basis, at }, writing)
      return [...markRuns(value.status), ...told]
    }
    case 'reference':
      return linked({ text, to: value, at, ...(style && { style }) }, writing)
    case 'unknown':
      return runs(text, 'Unknown')
    case 'number':
    case 'interval':
    case 'money':
    case 'share':
    case 'date':
      return runs(text, style)
  }
}

/** Running text; with `strong` its figures are set off. */
export function inlineRuns(
  content: Inline,
  at: Path,
  writing: Writer,
  strong = false,
): readonly ParagraphChild[] {
  return content.flatMap((value, index) => {
    const figure = strong && typeof value !== 'string' && value.as !== 'reference'
    return toldRuns(value, [...at, index], writing, figure ? 'Figure' : undefined)
  })
}

/** The value, and after a decision why it is so. */
export function toldRuns(
  value: Value,
  at: Path,
  writing: Writer,
  style?: RunStyle,
): readonly ParagraphChild[] {
  const why = whyOf(value)
  const own = valueRuns(value, at, writing, style)
  return why === undefined ? own : [...own, ...runs(` (${why})`, 'Muted')]
}

/** The reason of a decision in a sentence. */
export function whyOf(value: Value): string | undefined {
  return typeof value !== 'string' && value.as === 'status' ? value.basis?.rule : undefined
}

/** The mark of a decision; a word always stands beside it. */
export function markRuns(status: Truth): readonly ParagraphChild[] {
  return [...runs(marks[status], truthStyles[status], { font: markFont }), ...runs('\u00a0')]
}

/** How the figures of a block were counted, a small paragraph for each rule; none where no figure says so. */
export function howCounted(block: Block, at: Path, writing: Writer): readonly Paragraph[] {
  return basesOf(valuesOf(block)).map((basis) =>
    paragraph('HowCounted', [...runs(`${writing.say('howCounted')}: `), ...basisRuns(basis, at, writing)]),
  )
}

/** The rule, which leads to the report that tells more, and the records: how many, and a handful of their ids. */
export function basisRuns(basis: Basis, at: Path, writing: Writer): readonly ParagraphChild[] {
  const { f } = writing
  const groups = basis.records.map(({ noun, ids }) => {
    const count = f.count(ids.length, noun)
    return ids.length === 0 ? count : `${count}: ${f.list(ids, 6)}`
  })
  const records = groups.length === 0 ? [] : runs(` (${groups.join('; ')})`)
  return [...linked({ text: basis.rule, to: basis, at }, writing), ...records]
}

interface Linked {
  readonly text: string
  readonly to: { readonly report?: string } | undefined
  readonly at: Path
  readonly style?: RunStyle
}

/** The text as a link where there is an address to lead to, and as it is where there is none. */
function linked({ text, to, at, style }: Linked, writing: Writer): readonly ParagraphChild[] {
  const address = to === undefined ? undefined : linkOf(to, at, writing.context)
  if (address === undefined) return runs(text, style)
  const link = address.replaceAll('{', '%7B').replaceAll('}', '%7D')
  if (link.length > longestAddress || cleanText(link) !== link || !URL.canParse(link, 'https://localhost')) {
    writing.context.omit(at, `Word opens no link of more than ${longestAddress} characters or with bad ones`)
    return runs(text, style)
  }
  return [new ExternalHyperlink({ link, children: [...runs(text, 'Hyperlink')] })]
}

const longestAddress = 2_000
