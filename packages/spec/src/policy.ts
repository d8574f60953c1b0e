import type { Instant, Noun, PlainDate, RecordRef, Scalar, Text } from './scalars.js'

/**
 * Kleene's three truth values. `unknown` means that the records do not say yet: filling in a missing
 * field may turn it into `met` or `unmet`, never the other way. Under `known` an empty field is an
 * answer and not missing, so there it may turn the status.
 */
export type Truth = 'met' | 'unknown' | 'unmet'

/** A rule as data: plain JSON, versioned by date, with no code inside. */
export interface Policy {
  readonly schema: 'policy/1'
  readonly id: string
  readonly title: Text
  /** The kind of record that the policy judges. */
  readonly subject: string
  readonly params: Readonly<Record<string, Param>>
  /** In ascending order of `from`; each is in force until the next one begins, the last until it is repealed. */
  readonly versions: readonly PolicyVersion[]
}

/** In force from the day `from` up to, not including, the day `until`. */
export interface InForce {
  readonly from: PlainDate
  /** The day on which the next one begins; on the last one, the day from which nothing is in force. */
  readonly until?: PlainDate
}

/** A number or word that a region may set, in force by date. */
export interface Param {
  readonly title: Text
  /** Where the value comes from: «значение SDK по умолчанию» or a region's order. */
  readonly origin: Text
  /** How a number is shown: as it is, or 0.1 as 10 %. */
  readonly shownAs?: 'number' | 'share'
  /** In ascending order of `from`; each is in force until the next one begins. */
  readonly values: readonly ParamValue[]
}

export interface ParamValue extends InForce {
  readonly value: Scalar
}

/** A wording of the rule, in force from a date until the next version. */
export interface PolicyVersion extends InForce {
  /** Whom the rule is about at all. A subject that fails this is “not applicable”, not unmet. */
  readonly applies?: Predicate
  readonly rule: Predicate
}

export type Predicate = AllOf | AnyOf | AtLeastOf | Not | Compare | In | Known | Use

/** What any predicate may carry for the people who read it. */
export interface Labelled {
  /** Names the condition in leaf codes and explanations. Unique within a policy. */
  readonly id?: string
  /** The condition as a sentence fragment. Without it the text is composed from the tree. */
  readonly text?: Text
  /** Documents the condition follows from. */
  readonly cites?: readonly string[]
}

export interface AllOf extends Labelled {
  readonly op: 'all'
  readonly of: readonly Predicate[]
}

export interface AnyOf extends Labelled {
  readonly op: 'any'
  readonly of: readonly Predicate[]
}

/** At least `count` of the conditions. */
export interface AtLeastOf extends Labelled {
  readonly op: 'atLeast'
  readonly count: Literal | ParamRef
  readonly of: readonly Predicate[]
}

