import type { Instant } from '@tirazh/spec'
import { type Facts, rowsOf, type SubjectModel, wasKnown } from '../model.js'
import { type Column, type FieldNode, readColumn, type Words, wordList } from './column.js'

/**
 * Many subjects in columns, for deciding about all of them at once. A column is read when a policy first
 * asks for it, and kept: the records must not change in between. Belongs to no policy and no date.
 */
export interface Columns {
  readonly model: SubjectModel
  /** Only what had been recorded by this moment is in the columns; absent where everything is. */
  readonly knownAt?: Instant
  /** Of the subjects, in their order. */
  readonly ids: readonly string[]
  readonly size: number
  readonly words: Words
  /** The places 0, 1, 2, … of the subjects. */
  readonly order: Uint32Array
  column(field: FieldNode): Column
  relation(name: string): Relation
}

/** The related records of all subjects, one after another. */
export interface Relation {
  /** The records of subject i are those from `starts[i]` up to, not including, `starts[i + 1]`. */
  readonly starts: Uint32Array
  /** The most records of one subject. */
  readonly longest: number
  /** The subjects for which the relation is not recorded. They have no records. */
  readonly unrecorded: readonly number[]
  column(field: FieldNode): Column
}

export interface ColumnsOptions {
  readonly knownAt?: Instant
}

export function columns(
  model: SubjectModel,
  subjects: readonly Facts[],
  { knownAt }: ColumnsOptions = {},
): Columns {
  const words = wordList()
  const relations = new Map<string, Relation>()
  const column = kept((field) =>
    readColumn(
      field,
      subjects.length,
      (visit) =>
        subjects.forEach((each) => {
          visit(each)
        }),
      words,
    ),
  )

  function relation(name: string): Relation {
    const found = relations.get(name) ?? readRelation(subjects, name, knownAt, words)
    relations.set(name, found)
    return found
  }

  return {
    model,
    ...(knownAt === undefined ? {} : { knownAt }),
    ids: subjects.map(({ id }) => id),
    size: subjects.length,
    words,
    order: Uint32Array.from(subjects, (_, place) => place),
    column,
    relation,
  }
}

function readRelation(
  subjects: readonly Facts[],
  name: string,
  knownAt: Instant | undefined,
  words: Words,
): Relation {
  const starts = new Uint32Array(subjects.length + 1)
  const unrecorded: number[] = []
  const seen = (row: Facts): boolean => knownAt === undefined || wasKnown(row, knownAt)
  let size = 0
  let longest = 0
  subjects.forEach((subject, index) => {
    const rows = rowsOf(subject, name)
    if (rows === undefined) unrecorded.push(index)
    for (const row of rows ?? []) if (seen(row)) size += 1
    starts[index + 1] = size
    longest = Math.max(longest, size - (starts[index] ?? 0))
  })
  const each = (visit: (row: Facts) => void): void => {
    for (const subject of subjects) for (const row of rowsOf(subject, name) ?? []) if (seen(row)) visit(row)
  }
  return { starts, longest, unrecorded, column: kept((field) => readColumn(field, size, each, words)) }
}

/** One column for all nodes that read the same field in the same way. */
function kept(read: (field: FieldNode) => Column): (field: FieldNode) => Column {
  const known = new Map<string, Column>()
  return (field) => {
    const key =
      field.op === 'field' ? `${field.type} ${field.scale} ${field.most} ${field.name}` : `word ${field.name}`
    const found = known.get(key) ?? read(field)
    known.set(key, found)
    return found
  }
}
