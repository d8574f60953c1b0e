import type { Column, ColumnKind, Table, TypedValue } from '@tirazh/spec'
import { wrongCell, wrongWidth } from './problems.js'
import { choice, flag, nullOr, text, words } from './scalars.js'
import { anything, isObject, listOf, object, optional, type Rule } from './shape.js'
import { value } from './values.js'
import { add, type Check } from './walk.js'

const cells: Check = listOf(nullOr(value))

const column: Check = object<Column>({
  title: text,
  as: optional(
    choice<ColumnKind>({
      ...{ text: true, number: true, money: true, share: true, date: true, status: true, reference: true },
    }),
  ),
  align: optional(choice<NonNullable<Column['align']>>({ start: true, end: true })),
  rowHeader: optional(flag),
  bar: optional(flag),
  narrow: optional(flag),
})

const asWideAsTheColumns: Rule<Table> = ({ columns, rows, total }, walk) => {
  if (!Array.isArray(columns)) return
  const check = (row: unknown, ...at: readonly (string | number)[]): void => {
    if (Array.isArray(row) && row.length !== columns.length) {
      add(walk, wrongWidth(row.length, columns.length), ...at)
    }
  }
  if (Array.isArray(rows)) rows.forEach((row, index) => void check(row, 'rows', index))
  check(total, 'total')
}

const asTheColumnSays: Rule<Table> = ({ columns, rows, total }, walk) => {
  if (!Array.isArray(columns)) return
  columns.forEach((column: unknown, position) => {
    const kind = isObject(column) ? column.as : undefined
    const fits = allowed.get(kind)
    if (fits === undefined) return
    if (Array.isArray(rows)) {
      for (let index = 0; index < rows.length; index++) {
        const row: unknown = rows[index]
        const other = Array.isArray(row) ? unfit(row[position], fits) : undefined
        if (other !== undefined) add(walk, wrongCell(other, String(kind)), 'rows', index, position)
      }
    }
    // A text in the total row, such as «Всего», names the row.
    const sum: unknown = Array.isArray(total) ? total[position] : undefined
    const other = typeof sum === 'string' ? undefined : unfit(sum, fits)
    if (other !== undefined) add(walk, wrongCell(other, String(kind)), 'total', position)
  })
}

/** The kind of a cell if it is a known one and not among those that fit. */
function unfit(cell: unknown, fits: ReadonlySet<string>): string | undefined {
  const kind = typeof cell === 'string' ? 'text' : isObject(cell) ? cell.as : undefined
  return typeof kind === 'string' && !fits.has(kind) && known.has(kind) ? kind : undefined
}

/** What a cell can be called. */
type CellKind = 'text' | TypedValue['as']

const holds: Readonly<Record<ColumnKind, readonly CellKind[]>> = {
  text: ['text'],
  number: ['number', 'interval'],
  money: ['money'],
  share: ['share'],
  date: ['date'],
  status: ['status'],
  reference: ['reference'],
}

/** What a column of each kind may hold besides `null`: its kind, and what is unknown. */
const allowed: ReadonlyMap<unknown, ReadonlySet<string>> = new Map(
  Object.entries(holds).map(([kind, cells]) => [kind, new Set<string>([...cells, 'unknown'])]),
)

const known: ReadonlySet<string> = new Set([...Object.values(holds).flat(), 'unknown'])

export const table: Check = object<Table>(
  {
    type: anything,
    caption: words,
    columns: listOf(column, 1),
    rows: listOf(cells),
    total: optional(cells),
    note: optional(text),
  },
  asWideAsTheColumns,
  asTheColumnSays,
)