export interface Not extends Labelled {
  readonly op: 'not'
  readonly of: Predicate
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

export interface Compare extends Labelled {
  readonly op: 'cmp'
  readonly left: Expression
  readonly is: Comparison
  readonly right: Expression
}

export interface In extends Labelled {
  readonly op: 'in'
  readonly value: Expression
  readonly set: readonly Scalar[]
}

/** Whether a value is recorded at all, for fields whose emptiness says something: not ended, not revoked. */
export interface Known extends Labelled {
  readonly op: 'known'
  readonly value: Expression
}

/** The status of the same subject under another policy at the same dates. */
export interface Use extends Labelled {
  readonly op: 'use'
  readonly policy: string
}

export type Expression =
  | Literal
  | ParamRef
  | AsOf
  | Field
  | Calculate
  | Ratio
  | Change
  | Shift
  | Successor
  | Aggregate

export interface Literal {
  readonly op: 'lit'
  readonly value: Scalar
}

export interface ParamRef {
  readonly op: 'param'
  readonly name: string
}

/** The date of the facts. */
export interface AsOf {
  readonly op: 'asOf'
}

/** A field of the subject, or of the row inside an aggregate. */
export interface Field {
  readonly op: 'field'
  readonly name: string
  readonly of: 'subject' | 'row'
}

/** Exact arithmetic; one missing operand makes the result unknown. Only one factor may come from records that are counted. */
export interface Calculate {
  readonly op: 'calc'
  readonly fn: 'add' | 'subtract' | 'multiply'
  readonly of: readonly Expression[]
}

/** `numerator / denominator` exactly; unknown where a value is missing or the denominator may be 0. */
export interface Ratio {
  readonly op: 'ratio'
  readonly numerator: Expression
  readonly denominator: Expression
}

/** `(to − from) / |from|` exactly; unknown where a value is missing or `from` may be 0. */
export interface Change {
  readonly op: 'change'
  readonly from: Expression
  readonly to: Expression
}

/** A date so many days or months later; earlier where `by` is negative. `by` is a whole number. */
export type Shift = ShiftDays | ShiftMonths

export interface ShiftDays {
  readonly op: 'shift'
  readonly date: Expression
  readonly by: Literal | ParamRef
  readonly unit: 'day'
}

export interface ShiftMonths {
  readonly op: 'shift'
  readonly date: Expression
  readonly by: Literal | ParamRef
  readonly unit: 'month'
  /**
   * Where the month has no such day (31 January plus one month): `down` takes the last day of that
   * month, `up` the first day of the next.
   */
  readonly rounding: 'down' | 'up'
}

/** What a code means on a date: the legal successor of the municipality it named. */
export interface Successor {
  readonly op: 'successor'
  readonly code: Expression
  readonly at: Expression
}

/**
 * Counts, sums or finds the extreme of the related records for which `where` is met. Records for
 * which it is unknown widen the answer to an interval. A relation that is not recorded at all is
 * unknown, not empty. The sum of no records is 0; their least and greatest value is unknown.
 * Aggregates do not nest.
 */
export interface Aggregate {
  readonly op: 'agg'
  readonly fn: 'count' | 'countDistinct' | 'sum' | 'min' | 'max'
  /** The relation of the subject. */
  readonly over: string
  /** What is told apart, added up or compared; not for `count`. */
  readonly value?: Expression
  readonly where?: Predicate
  /** What is counted, for texts: “14 municipalities”. */
  readonly noun?: Noun
}

/**
 * Whether a policy speaks about the subject at all; stands beside the truth value. `unclear` where the
 * records do not say whether it applies.
 */
export type Standing = 'applies' | 'unclear' | 'not-applicable' | 'not-in-force'

/** The decision about one subject, with everything needed to explain it. Plain JSON. */
export interface Verdict {
  readonly policy: string
  readonly title: Text
  readonly subject: RecordRef & { readonly label: string }
  readonly status: Truth
  readonly standing: Standing
  /** The facts are as of the end of this day. */
  readonly asOf: PlainDate
  /** The wording and parameters are those in force on this day. */
  readonly lawAt: PlainDate
  /** Only what had been recorded by this moment was seen; absent where everything was. */
  readonly knownAt?: Instant
  /** The start of the wording that was applied; `null` where none was in force. */
  readonly version: PlainDate | null
  /** Why; `null` where no wording was in force. */
  readonly finding: Finding | null
}

/** One node of the explanation: what the condition asked for, what was found, and on what evidence. */
export interface Finding {
  readonly op: Predicate['op']
  readonly status: Truth
  /** Whether the verdict turns with this node: true along the path that decided. */
  readonly decisive: boolean
  readonly id?: string
  readonly text?: Text
  readonly cites?: readonly string[]
  /** What was found; an interval where something is missing. */
  readonly actual?: Measured
  readonly comparison?: Comparison
  readonly required?: Required
  /** How much is short at the worst end of the interval, where numbers are compared. */
  readonly shortfall?: number
  /** Values that are not recorded and could change this status. */
  readonly missing: readonly Missing[]
  /** The records behind each aggregate of the comparison, left to right. */
  readonly evidence?: readonly Evidence[]
  /** The conditions this one is made of. */
  readonly findings?: readonly Finding[]
  /** The verdict of the other policy, for `use`. */
  readonly verdict?: Verdict
}

export interface Measured {
  /** The certain value or the lower end; `null` if nothing is known. */
  readonly low: Scalar | null
  /** The upper end; `null` if there is none. Equal to `low` where the value is certain. */
  readonly high: Scalar | null
  /** What was measured. */
  readonly title: Text
  readonly shownAs: ValueType
  /** The name of the value, where it is a word of a catalogue. */
  readonly named?: Text
  /** What is counted, where the value is a count. */
  readonly noun?: Noun
}

export interface Required {
  readonly value: Scalar | readonly Scalar[] | null
  readonly shownAs: ValueType
  /** The names of the values, where they are words of a catalogue. */
  readonly named?: readonly Text[]
  /** The parameter the value came from, the day it came into force, and by what. */
  readonly param?: {
    readonly name: string
    readonly title: Text
    readonly from: PlainDate
    readonly origin: Text
  }
}

/** What a value is, and so how it is compared and written for people. A share is a number. */
export type ValueType = 'text' | 'code' | 'number' | 'share' | 'date' | 'boolean'

/** A field that nobody filled in, or that holds what a rule cannot use. */
export interface Missing {
  readonly record: RecordRef
  /** The document people know the record by, such as an order. */
  readonly label?: string | Text
  readonly field: string
  readonly title: Text
  /** The absence in words: «не указана дата внедрения». */
  readonly absent?: Text
  /** What stands there where it cannot be used: 30 February, or a number with more decimals than the model states. */
  readonly unusable?: string
}

/** The records an aggregate looked at, each in exactly one list. */
export interface Evidence {
  readonly fn: Aggregate['fn']
  readonly over: string
  readonly title: Text
  readonly counted: readonly Witness[]
  readonly pending: readonly Witness[]
  readonly rejected: readonly Witness[]
}

/** A record as evidence: what it was counted as and why. */
export interface Witness {
  readonly record: RecordRef
  readonly label?: string | Text
  /** Further records it was made from: the defence that followed a check. */
  readonly through?: readonly RecordRef[]
  /** The value told apart by `countDistinct`, e.g. the successor's code. */
  readonly value?: Scalar
  /** The code as recorded, where it means another one by now. */
  readonly succession?: Succession
  /** An earlier witness with the same value: this record adds nothing to the count. */
  readonly sameAs?: RecordRef
  /** The conditions that were unknown or unmet, for pending and rejected records. */
  readonly reasons: readonly Finding[]
}

/** The chain of mergers from the code that was recorded to the one it stands for. */
export interface Succession {
  readonly from: string
  readonly to: string
  readonly steps: readonly SuccessionStep[]
}

export interface SuccessionStep {
  readonly from: string
  readonly fromName: string
  readonly to: string
  readonly toName: string
  /** The first day on which `from` no longer exists. */
  readonly on: PlainDate
}
