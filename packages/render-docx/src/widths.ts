import type { Table } from '@tirazh/spec'
import { whyOf } from './values.js'
import type { Writer } from './writer.js'

/** How a table is cut and set so that it fits the page. */
export interface Fit {
  /** The columns of each part, in order, with the width of each in twentieths of a point. */
  readonly parts: readonly { readonly columns: readonly number[]; readonly widths: readonly number[] }[]
  readonly size: Size
}

/** What a column needs: so that no word breaks, and so that no line does. */
interface Need {
  readonly least: number
  readonly most: number
}

/** How large the letters of a table are: smaller where that saves cutting it. */
export type Size = 'plain' | 'compact' | 'fine'

/** The height of the letters and the room left and right of them, in twentieths of a point. */
export const measures: Readonly<Record<Size, { readonly em: number; readonly side: number }>> = {
  plain: { em: 180, side: 70 },
  compact: { em: 160, side: 55 },
  fine: { em: 150, side: 45 },
}

/**
 * Widths from what the cells say, with the reasons in the columns named; columns that do not fit go on in
 * further parts, after those that name the rows.
 */
export function fitTable(table: Table, reasons: ReadonlySet<number>, writing: Writer): Fit {
  const { width } = writing
  const texts = textsOf(table, reasons, writing)
  for (const size of ['plain', 'compact', 'fine'] as const) {
    const needs = texts.map((column) => needOf(column, size))
    if (sum(needs.map(({ least }) => least)) <= width) {
      const columns = needs.map((_, index) => index)
      return { parts: [{ columns, widths: share(needs, width) }], size }
    }
  }
  const needs = texts.map((column) => needOf(column, 'compact'))
  return { parts: cut(table, needs, width), size: 'compact' }
}

interface ColumnTexts {
  readonly title: string
  readonly narrow: boolean
  readonly bar: boolean
  readonly cells: ReadonlySet<string>
}

function textsOf(
  { columns, rows, total = [] }: Table,
  reasons: ReadonlySet<number>,
  { f }: Writer,
): readonly ColumnTexts[] {
  const count = Math.max(1, columns.length, total.length, ...rows.slice(0, 1).map((row) => row.length))
  return Array.from({ length: count }, (_, index) => {
    const cells = new Set<string>()
    for (const row of [...rows, total]) {
      const cell = row[index]
      if (cell === undefined || cell === null) continue
      const mark = typeof cell !== 'string' && cell.as === 'status' ? 'ММ' : ''
      cells.add(mark + f.value(cell).slice(0, 400))
      // The reason goes on below, but its words are whole too.
      for (const word of reasons.has(index) ? (whyOf(cell) ?? '').split(' ') : []) cells.add(word)
    }
    const { title = '', narrow = false, bar = false } = columns[index] ?? {}
    return { title, narrow, bar, cells }
  })
}

function needOf({ title, narrow, bar, cells }: ColumnTexts, size: Size): Need {
  const beside = bar ? barRoom : 0
  const { em, side } = measures[size]
  // A bold title is a little wider, and a word as long as a line is broken.
  const bold = 1.08 * em
  let least = narrow ? 0 : Math.min(longestWord(title), longest) * bold
  let most = least
  for (const cell of cells) {
    least = Math.max(least, Math.min(longestWord(cell), longest) * em + beside)
    most = Math.max(most, Math.min(textLength(cell), 34) * em + beside)
  }
  const sides = 2 * side + 10
  return { least: least + sides, most: Math.max(most, least) + sides }
}

/** In ems. */
const longest = 15

/** What a bar in a cell takes. */
const barRoom = 640

/** A code like `Т-000001` is one word. */
function longestWord(text: string): number {
  return Math.max(0, ...text.split(/[ \n\t\u200b]+|(?<=[-–—/])(?!\d)/).map(textLength))
}

/** About how long a text is in Arial, in ems. */
export function textLength(text: string): number {
  let length = 0
  for (const letter of text) length += letterLength(letter)
  return length
}

function letterLength(letter: string): number {
  if (/[ .,:;!'|il\u00a0()[\]]/.test(letter)) return 0.29
  if (/[МШЩЮЖФЫMW№%₽]/.test(letter)) return 0.88
  if (/[А-ЯЁA-Z]/.test(letter)) return 0.69
  if (/[жмшщюыфmw]/.test(letter)) return 0.76
  if (/[гктсузчэьcfkrstvxyz-]/.test(letter)) return 0.5
  return 0.56
}

/** All of the width, by what the columns need. */
function share(needs: readonly Need[], width: number): readonly number[] {
  const least = sum(needs.map((need) => need.least))
  const most = sum(needs.map((need) => need.most))
  if (most <= width)
    return whole(
      needs.map((need) => (need.most * width) / most),
      width,
    )
  const part = (width - least) / (most - least)
  return whole(
    needs.map((need) => need.least + (need.most - need.least) * part),
    width,
  )
}

/** The columns in parts that fit, each after the columns that name the rows. */
function cut({ columns }: Table, needs: readonly Need[], width: number): Fit['parts'] {
  const names = columns.flatMap(({ rowHeader = false }, index) => (rowHeader ? [index] : []))
  const rest = needs.flatMap((_, index) => (names.includes(index) ? [] : [index]))
  const need = (index: number): number => needs[index]?.least ?? 0
  const named = Math.min(sum(names.map(need)), width * 0.4)
  const parts: number[][] = []
  let room = 0
  for (const index of rest) {
    if (parts.length === 0 || need(index) > room) {
      parts.push([])
      room = width - named
    }
    parts.at(-1)?.push(index)
    room -= need(index)
  }
  // All columns may name the rows.
  return (parts.length === 0 ? [[]] : parts).map((part) => {
    const own = [...names, ...part]
    const inPart = own.map((index) => needs[index] ?? { least: 0, most: 0 })
    const least = sum(inPart.map((one) => one.least))
    const widths =
      least <= width
        ? share(inPart, width)
        : whole(
            inPart.map((one) => (one.least * width) / least),
            width,
          )
    return { columns: own, widths }
  })
}

/** Whole numbers that add up. */
function whole(widths: readonly number[], width: number): readonly number[] {
  const floors = widths.map(Math.floor)
  const last = floors.length - 1
  return floors.map((one, index) => (index === last ? one + width - sum(floors) : one))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}
