import type { Instant, Noun, PlainDate, RecordRef, Scalar, Text, ValueType } from '@tirazh/spec'

/** A subject or a related record as a policy sees it: named values. Absent is not recorded. */
export interface Facts {
  readonly id: string
  /** When the record became known; absent: always known. See `asKnown`. */
  readonly recordedAt?: Instant | undefined
  /** When another record took its place, or it was withdrawn; absent: still known. */
  readonly supersededAt?: Instant | undefined
}

/** The values of a fact row, by name. */
export type FieldName<Row> = Exclude<
  { [Name in keyof Row & string]-?: NonNullable<Row[Name]> extends Scalar ? Name : never }[keyof Row &
    string],
  'recordedAt' | 'supersededAt'
>

/** The lists of related records of a subject, by name. An absent list is not recorded; it is not empty. */
export type RelationName<Subject> = {
  [Name in keyof Subject & string]-?: NonNullable<Subject[Name]> extends readonly Facts[] ? Name : never
}[keyof Subject & string]

/** The related records behind the name of a relation. */
export type RelatedRow<Subject, Name extends keyof Subject> =
  NonNullable<Subject[Name]> extends readonly (infer Row extends Facts)[] ? Row : never

/** The names by which people know a subject, its fields and its relations. */
export interface SubjectModelOf<Subject extends Facts> {
  readonly kind: string
  /** The field people know the subject by. */
  readonly label: FieldName<Subject>
  readonly fields: FieldModels<Subject>
  readonly relations: { readonly [Name in RelationName<Subject>]: RelationModelOf<RelatedRow<Subject, Name>> }
}

export interface RelationModelOf<Row extends Facts> {
  readonly kind: string
  readonly title: Text
  readonly noun: Noun
  /** The field people know the record by, such as the order. */
  readonly label?: FieldName<Row>
  /** Fields that hold the id of another record the row was made from, and the kind of that record. */
  readonly through?: { readonly [Name in FieldName<Row>]?: string }
  readonly fields: FieldModels<Row>
}

export type FieldModels<Row> = {
  readonly [Name in Exclude<FieldName<Row>, 'id'>]: FieldModelOf<NonNullable<Row[Name]>>
}

export interface FieldModelOf<Value> extends NumberRange {
  readonly title: Text
  readonly type: TypeOf<Value>
  /** What to say where the field is empty: «не указана дата внедрения». */
  readonly absent?: Text
  /** The names of the words the field may hold. */
  readonly words?: Readonly<Record<Value & string, Text>>
}

/**
 * Which numbers a field may hold. Arithmetic is exact because this bounds it: a policy whose results
 * could need more than 18 digits is refused, and a number outside the range is unusable, so unknown.
 */
export interface NumberRange {
  /** Digits after the decimal sign, 2 if left out; at most 12. */
  readonly decimals?: number
  /** The greatest magnitude, 1,000,000,000 if left out. */
  readonly max?: number
}

/** How a value may be shown, from its type. */
export type TypeOf<Value> = [Value] extends [number]
  ? 'number' | 'share'
  : [Value] extends [boolean]
    ? 'boolean'
    : [Value] extends [PlainDate]
      ? 'date'
      : 'text' | 'code'

/** The model of any subject: what the evaluator works with. */
export interface SubjectModel {
  readonly kind: string
  readonly label: string
  readonly fields: Fields
  readonly relations: Readonly<Record<string, RelationModel>>
}

export interface RelationModel {
  readonly kind: string
  readonly title: Text
  readonly noun: Noun
  readonly label?: string
  readonly through?: Readonly<Record<string, string | undefined>>
  readonly fields: Fields
}

export type Fields = Readonly<Record<string, FieldModel>>

export interface FieldModel extends NumberRange {
  readonly title: Text
  readonly type: ValueType
  readonly absent?: Text
  readonly words?: Readonly<Record<string, Text>>
}

/** The value of a property of a record, whatever it is. */
export function propertyOf(facts: object, name: string): unknown {
  // Every object can be read by name; the compiler asks for an index signature that facts do not have.
  return (facts as Readonly<Record<string, unknown>>)[name]
}

/** A scalar property, or `undefined`. */
export function factOf(facts: Facts | undefined, field: string): Scalar | undefined {
  const value = facts === undefined ? undefined : propertyOf(facts, field)
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined
}

/** Whether a text is written as a day. Whether the calendar has it is checked where records come in. */
export function isDay(text: string): text is PlainDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

/** The related records, or `undefined` where the relation is not recorded. What is no object stands for an empty record. */
export function rowsOf(facts: Facts, relation: string): readonly Facts[] | undefined {
  const rows = propertyOf(facts, relation)
  if (!Array.isArray(rows)) return undefined
  return rows.every(isRecord) ? rows : rows.map((row) => (isRecord(row) ? row : nobody))
}

/** The facts with only those related records that were known at a moment: recorded by then and not superseded. */
export function asKnown(facts: Facts, model: SubjectModel, knownAt: Instant): Facts {
  const seen = Object.keys(model.relations).flatMap((relation) => {
    const rows = rowsOf(facts, relation)
    return rows === undefined ? [] : [[relation, rows.filter((row) => wasKnown(row, knownAt))]]
  })
  return { ...facts, ...Object.fromEntries(seen) }
}

/** Instants of one form order as their texts do. */
export function wasKnown({ recordedAt, supersededAt }: Facts, knownAt: Instant): boolean {
  return (
    (recordedAt === undefined || recordedAt <= knownAt) &&
    (supersededAt === undefined || supersededAt > knownAt)
  )
}

const nobody: Facts = { id: '' }

function isRecord(row: unknown): row is Facts {
  return typeof row === 'object' && row !== null
}

/** A record with the document people know it by and the records it was made from. */
export interface Named {
  readonly record: RecordRef
  readonly label?: string | Text
  readonly through?: readonly RecordRef[]
}

export function nameOf(facts: Facts, model: SubjectModel | RelationModel): Named {
  const label = model.label === undefined ? undefined : factOf(facts, model.label)
  const words = model.label === undefined ? undefined : model.fields[model.label]?.words
  const named: { -readonly [Name in keyof Named]: Named[Name] } = {
    record: { kind: model.kind, id: facts.id },
  }
  if (typeof label === 'string') named.label = words?.[label] ?? label
  if ('through' in model && model.through !== undefined) {
    const through = Object.entries(model.through).flatMap(([field, kind]) => {
      const id = factOf(facts, field)
      return kind === undefined || typeof id !== 'string' ? [] : [{ kind, id }]
    })
    if (through.length > 0) named.through = through
  }
  return named
}
