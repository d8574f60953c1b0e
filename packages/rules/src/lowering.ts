import type { Path, Policy, Scalar } from '@tirazh/spec'
import type { RelationModel, SubjectModel } from './model.js'
import type { Aggregation, Int } from './program.js'
import { mostCarried } from './whole.js'

/** What a policy is lowered with, and where its faults are told. */
export interface Lowering {
  readonly model: SubjectModel
  readonly policy: Policy
  /** The value of a parameter on the day of the law. */
  param(name: string): Scalar | undefined
  /** The place of a policy among the parts of the program. */
  part(policy: string): number | undefined
  /** The policies that may be used. */
  readonly policies: Readonly<Record<string, Policy>>
  /** Adds an aggregation to the program, or finds its equal; its place there. */
  aggregation(made: Aggregation): number
  /** Every fault is told; what is wrong becomes nothing or unknown, so that the rest is checked as well. */
  readonly fault: Fault
}

export type Fault = (code: string, path: Path, ru: string, en: string) => void

/** Where a predicate or expression stands. */
export interface Place {
  readonly path: Path
  /** The relation whose records are looked at, inside an aggregate. */
  readonly row?: RelationModel | undefined
}

export function below(place: Place, ...steps: Path): Place {
  return { ...place, path: [...place.path, ...steps] }
}

/** The records of a relation that one subject may have, for the bounds of sums and counts. */
export const mostRecords = 65_536

/** Tells where exact arithmetic would need more digits than every database carries. */
export function checkDigits(
  ints: readonly Int[],
  place: Place,
  fault: Fault,
  most: number = mostCarried,
): void {
  if (ints.some((int) => int.most > most)) tooManyDigits(place, fault)
}

export function tooManyDigits(place: Place, fault: Fault): void {
  fault(
    'POLICY_NUMBER_RANGE',
    place.path,
    'Точный счёт здесь может потребовать больше цифр, чем умещают базы данных: задайте полям в модели меньшие max или decimals либо упростите выражение.',
    'Exact arithmetic here may need more digits than databases carry: give the fields a smaller max or fewer decimals in the model, or simplify the expression.',
  )
}

const nouns = {
  policy: { ru: 'правила', en: 'policy' },
  parameter: { ru: 'параметра', en: 'parameter' },
  field: { ru: 'поля', en: 'field' },
  relation: { ru: 'связи', en: 'relation' },
}

/** The own value of a name; a fault where there is none. */
export function named<Value>(
  what: keyof typeof nouns,
  name: string,
  known: Readonly<Record<string, Value>>,
  place: Place,
  fault: Fault,
): Value | undefined {
  if (Object.hasOwn(known, name)) return known[name]
  const names = Object.keys(known).join(', ')
  fault(
    `POLICY_UNKNOWN_${what.toUpperCase()}`,
    place.path,
    `Нет ${nouns[what].ru} «${name}»; есть: ${names}.`,
    `There is no ${nouns[what].en} '${name}'; there are: ${names}.`,
  )
  return undefined
}

export const typeNames: Readonly<
  Record<'number' | 'date' | 'boolean' | 'word', { readonly ru: string; readonly en: string }>
> = {
  number: { ru: 'число', en: 'a number' },
  date: { ru: 'дата', en: 'a date' },
  boolean: { ru: 'да или нет', en: 'true or false' },
  word: { ru: 'текст', en: 'a text' },
}

/** Tells that a value is not of the type that its place needs. */
export function wrongType(
  found: keyof typeof typeNames,
  wanted: keyof typeof typeNames,
  place: Place,
  fault: Fault,
): void {
  fault(
    'POLICY_TYPE',
    place.path,
    `Здесь нужно: ${typeNames[wanted].ru}, а стоит: ${typeNames[found].ru}.`,
    `This must be ${typeNames[wanted].en} but is ${typeNames[found].en}.`,
  )
}
