import { type Basis, type Block, basesOf, type Inline, type Path, valuesOf } from '@tirazh/spec'
import { textCell } from './cells.js'
import type { Look } from './styles.js'
import type { SheetRow } from './workbook.js'
import type { Writer } from './writer.js'

/** A text over the whole width of the sheet. */
export function textRow(text: string, look: Look, at: Path, writer: Writer): SheetRow {
  return { look, spanned: true, cells: [textCell(text, at, writer)] }
}

/** The notice as the first row, which each page repeats. */
export function noticeRows(writer: Writer): readonly SheetRow[] {
  return writer.notice === undefined ? [] : [textRow(writer.notice, 'notice', ['notice'], writer)]
}

/** How the figures were counted, a row for each rule. */
export function basisRows(of: Block | Inline, at: Path, writer: Writer): readonly SheetRow[] {
  const values = 'type' in of ? valuesOf(of) : of
  return basesOf(values).map((basis) =>
    textRow(`${writer.say('howCounted')}: ${basisText(basis, writer)}`, 'note', at, writer),
  )
}

/** The rule and the records behind it: how many of which kind, and a handful of their ids. */
export function basisText({ rule, records }: Basis, { f }: Writer): string {
  const groups = records.map(({ noun, ids }) => {
    const count = f.count(ids.length, noun)
    return ids.length === 0 ? count : `${count}: ${f.list(ids, 6)}`
  })
  return groups.length === 0 ? rule : `${rule} (${groups.join('; ')})`
}

/** Widths from the content of the rows: at least `least`, at most 60 characters. */
export function widthsOf(rows: readonly SheetRow[], least: readonly number[]): readonly number[] {
  const widths = [...least]
  for (const { cells, spanned } of rows) {
    if (spanned === true) continue
    cells.forEach(({ value, shown }, index) => {
      if (value === null) return
      const lines = (shown ?? String(value)).split('\n')
      const width = lines.reduce((most, line) => Math.max(most, line.length), 0) + 2
      widths[index] = Math.min(60, Math.max(widths[index] ?? 8, width))
    })
  }
  return widths
}

export function footer(writer: Writer): string {
  return `&C${writer.say('page')} &P / &N`
}
