import type { Constant as CelConstant } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js'
import type { Value } from '@bufbuild/cel-spec/cel/expr/value_pb.js'
import type { Expression, Predicate, Scalar } from '@tirazh/spec'
import { refuse } from './refusal.js'

/** What a part of a CEL expression means in the policy language. */
export type Term = Constant | FieldTerm | Computed | Condition | Choice | List | Entries

export type Type = 'number' | 'text' | 'boolean' | 'date'

/** A value written in the expression. */
export interface Constant {
  readonly kind: 'constant'
  readonly type: Type
  readonly value: Scalar
}

/** A value of the subject, by the name of the field; `value` is absent where the record has none. */
export interface FieldTerm {
  readonly kind: 'field'
  readonly type: Type
  readonly name: string
  readonly value?: Scalar
}

/** A value that a policy works out, or a field of a row. */
export interface Computed {
  readonly kind: 'computed'
  readonly type: Type
  readonly expression: Expression
}

export interface Condition {
  readonly kind: 'condition'
  readonly predicate: Predicate
}

/** One of two values, by a condition. */
export interface Choice {
  readonly kind: 'choice'
  readonly test: Predicate
  readonly yes: Term
  readonly no: Term
}

/** Becomes the rows of a relation, where it is counted. */
export interface List {
  readonly kind: 'list'
  readonly elements: readonly Term[]
}

/** A map: becomes fields where a value is picked by its key, and rows where it is counted. */
export interface Entries {
  readonly kind: 'map'
  /** How its fields are named. */
  readonly name: string
  readonly entries: readonly Entry[]
}

export interface Entry {
  readonly key: Constant
  /** Refuses where the language has no such value. */
  readonly value: () => Term
}

export function constantOf({ constantKind: { case: kind, value } }: CelConstant): Constant {
  switch (kind) {
    case 'boolValue':
      return { kind: 'constant', type: 'boolean', value }
    case 'stringValue':
      return text(value)
    case 'int64Value':
    case 'uint64Value':
    case 'doubleValue':
      return number(value)
    case 'nullValue':
      return refuse('null', 'null')
    case 'bytesValue':
      return refuse('bytes', 'bytes')
    default:
      return refuse('time', String(kind))
  }
}

/** A value of the suite that a field can hold or a policy can be asked about. */
export function scalarOf({ kind: { case: kind, value } }: Value): Constant {
  switch (kind) {
    case 'boolValue':
      return { kind: 'constant', type: 'boolean', value }
    case 'stringValue':
      return text(value)
    case 'int64Value':
    case 'uint64Value':
    case 'doubleValue':
      return number(value)
    case 'typeValue':
      return refuse('types', value)
    case 'objectValue':
    case 'enumValue':
      return refuse('messages', kind)
    default:
      return refuse('result', String(kind))
  }
}

/** Up to 15 significant digits, which a double holds exactly as they are written. */
export function number(value: number | bigint): Constant {
  const plain = Number(value)
  const short = Math.abs(plain) < 1e15 && Number(plain.toPrecision(15)) === plain && decimalsOf(plain) <= 12
  if (!short || (typeof value === 'bigint' && BigInt(plain) !== value)) refuse('range', String(value))
  return { kind: 'constant', type: 'number', value: plain === 0 ? 0 : plain }
}

export function text(value: string): Constant {
  return { kind: 'constant', type: 'text', value }
}

/** Digits after the decimal sign, from the shortest way to write the number. */
export function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}
