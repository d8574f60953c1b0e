import type { Fields, SubjectModel } from '../model.js'
import { type Dialect, quoted, words } from './dialect.js'
import type { Column } from './term.js'

/** The tables that statements read. */
export interface Tables {
  readonly subjects: Table
  /** The related records, by relation. */
  readonly relations: ReadonlyMap<string, Table>
  /** The columns of the subjects that are 1 where a relation is recorded and 0 where it is not. */
  readonly recorded: ReadonlyMap<string, Column>
}

export interface Table {
  readonly name: string
  readonly model: Fields
  /** By name of the field; `id` is the first. */
  readonly fields: ReadonlyMap<string, Column>
}

/** Of the related records: whose the record is, its place among them, and when it was known. */
export const recordColumns: Readonly<Record<'subject' | 'place' | 'recordedAt' | 'supersededAt', Column>> = {
  subject: column('row', '_subject'),
  place: column('row', '_row'),
  recordedAt: column('row', '_recordedAt'),
  supersededAt: column('row', '_supersededAt'),
}

/**
 * Where the facts of a model are kept. Names are kept where every engine takes them as they are and tells
 * them apart; others get a number. Engines differ in the letters, length and case that they tell apart.
 */
export function tablesOf({ kind, fields, relations }: SubjectModel): Tables {
  const subjects = `facts_${isPlain(kind, 24) ? kind : '_s'}`
  const names = namesOf(Object.keys(relations), '_r', 24)
  return {
    subjects: { name: subjects, model: fields, fields: columnsOf(fields, 'subject') },
    relations: new Map(
      Object.entries(relations).map(([relation, model]) => {
        const name = `${subjects}_${names.get(relation) ?? ''}`
        return [relation, { name, model: model.fields, fields: columnsOf(model.fields, 'row') }]
      }),
    ),
    recorded: new Map([...names].map(([relation, name]) => [relation, column('subject', `_has_${name}`)])),
  }
}

/** The statements that make the tables which the statements of policies read. */
export function factTables(model: SubjectModel, dialect: Dialect): readonly string[] {
  const { subjects, relations, recorded } = tablesOf(model)
  const { text, clustered } = words[dialect]
  const fieldsOf = ({ fields, model }: Table): string[] =>
    [...fields].flatMap(([field, { name }]) => {
      const type = model[field]?.type
      return field === 'id' ? [] : [`${quoted(name)} ${type === 'text' || type === 'code' ? text : 'BIGINT'}`]
    })
  const made = ({ name }: Table, columns: readonly string[]): string =>
    `CREATE TABLE ${quoted(name)} (${columns.join(', ')})${clustered}`
  const { subject, place, recordedAt, supersededAt } = recordColumns
  return [
    made(subjects, [
      `"id" ${text} PRIMARY KEY`,
      ...fieldsOf(subjects),
      ...[...recorded.values()].map(({ name }) => `${quoted(name)} BIGINT NOT NULL`),
    ]),
    ...[...relations.values()].map((table) =>
      made(table, [
        `"${subject.name}" ${text} NOT NULL`,
        `"${place.name}" BIGINT NOT NULL`,
        `"id" ${text}`,
        ...fieldsOf(table),
        `"${recordedAt.name}" ${text}`,
        `"${supersededAt.name}" ${text}`,
        `PRIMARY KEY ("${subject.name}", "${place.name}")`,
      ]),
    ),
  ]
}

function columnsOf(fields: Fields, of: Column['of']): ReadonlyMap<string, Column> {
  const names = namesOf(
    Object.keys(fields).filter((name) => name !== 'id'),
    '_f',
    50,
    'id',
  )
  return new Map([['id', 'id'], ...names].map(([field = '', name = '']) => [field, column(of, name)]))
}

/** A name for each name: itself where it is plain and no other differs from it in case only. PostgreSQL keeps 63 bytes. */
function namesOf(
  names: readonly string[],
  prefix: string,
  longest: number,
  taken?: string,
): ReadonlyMap<string, string> {
  const known = new Set([taken])
  return new Map(
    names.map((name, index) => {
      const isKept = isPlain(name, longest) && !known.has(name.toLowerCase())
      known.add(name.toLowerCase())
      return [name, isKept ? name : `${prefix}${index}`]
    }),
  )
}

function isPlain(name: string, longest: number): boolean {
  return name.length <= longest && /^[A-Za-z][A-Za-z0-9_]*$/.test(name)
}

function column(of: Column['of'], name: string): Column {
  return { kind: 'column', of, name }
}
