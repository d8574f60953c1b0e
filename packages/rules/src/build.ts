import type {
  Aggregate,
  Calculate,
  Comparison,
  Expression,
  Literal,
  Noun,
  Param,
  ParamRef,
  PlainDate,
  Policy,
  PolicyVersion,
  Predicate,
  Scalar,
  Text,
} from '@tirazh/spec'
import type { Facts, FieldName, RelatedRow, RelationModel, RelationName, SubjectModelOf } from './model.js'

/** An expression that knows the type of its value, so that a date is never compared with a number. */
export interface Expr<out T extends Scalar> {
  readonly node: Expression
  /** Never there: carries the type only. */
  readonly value?: T
}

/** The other side of a comparison: an expression of the same type or a plain value. */
export type Operand<T extends Scalar> = Expr<T> | T

/** The fields of a row, each as an expression of its type. */
export type FieldExprs<Row> = { readonly [Name in FieldName<Row>]: Expr<NonNullable<Row[Name]> & Scalar> }

/** A relation of the subject, to be counted over. */
export interface RelationExpr<Row extends Facts> {
  readonly name: string
  readonly noun: Noun
  readonly row: FieldExprs<Row>
}

/** What the rule of a policy is written with: the subject's fields and relations. */
export type SubjectExprs<Subject> = FieldExprs<Subject> & {
  readonly [Name in RelationName<Subject>]: RelationExpr<RelatedRow<Subject, Name>>
}

export interface PolicyOptions<Subject, Params extends Readonly<Record<string, Param>>>
  extends Wording<Subject, Params> {
  readonly id: string
  readonly title: Text
  readonly params: Params
  /** The day from which this wording is in force. */
  readonly from: PlainDate
  /** Wordings that replaced it, each in force from its day; last of all `null` from the day on which the policy was repealed. */
  readonly later?: Readonly<Record<PlainDate, Wording<Subject, Params> | null>>
}

/** One wording of a rule. */
export interface Wording<Subject, Params extends Readonly<Record<string, Param>>> {
  /** Whom the rule is about; everybody if left out. */
  readonly applies?: (subject: SubjectExprs<Subject>, params: ParamExprs<Params>) => Predicate
  readonly rule: (subject: SubjectExprs<Subject>, params: ParamExprs<Params>) => Predicate
}

export type ParamExprs<Params extends Readonly<Record<string, Param>>> = {
  readonly [Name in keyof Params]: ParamExpr<Widened<Params[Name]['values'][number]['value']>>
}

/** A parameter, also for where only a number or a parameter may stand. */
export interface ParamExpr<out T extends Scalar> extends Expr<T> {
  readonly node: ParamRef
}

type Widened<Value extends Scalar> = Value extends number
  ? number
  : Value extends boolean
    ? boolean
    : Value extends PlainDate
      ? PlainDate
      : string

/**
 * Writes a policy about the subjects of a model. The result is plain JSON.
 * @throws TypeError where a later wording does not begin after the earlier one
 */
export function policy<Subject extends Facts, const Params extends Readonly<Record<string, Param>>>(
  model: SubjectModelOf<Subject>,
  options: PolicyOptions<Subject, Params>,
): Policy {
  const subject = subjectExprs(model)
  const params = paramExprs(options.params)
  const versions: PolicyVersion[] = []
  for (const [from, wording] of dated<Wording<Subject, Params> | null>({
    ...options.later,
    [options.from]: options,
  })) {
    const before = versions.pop()
    if (before === undefined && from !== options.from) {
      throw new TypeError(
        `Policy '${options.id}' begins on ${options.from}: the wording from ${from} cannot be a later one.`,
      )
    }
    if (before !== undefined) versions.push(wording === null ? { ...before, until: from } : before)
    if (wording === null) continue
    const { applies, rule } = wording
    versions.push({
      from,
      ...(applies === undefined ? {} : { applies: applies(subject, params) }),
      rule: rule(subject, params),
    })
  }
  return {
    schema: 'policy/1',
    id: options.id,
    title: options.title,
    subject: model.kind,
    params: options.params,
    versions,
  }
}

/** The values of a parameter, each in force from its date. */
export function inForce<const Value extends Scalar>(
  values: Readonly<Record<PlainDate, Value>>,
  about: Omit<Param, 'values'>,
): DatedParam<Value> {
  return { ...about, values: dated(values).map(([from, value]) => ({ from, value })) }
}

/** A parameter whose values are known to the compiler. */
export interface DatedParam<Value extends Scalar> extends Param {
  readonly values: readonly { readonly from: PlainDate; readonly value: Value }[]
}

