import { type Basis, type Block, basesOf, type Path, type Value, valuesOf } from '@tirazh/spec'
import { basisText, cellOf, linked, linkTo, textCell } from './cells.js'
import type { Look, SheetRow } from './workbook.js'
import type { Writer } from './writer.js'

/** A text over the whole width of the sheet. */
export function textRow(text: string, look: Look, at: Path, writer: Writer): SheetRow {
  return { look, spanned: true, cells: [textCell(text, at, writer)] }
}

/** A name and its value, which is typed. */
export function factRow(label: string, value: Value, at: Path, writer: Writer): SheetRow {
  return {
    look: 'text',
    cells: [
      { ...textCell(label, at, writer), look: 'strong' },
      { ...cellOf(value, at, writer), align: 'start' },
    ],
  }
}

/** The notice as the first row, which each page repeats. */
export function noticeRows(writer: Writer): readonly SheetRow[] {
  return writer.notice === undefined ? [] : [textRow(writer.notice, 'notice', ['notice'], writer)]
}

/** How the figures were counted, a row for each rule. */
export function basisRows(block: Block, at: Path, writer: Writer): readonly SheetRow[] {
  return basesOf(valuesOf(block)).map((basis) => basisRow(basis, at, writer))
}

export function basisRow(basis: Basis, at: Path, writer: Writer): SheetRow {
  const cell = textCell(`${writer.say('howCounted')}: ${basisText(basis, writer)}`, at, writer)
  return { look: 'note', spanned: true, cells: [linked(cell, linkTo(basis, at, writer), at, writer)] }
}

export function footer(writer: Writer): string {
  return `&C${writer.say('page')} &P / &N`
}
