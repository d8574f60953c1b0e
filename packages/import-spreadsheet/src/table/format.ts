import type { RecordKind } from '@tirazh/core'
import type { Cell } from '../cells/cell.js'

/** A file of the register: its columns, and which of them names the record that a row belongs to. */
export interface Format {
  readonly file: string
  /** The field of the key column. */
  readonly key: string
  readonly columns: readonly Column[]
}

export interface Column {
  readonly header: string
  /** The field of the record. */
  readonly field: string
  /** The place in the field, where the columns together make a list. */
  readonly position?: number
  readonly required?: true
  /** The kind of record that the cells name. */
  readonly refersTo?: RecordKind
  readonly cell: Cell<unknown>
}

/** A format whose columns fit the fields of a type; a field that the type requires is required here. */
export interface FormatOf<T> extends Format {
  readonly key: keyof T & string
  readonly columns: readonly ColumnOf<T>[]
}

export type ColumnOf<T> = { [F in keyof T & string]: WholeField<T, F> | PartOfField<T, F> }[keyof T & string]

type WholeField<T, F extends keyof T & string> = Column & {
  readonly field: F
  readonly position?: never
  readonly cell: Cell<Exclude<T[F], undefined>>
} & (Partial<Pick<T, F>> extends Pick<T, F> ? { readonly required?: never } : { readonly required: true })

type PartOfField<T, F extends keyof T & string> = T[F] extends readonly (infer Item)[]
  ? Column & { readonly field: F; readonly position: number; readonly cell: Cell<Exclude<Item, null>> }
  : never

/** The column that a place in a record came from. */
export function columnAt(format: Format, path: readonly (string | number)[]): Column | undefined {
  const [field, position] = path
  return format.columns.find(
    (column) => column.field === field && (column.position === undefined || column.position === position),
  )
}

/** What stands at a place in a record, as the cell shows it; nothing where the place is empty. */
export function cellAt(
  column: Column | undefined,
  record: unknown,
  path: readonly (string | number)[],
): string | undefined {
  if (column === undefined) return undefined
  const depth = column.position === undefined ? 1 : 2
  const value = path.slice(0, depth).reduce(within, record)
  const part = path.slice(depth).reduce(within, value)
  if (typeof part === 'string' && part !== value) return part
  return value === undefined || value === null ? undefined : column.cell.write(value)
}

function within(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