/**
 * The same policy with other values for some parameters, for the whole time the policy is in force.
 * @throws TypeError for a parameter that the policy does not have, or a value of another type
 */
export function withParams(
  original: Policy,
  values: Readonly<Record<string, Scalar>>,
  origin: Text = { ru: 'задано регионом', en: 'set by the region' },
): Policy {
  const params: Record<string, Param> = { ...original.params }
  for (const [name, value] of Object.entries(values)) {
    const param = params[name]
    const from = param?.values[0]?.from
    if (param === undefined || from === undefined) {
      const known = Object.keys(original.params).join(', ')
      throw new TypeError(`Policy '${original.id}' has no parameter '${name}'; it has: ${known}.`)
    }
    if (typeof value !== typeof param.values[0]?.value) {
      const wanted = typeof param.values[0]?.value
      throw new TypeError(`Parameter '${name}' of policy '${original.id}' is a ${wanted}, not '${value}'.`)
    }
    params[name] = { ...param, origin, values: [{ from, value }] }
  }
  return { ...original, params }
}

/** The date of the facts. */
export const asOf: Expr<PlainDate> = { node: { op: 'asOf' } }

export const all = (...of: readonly Predicate[]): Predicate => ({ op: 'all', of })
export const any = (...of: readonly Predicate[]): Predicate => ({ op: 'any', of })
export const not = (of: Predicate): Predicate => ({ op: 'not', of })
/** At least `count` of the conditions; a number or a parameter. */
export const atLeast = (count: number | ParamExpr<number>, ...of: readonly Predicate[]): Predicate => ({
  op: 'atLeast',
  count: constantOf(count),
  of,
})
/** Whether the value is recorded. */
export const known = (value: Expr<Scalar>): Predicate => ({ op: 'known', value: value.node })
/** The status under another policy of the same region. */
export const use = (id: string): Predicate => ({ op: 'use', policy: id })

/** A comparison of two values of one type. */
export type Compare<Of extends Scalar> = <T extends Of>(
  left: Expr<T>,
  right: Operand<NoInfer<T>>,
) => Predicate

/** What has an order. Words have none: it would differ from store to store. */
export type Ordered = number | PlainDate

export const eq: Compare<Scalar> = compare('=')
export const ne: Compare<Scalar> = compare('!=')
export const lt: Compare<Ordered> = compare('<')
export const lte: Compare<Ordered> = compare('<=')
export const gt: Compare<Ordered> = compare('>')
export const gte: Compare<Ordered> = compare('>=')

/** One of the listed values. */
export function isOneOf<T extends Scalar>(value: Expr<T>, set: readonly NoInfer<T>[]): Predicate {
  return { op: 'in', value: value.node, set }
}

export const add = (...of: readonly Operand<number>[]): Expr<number> => calculate('add', of)
export const subtract = (...of: readonly Operand<number>[]): Expr<number> => calculate('subtract', of)
export const multiply = (...of: readonly Operand<number>[]): Expr<number> => calculate('multiply', of)

/** `(to − from) / |from|`; unknown where `from` may be 0. */
export function change(from: Operand<number>, to: Operand<number>): Expr<number> {
  return { node: { op: 'change', from: operand(from), to: operand(to) } }
}

/** `numerator / denominator`; unknown where the denominator may be 0. */
export function ratio(numerator: Operand<number>, denominator: Operand<number>): Expr<number> {
  return { node: { op: 'ratio', numerator: operand(numerator), denominator: operand(denominator) } }
}

/** The date so many days later; earlier if negative. */
export function plusDays(date: Operand<PlainDate>, by: number | ParamExpr<number>): Expr<PlainDate> {
  return { node: { op: 'shift', date: operand(date), by: constantOf(by), unit: 'day' } }
}

/**
 * The date so many months later; earlier if negative. Where that month has no such day, `down` takes
 * its last day and `up` the first day of the next.
 */
export function plusMonths(
  date: Operand<PlainDate>,
  by: number | ParamExpr<number>,
  rounding: 'down' | 'up',
): Expr<PlainDate> {
  return { node: { op: 'shift', date: operand(date), by: constantOf(by), unit: 'month', rounding } }
}

/** The municipality that a code stands for on a date. */
export function successor(code: Expr<string>, at: Expr<PlainDate>): Expr<string> {
  return { node: { op: 'successor', code: code.node, at: at.node } }
}

