import { reader } from '../field-tests.js'
import { numberRange } from '../lower-expression.js'
import { type Facts, type FieldModel, propertyOf, rowsOf, type SubjectModel } from '../model.js'
import { storable } from './storable.js'
import { recordColumns, type Table, tablesOf } from './tables.js'
import type { Column } from './term.js'

/** Rows to be put into a table. */
export interface FactRows {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export type Cell = string | number | null

/**
 * The facts as the tables of `factTables` keep them: a date as the number of its day, a decimal as a whole
 * number of its smallest units, a boolean as 0 or 1, nothing for what is missing or unusable. The ids of
 * the subjects must differ.
 */
export function factRows(model: SubjectModel, subjects: Iterable<Facts>): readonly FactRows[] {
  const tables = tablesOf(model)
  const relations = [...tables.relations].map(([relation, table]) => {
    const rows: Cell[][] = []
    return { relation, table, rows, read: readerOf(table) }
  })
  const readSubject = readerOf(tables.subjects)
  const found: Cell[][] = []
  for (const subject of subjects) {
    const id = storable(subject.id)
    const flags = relations.map(({ relation, read, rows }) => {
      const records = rowsOf(subject, relation)
      records?.forEach((record, place) => {
        rows.push([
          id,
          place,
          ...read(record),
          moment(record.recordedAt, '~'),
          moment(record.supersededAt, ''),
        ])
      })
      return records === undefined ? 0 : 1
    })
    found.push([...readSubject(subject), ...flags])
  }
  const { subject, place, recordedAt, supersededAt } = recordColumns
  const { name, fields } = tables.subjects
  return [
    { table: name, columns: namesOf([...fields.values(), ...tables.recorded.values()]), rows: found },
    ...relations.map(({ table, rows }) => {
      const columns = namesOf([subject, place, ...table.fields.values(), recordedAt, supersededAt])
      return { table: table.name, columns, rows }
    }),
  ]
}

function namesOf(columns: readonly Column[]): readonly string[] {
  return columns.map(({ name }) => name)
}

/** Reads the fields of a record in the order of the columns. */
function readerOf({ fields, model }: Table): (facts: Facts) => Cell[] {
  const readers = [...fields.keys()].map((name) => cellOf(name, model[name]))
  return (facts) => readers.map((read) => read(facts))
}

function cellOf(name: string, field: FieldModel | undefined): (facts: Facts) => Cell {
  if (field === undefined || field.type === 'text' || field.type === 'code') {
    return (facts) => {
      const value = propertyOf(facts, name)
      return typeof value === 'string' ? storable(value) : null
    }
  }
  const type = field.type === 'share' ? 'number' : field.type
  const range = type === 'number' ? numberRange(field) : { scale: 1, most: Number.MAX_SAFE_INTEGER }
  const read = reader({ op: 'field', name, of: 'subject', type, ...range })
  return (facts) => {
    const value = read(facts)
    // Adding 0 makes −0 a 0.
    return Number.isNaN(value) ? null : value + 0
  }
}

/** Nothing where it is left out. A record with what is no instant is known at none, so that is put after or before all. */
function moment(at: unknown, otherwise: string): Cell {
  return at === undefined ? null : typeof at === 'string' ? storable(at) : otherwise
}
