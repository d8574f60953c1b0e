import type { Cell, Table } from '@tirazh/spec'

/** Fewer rows are not worth folding. */
const fewest = 12

/** A long table of two columns beside itself, read down and then across, so that it takes less paper. */
export function fold(table: Table, times: number): Table {
  const { columns, rows } = table
  if (times < 2 || columns.length !== 2 || rows.length < fewest) return table
  const high = Math.ceil(rows.length / times)
  const blank: readonly Cell[] = ['', '']
  return {
    ...table,
    columns: Array.from({ length: times }, () => columns).flat(),
    rows: Array.from({ length: high }, (_, index) =>
      Array.from({ length: times }, (_, turn) => rows[turn * high + index] ?? blank).flat(),
    ),
  }
}
