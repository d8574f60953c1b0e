import type { Aggregate, Expression, Policy, PolicyVersion, Predicate } from '@tirazh/spec'
import type { Span } from './fraction.js'

/*
 * What a policy becomes on one day of the law: names resolved, parameters put in, labels left out, and
 * every comparison brought to whole numbers, so that each evaluator has few kinds of node to follow.
 * Made by `lower`; never seen by users.
 *
 * Whole numbers stand for everything that has an order. A date is its day number (see `days.ts`), a
 * boolean is 0 or 1, and a decimal of n digits after the point is a fraction with the denominator 10ⁿ.
 * Nothing (a value that is missing, unusable or cannot be computed) passes through every operation.
 */

/** Kleene's truth values as numbers: `all` is the minimum, `any` the maximum, `not` is 2 − code. */
export type Code = 0 | 1 | 2

/** A policy with those it uses, ready for any date of the facts. */
export interface Program {
  /** Each after those it uses; the policy itself is the last. */
  readonly parts: readonly Part[]
  /** Of all parts, without repetitions. */
  readonly aggregations: readonly Aggregation[]
}

/** One policy of a program. */
export interface Part {
  readonly policy: Policy
  /** The wording in force; absent where there is none. */
  readonly version?: PolicyVersion
  /** Absent where the rule is about everybody. */
  readonly applies?: Condition
  /** Absent where no wording is in force. */
  readonly rule?: Condition
  /** The undivided conditions of `rule` (`cmp`, `in`, `known`, `use`), in the order in which they are written. */
  readonly leaves: readonly Clause[]
  /** The rule as it is written, beside what it became; for explanations. */
  readonly clause?: Clause
}

/** A predicate with what it became. */
export interface Clause {
  readonly predicate: Predicate
  readonly condition: Condition
  /** The predicates it is made of. */
  readonly of: readonly Clause[]
  /** The values it compares, left to right. */
  readonly terms: readonly Term[]
}

/** An expression with what it became. */
export interface Term {
  readonly expression: Expression
  readonly value: Value
  /** For an aggregate: its place in the aggregations of the program. */
  readonly aggregation?: number
  /** For an aggregate: the condition on its records and the value it reads from them. */
  readonly where?: Clause
  readonly of: readonly Term[]
}

/** What an expression is worth, by type. */
export type Value =
  | { readonly type: 'number' | 'date' | 'boolean'; readonly span: Span }
  | { readonly type: 'word'; readonly word: Word }

export type Condition =
  | Constant
  | Combined
  | Threshold
  | Negated
  | Reaches
  | Equals
  | Same
  | Among
  | Certain
  | Used

export interface Constant {
  readonly op: 'constant'
  readonly code: Code
}

export interface Combined {
  readonly op: 'all' | 'any'
  readonly of: readonly Condition[]
}

/** At least `count` of the conditions. */
export interface Threshold {
  readonly op: 'atLeast'
  readonly count: number
  readonly of: readonly Condition[]
}

export interface Negated {
  readonly op: 'not'
  readonly of: Condition
}

/** left ≥ right: met where left.low ≥ right.high, unmet where left.high < right.low, else unknown. */
export interface Reaches {
  readonly op: 'reaches'
  readonly left: Range
  readonly right: Range
}

/**
 * left = right: unmet where one lies wholly above the other, met where both are certain and equal (that
 * is, where left.low ≥ right.high and right.low ≥ left.high), else unknown.
 */
export interface Equals {
  readonly op: 'equals'
  readonly left: Range
  readonly right: Range
}

/** Two words are the same; unknown where one is nothing. */
export interface Same {
  readonly op: 'same'
  readonly left: Word
  readonly right: Word
}

/** A word is one of the listed; unknown where it is nothing. */
export interface Among {
  readonly op: 'among'
  readonly word: Word
  readonly set: readonly string[]
}

/** Met where there is a value (of a range: where its ends are there and equal), else unmet. Never unknown. */
export interface Certain {
  readonly op: 'certain'
  readonly value: Range | Word
}

/** The status of another part where it applies, else unknown. */
export interface Used {
  readonly op: 'use'
  /** Its place in the parts of the program; always before this one. */
  readonly part: number
}

/**
 * What is known of a number or date: everything between two ends. An end that is nothing is open.
 * The two sides of a comparison are scaled so that `left.low` may be compared with `right.high` and
 * `left.high` with `right.low`; no other pair.
 */
export interface Range {
  readonly op: 'range'
  readonly low: Int
  /** The same object as `low` where no aggregate is inside: a point. */
  readonly high: Int
}

/** A whole number, or nothing. `most` bounds its magnitude and never exceeds 2^63 − 1. */
export type Int = (
  | { readonly op: 'nothing' }
  | { readonly op: 'const'; readonly value: number }
  /** `value × scale` where the field holds a decimal of so many digits and |value × scale| ≤ most. */
  | {
      readonly op: 'field'
      readonly name: string
      readonly of: 'subject' | 'row'
      readonly type: 'number' | 'date' | 'boolean'
      /** 10ⁿ for n digits after the point; 1 for dates and booleans. */
      readonly scale: number
    }
  /** The day of the facts. */
  | { readonly op: 'asOf' }
  /** An end of an aggregate of the program. */
  | { readonly op: 'end'; readonly aggregation: number; readonly end: 'low' | 'high' }
  | { readonly op: 'add'; readonly left: Int; readonly right: Int }
  | { readonly op: 'multiply'; readonly left: Int; readonly right: Int }
  | { readonly op: 'negate'; readonly of: Int }
  /** `positive` where test > 0, else `otherwise`; nothing where the test is nothing. The other branch does not matter. */
  | { readonly op: 'pick'; readonly test: Int; readonly positive: Int; readonly otherwise: Int }
  /** A day number, `by` months later; see `addMonths`. */
  | { readonly op: 'months'; readonly day: Int; readonly by: number; readonly rounding: 'down' | 'up' }
) & { readonly most: number }

/** A text or code, or nothing. */
export type Word =
  | { readonly op: 'word'; readonly value: string }
  | { readonly op: 'wordField'; readonly name: string; readonly of: 'subject' | 'row' }
  /** What the code stands for at the end of a day. */
  | { readonly op: 'successor'; readonly code: Word; readonly at: Int }

/**
 * An aggregate over the related records. Its ends:
 * - count: low = records met; high = met or unknown
 * - countDistinct: low = different values of records met (at least 1 where a record is met whose value is
 *   nothing); high = different values of records met or unknown, plus their records whose value is nothing
 * - sum: low = sum over records met, plus what is negative among the unknown; high = likewise with what is
 *   positive; both nothing where a record met or unknown has no value
 * - max: nothing where no record is met; else low = greatest value of records met (nothing if they have
 *   none), high = greatest of records met or unknown (nothing if one of them has no value). min: mirrored
 * - a relation that is not recorded: low 0 and high nothing for counts, else both nothing
 */
export interface Aggregation {
  readonly source: Aggregate
  readonly fn: Aggregate['fn']
  readonly over: string
  /** Absent where every record counts. */
  readonly where?: Condition
  /** Absent for `count`. Of numbers, the scaled whole number that the ends are made of. */
  readonly value?: Int | Word
}

/** Tells words from whole numbers. */
export function isWord(value: Int | Word): value is Word {
  return value.op === 'word' || value.op === 'wordField' || value.op === 'successor'
}
