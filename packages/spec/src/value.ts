import type { Truth } from './policy.js'
import type { Noun, PlainDate, RecordRef } from './scalars.js'

/** A value as data. A plain string is text; a typed value is formatted by the renderer for the locale. */
export type Value = string | TypedValue

export type TypedValue =
  | NumberValue
  | IntervalValue
  | MoneyValue
  | ShareValue
  | DateValue
  | StatusValue
  | ReferenceValue
  | UnknownValue

export interface NumberValue {
  readonly as: 'number'
  readonly value: number
  /** Digits after the decimal sign; by default as many as the value has, at most 2. */
  readonly digits?: number
  /** Follows the number after a non-breaking space: `чел.`, `ч`. */
  readonly unit?: string
  /** The value is a bound: “more than 20”, “at least 15”. */
  readonly bound?: 'more-than' | 'at-least'
  readonly basis?: Basis
}

/** A count that is not certain yet: from `low` to `high`. */
export interface IntervalValue {
  readonly as: 'interval'
  readonly low: number
  readonly high: number
  readonly unit?: string
  readonly basis?: Basis
}

/** An exact amount in the smallest unit of the currency (kopecks). */
export interface MoneyValue {
  readonly as: 'money'
  readonly minor: number
  readonly currency: 'RUB'
  readonly basis?: Basis
}

/** A part of one: 0.867 is shown as 86,7 %. */
export interface ShareValue {
  readonly as: 'share'
  readonly value: number
  /** Digits after the decimal sign of the percentage; at most 1 by default. */
  readonly digits?: number
  /** Show the sign of a positive value too. */
  readonly signed?: boolean
  readonly basis?: Basis
}

export interface DateValue {
  readonly as: 'date'
  readonly value: PlainDate
  /** `short`: 05.10.2026, in tables; `long`: 5 октября 2026 г., in text. */
  readonly style?: 'short' | 'long'
}

/** A decision, to be shown by word and mark, never by colour alone. */
export interface StatusValue {
  readonly as: 'status'
  readonly status: Truth
  readonly text: string
  /** Why: the explanation in a sentence, the records it rests on, and the report that tells all of it. */
  readonly basis?: Basis
}

/** Names a record, a report or both; with `report` it leads there. */
export interface ReferenceValue {
  readonly as: 'reference'
  readonly text: string
  readonly record?: RecordRef
  /** The id of the report. */
  readonly report?: string
}

/** Not recorded. Shown in words, never as 0 or an empty cell. */
export interface UnknownValue {
  readonly as: 'unknown'
  readonly text: string
}

/** Where a figure comes from: the counting rule with its date, and the records it was computed from. */
export interface Basis {
  readonly rule: string
  readonly records: readonly RecordGroup[]
  /** The id of the report that explains the figure step by step. */
  readonly report?: string
}

/** Records of one kind, each once, and what they are called where they are counted: «439 внедрений». */
export interface RecordGroup {
  readonly kind: string
  readonly noun: Noun
  readonly ids: readonly string[]
}

/** Running text with values in it. */
export type Inline = readonly Value[]
