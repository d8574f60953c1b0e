import { COLUMNS, type TableName } from './register.js'

/** The cells of one line, by column; absent is unknown. */
export type Line = Readonly<Record<string, string>>

/** The text of a table: header, lines, CRLF after each. Throws for a column the table does not have. */
export function csv(table: TableName, lines: readonly Line[]): string {
  const columns = COLUMNS[table]
  const text = lines.map((line) => {
    const stray = Object.keys(line).find((column) => !columns.includes(column))
    if (stray !== undefined) throw new Error(`${table} has no column «${stray}»`)
    return columns.map((column) => line[column] ?? '').join(';')
  })
  return [columns.join(';'), ...text, ''].join('\r\n')
}

/** `ПР-0007` */
export function code(prefix: string, number: number, digits: number): string {
  return prefix + String(number).padStart(digits, '0')
}