export interface CountOptions<Row> {
  /** Which records count; all of them if left out. */
  readonly where?: (row: FieldExprs<Row>) => Predicate
  /** What is told apart; if given, records with an equal value count once. */
  readonly distinct?: (row: FieldExprs<Row>) => Expr<Scalar>
  /** What is counted, for texts; the records themselves if left out. */
  readonly noun?: Noun
}

/** How many related records there are that satisfy a condition, or how many different values. */
export function count<Row extends Facts>(
  over: RelationExpr<Row>,
  options: CountOptions<Row> = {},
): Expr<number> {
  const node: Aggregate = {
    op: 'agg',
    fn: options.distinct === undefined ? 'count' : 'countDistinct',
    over: over.name,
    ...(options.distinct === undefined ? {} : { value: options.distinct(over.row).node }),
    ...(options.where === undefined ? {} : { where: options.where(over.row) }),
    noun: options.noun ?? over.noun,
  }
  return { node }
}

/** The sum of a value over the related records that satisfy a condition. */
export function sum<Row extends Facts>(
  over: RelationExpr<Row>,
  options: OfOptions<Row, number>,
): Expr<number> {
  return { node: valued('sum', over, options) }
}

/** The least value among the related records that satisfy a condition; unknown where there are none. */
export function min<Row extends Facts, T extends Ordered>(
  over: RelationExpr<Row>,
  options: OfOptions<Row, T>,
): Expr<T> {
  return { node: valued('min', over, options) }
}

/** The greatest value among the related records that satisfy a condition; unknown where there are none. */
export function max<Row extends Facts, T extends Ordered>(
  over: RelationExpr<Row>,
  options: OfOptions<Row, T>,
): Expr<T> {
  return { node: valued('max', over, options) }
}

export interface OfOptions<Row, T extends Scalar> {
  /** The value of each record. */
  readonly of: (row: FieldExprs<Row>) => Expr<T>
  /** Which records; all of them if left out. */
  readonly where?: (row: FieldExprs<Row>) => Predicate
}

/** Gives a condition a name, a wording for people and its sources. */
export function labelled(
  id: string,
  text: Text,
  predicate: Predicate,
  cites: readonly string[] = [],
): Predicate {
  return { ...predicate, id, text, ...(cites.length === 0 ? {} : { cites }) }
}

function valued<Row extends Facts, T extends Scalar>(
  fn: 'sum' | 'min' | 'max',
  over: RelationExpr<Row>,
  { of, where }: OfOptions<Row, T>,
): Aggregate {
  const value = of(over.row).node
  return { op: 'agg', fn, over: over.name, value, ...(where === undefined ? {} : { where: where(over.row) }) }
}

function compare(is: Comparison): Compare<Scalar> {
  return (left, right) => ({ op: 'cmp', left: left.node, is, right: operand(right) })
}

function operand(value: Operand<Scalar>): Expression {
  return typeof value === 'object' ? value.node : { op: 'lit', value }
}

function calculate(fn: Calculate['fn'], of: readonly Operand<number>[]): Expr<number> {
  return { node: { op: 'calc', fn, of: of.map(operand) } }
}

function constantOf(value: number | ParamExpr<number>): Literal | ParamRef {
  return typeof value === 'number' ? { op: 'lit', value } : value.node
}

/** Entries by day, in ascending order. */
function dated<Value>(values: Readonly<Record<PlainDate, Value>>): [PlainDate, Value][] {
  // The keys are days by their type; `entries` forgets that.
  return (Object.entries(values) as [PlainDate, Value][]).sort(([a], [b]) => (a < b ? -1 : 1))
}

function subjectExprs<Subject extends Facts>(model: SubjectModelOf<Subject>): SubjectExprs<Subject> {
  const relations = Object.entries<RelationModel>(model.relations).map(([name, relation]) => [
    name,
    { name, noun: relation.noun, row: fieldExprs(relation.fields, 'row') },
  ])
  return { ...fieldExprs(model.fields, 'subject'), ...Object.fromEntries(relations) }
}

function fieldExprs(fields: object, of: 'subject' | 'row'): Record<string, Expr<Scalar>> {
  const names = ['id', ...Object.keys(fields)]
  return Object.fromEntries(names.map((name) => [name, { node: { op: 'field', name, of } }]))
}

function paramExprs<Params extends Readonly<Record<string, Param>>>(params: Params): ParamExprs<Params> {
  const exprs = Object.keys(params).map((name) => [name, { node: { op: 'param', name } }])
  // `fromEntries` forgets the names; they are the keys of `params`, by construction.
  return Object.fromEntries(exprs) as ParamExprs<Params>
}
