import type { Inline, Path, Value } from '@tirazh/spec'
import { linked, linkTo, textCell } from './cells.js'
import { cleanText } from './text.js'
import type { Link, Run, SheetCell } from './workbook.js'
import type { Writer } from './writer.js'

/**
 * Running text as one cell. The one link that a cell may have is that of the first reference; any others are
 * listed as omitted. In a lead the figures are set off.
 */
export function inlineCell(content: Inline, at: Path, writer: Writer, lead = false): SheetCell {
  const links = content.map((value, index) =>
    typeof value === 'object' && value.as === 'reference' ? linkTo(value, [...at, index], writer) : undefined,
  )
  const link = links.find((each) => each !== undefined)
  if (links.some((each) => each !== undefined && addressOf(each) !== addressOf(link))) {
    writer.context.omit(at, 'a cell holds one link; the other references in it are text')
  }
  const cell = textCell(writer.f.inline(content), at, writer)
  const { link: kept } = linked(cell, link, at, writer)
  const runs = content.map((value, index): Run => {
    const text = cleanText(writer.f.value(value))
    if (kept !== undefined && addressOf(links[index]) === addressOf(kept)) return { text, look: 'link' }
    return lead && isFigure(value) ? { text, look: 'figure' } : { text }
  })
  // A text that was cut, or is all of one look, is a text.
  const whole = runs.map(({ text }) => text).join('')
  const value =
    whole === cell.value && runs.some(({ look }) => look !== undefined) ? runs.filter(hasText) : cell.value
  return { value, ...(kept !== undefined && { link: kept }) }
}

function addressOf(link: Link | undefined): string | undefined {
  return link?.to === 'address' ? link.address : undefined
}

function isFigure(value: Value): boolean {
  return typeof value === 'object' && figures.has(value.as)
}

const figures: ReadonlySet<string> = new Set(['number', 'interval', 'money', 'share'])

function hasText({ text }: Run): boolean {
  return text !== ''
}
