import type { Noun } from '@tirazh/spec'
import { formats } from '@tirazh/spec'
import type { Reading } from '../cells/cell.js'
import { cellReader } from '../cells/read-cell.js'
import type { IssueList } from '../issue-list.js'
import type { Column, Format } from './format.js'
import type { Header } from './header.js'

/** A row as a record in the making. */
export interface Row {
  /** As the spreadsheet program numbers it. */
  readonly number: number
  /** The fields whose cells were understood and are not empty. */
  readonly draft: Draft
  /** The headers of the cells that were not understood or that the file lacks; all were if it is empty. */
  readonly unread: ReadonlySet<string>
  /** False if the row has more or fewer cells than the header; then only its key was read. */
  readonly whole: boolean
}

export type Draft = Record<string, unknown>

/** Reads the rows below a header; what is not understood is reported. An empty row is nothing. */
export function rowReader(
  format: Format,
  header: Header,
  issues: IssueList,
): (cells: readonly string[], number: number) => Row | undefined {
  const { file } = format
  const columns = header.columns.flatMap((column, index) =>
    column === undefined || header.columns.indexOf(column) !== index
      ? []
      : [{ column, index, read: cellReader(column.cell) }],
  )
  const lists = listsOf(format)

  function report(number: number, column: Column, raw: string, reading: Reading<unknown> | undefined): void {
    const place = { file, row: number, column: column.header }
    if (reading === undefined) issues.add({ ...place, code: 'CELL_REQUIRED', message: required })
    else if ('problems' in reading) {
      for (const problem of reading.problems) issues.add({ value: raw, ...problem, ...place })
    }
  }

  return (cells, number) => {
    if (cells.every((cell) => cell.trim() === '')) return undefined
    const whole = cells.length === header.columns.length
    if (!whole) {
      const message = () => cellCount(cells.length, header.columns.length)
      issues.add({ file, row: number, code: 'ROW_CELLS', message })
    }
    const draft: Draft = {}
    const parts = new Map(lists.map(({ field, length }) => [field, Array<unknown>(length).fill(null)]))
    let unread = header.lacking
    for (const { column, index, read } of columns) {
      if (!whole && column.field !== format.key) continue
      const raw = cells[index] ?? ''
      const reading = read(raw)
      if (reading !== undefined && 'value' in reading) {
        const part = column.position === undefined ? undefined : parts.get(column.field)
        if (part !== undefined && column.position !== undefined) part[column.position] = reading.value
        else draft[column.field] = reading.value
      } else if (reading !== undefined || column.required) {
        if (whole) report(number, column, raw, reading)
        unread = new Set([...unread, column.header])
      }
    }
    for (const [field, part] of parts) draft[field] = part
    return { number, draft, unread, whole }
  }
}

/** The fields that several columns make together. */
function listsOf(format: Format): { readonly field: string; readonly length: number }[] {
  const fields = format.columns.filter(({ position }) => position !== undefined).map(({ field }) => field)
  return [...new Set(fields)].map((field) => ({
    field,
    length: fields.filter((each) => each === field).length,
  }))
}

const required = () => ({
  ru: 'Обязательная ячейка пуста: заполните её.',
  en: 'This cell must not be empty: fill it in.',
})

function cellCount(found: number, needed: number) {
  return {
    ru: `В строке ${formats('ru').count(found, cellNoun)}, а столбцов ${needed}: проверьте лишние и недостающие «;».`,
    en: `The row has ${formats('en').count(found, cellNoun)} but there are ${needed} columns: look for extra and missing “;”.`,
  }
}

const cellNoun: Noun = {
  ru: { one: 'ячейка', few: 'ячейки', many: 'ячеек' },
  en: { one: 'cell', other: 'cells' },
}
