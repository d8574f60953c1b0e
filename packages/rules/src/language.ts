import type {
  Comparison,
  Expression,
  Literal,
  Noun,
  Param,
  ParamRef,
  ParamValue,
  Policy,
  PolicyVersion,
  Predicate,
  Text,
} from '@tirazh/spec'
import type { PolicyLimits } from './limits.js'

/*
 * The policy language as a table: which keys each kind of object has, and what stands under them. The
 * check of shapes and the JSON Schema both read it; the compiler holds it to the keys of the types.
 */

/** What a value must be. */
export type Kind = Leaf | Branch

/**
 * A value without members. `name` is an id or the name of something, `line` a text for people, `value`
 * what a rule compares, `whole` a whole number, `date` a day of the calendar.
 */
export type Leaf = NamedLeaf | { readonly words: readonly string[] }
export type NamedLeaf = 'name' | 'line' | 'value' | 'whole' | 'date'

/** A list, an object of objects under names that the author chose, or one object. */
export type Branch = List | { readonly named: Shape } | OneObject

export interface List {
  readonly list: Kind
  /** What bounds the members of all such lists together; `nodes` if left out. */
  readonly limit?: keyof PolicyLimits
  /** There is at least one member. */
  readonly some?: true
  /** The members are of one type. */
  readonly alike?: true
}

/** An object of known keys, or one of a group as its `op` tells. */
export type OneObject = { readonly shape: Shape } | { readonly group: Group }

/** The keys of an object, in the order in which they are written. */
export type Shape = Readonly<Record<string, Key>>

export interface Key {
  readonly kind: Kind
  readonly optional?: true
  /** The key is left out where the other key holds the word, and only there. */
  readonly unless?: { readonly key: string; readonly word: string }
}

/** Objects told apart by `op`. A `quantity` is a whole number or a parameter. */
export type Group = 'predicate' | 'expression' | 'quantity'

type KeysOf<T> = { readonly [Name in Exclude<T extends T ? keyof T : never, 'op'>]-?: Key }
type NodesOf<Node extends { readonly op: string }> = {
  readonly [Op in Node['op']]: KeysOf<Extract<Node, { readonly op: Op }>>
}

const must = (kind: Kind): Key => ({ kind })
const may = (kind: Kind): Key => ({ kind, optional: true })
const word = <Word extends string>(...words: readonly Word[]): Leaf => ({ words })

const name = must('name')
const line = must('line')
const date = must('date')
const predicate = must({ group: 'predicate' })
const expression = must({ group: 'expression' })
const quantity = must({ group: 'quantity' })
const predicates = must({ list: { group: 'predicate' } })

const text: KeysOf<Text> = { ru: line, en: line }
const texts = must({ shape: text })
const noun: KeysOf<Noun> = {
  ru: must({ shape: { one: line, few: line, many: line } satisfies KeysOf<Noun['ru']> }),
  en: must({ shape: { one: line, other: line } satisfies KeysOf<Noun['en']> }),
}
const parameterValue: KeysOf<ParamValue> = { from: date, until: may('date'), value: must('value') }
const parameter: KeysOf<Param> = {
  title: texts,
  origin: texts,
  shownAs: may(word('number', 'share')),
  values: must({ list: { shape: parameterValue }, limit: 'values', some: true }),
}
const version: KeysOf<PolicyVersion> = {
  from: date,
  until: may('date'),
  applies: may({ group: 'predicate' }),
  rule: predicate,
}
const policy: KeysOf<Policy> = {
  schema: must(word('policy/1')),
  id: name,
  title: texts,
  subject: name,
  params: must({ named: parameter }),
  versions: must({ list: { shape: version }, limit: 'versions', some: true }),
}

/** The objects that have no `op`. */
export const shapes: Readonly<
  Record<'policy' | 'version' | 'parameter' | 'parameterValue' | 'text' | 'noun', Shape>
> = { policy, version, parameter, parameterValue, text, noun }

const labelled = { id: may('name'), text: may({ shape: text }), cites: may({ list: 'line' }) }
const predicateShapes: NodesOf<Predicate> = {
  all: { ...labelled, of: predicates },
  any: { ...labelled, of: predicates },
  atLeast: { ...labelled, count: quantity, of: predicates },
  not: { ...labelled, of: predicate },
  cmp: {
    ...labelled,
    left: expression,
    is: must(word<Comparison>('=', '!=', '<', '<=', '>', '>=')),
    right: expression,
  },
  in: {
    ...labelled,
    value: expression,
    set: must({ list: 'value', limit: 'set', some: true, alike: true }),
  },
  known: { ...labelled, value: expression },
  use: { ...labelled, policy: name },
}
const expressionShapes: NodesOf<Expression> = {
  lit: { value: must('value') },
  param: { name },
  asOf: {},
  field: { name, of: must(word('subject', 'row')) },
  calc: {
    fn: must(word('add', 'subtract', 'multiply')),
    of: must({ list: { group: 'expression' }, some: true }),
  },
  ratio: { numerator: expression, denominator: expression },
  change: { from: expression, to: expression },
  shift: {
    date: expression,
    by: quantity,
    unit: must(word('day', 'month')),
    rounding: { kind: word('down', 'up'), unless: { key: 'unit', word: 'day' } },
  },
  successor: { code: expression, at: expression },
  agg: {
    fn: must(word('count', 'countDistinct', 'sum', 'min', 'max')),
    over: name,
    value: { kind: { group: 'expression' }, unless: { key: 'fn', word: 'count' } },
    where: may({ group: 'predicate' }),
    noun: may({ shape: noun }),
  },
}
const quantityShapes: NodesOf<Literal | ParamRef> = { lit: { value: must('whole') }, param: { name } }

/** The objects that have an `op`, by it. */
export const groups: Readonly<Record<Group, Readonly<Record<string, Shape>>>> = {
  predicate: predicateShapes,
  expression: expressionShapes,
  quantity: quantityShapes,
}
