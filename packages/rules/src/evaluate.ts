import type {
  Aggregate,
  Expression,
  PlainDate,
  Policy,
  Predicate,
  Scalar,
  Succession,
  Truth,
} from '@tirazh/spec'
import {
  type Amount,
  certain,
  certainNumber,
  compareAmounts,
  isCertain,
  nothingKnown,
  number,
  type Quantity,
} from './amount.js'
import * as exact from './exact.js'
import { conjunction, disjunction, negation, threshold } from './kleene.js'
import { type Facts, factOf, isDay, type RelationModel, rowsOf, type SubjectModel } from './model.js'

/** What a rule is evaluated with. Everything is passed in: the engine has no clock and does no I/O. */
export interface Scope {
  readonly model: SubjectModel
  readonly policies: Readonly<Record<string, Policy>>
  readonly policy: Policy
  readonly succession: SuccessionLookup
  readonly asOf: PlainDate
  readonly lawAt: PlainDate
  readonly subject: Facts
}

/** The related record inside an aggregate. */
export interface Row {
  readonly facts: Facts
  readonly relation: RelationModel | undefined
}

/** What a code stands for on a date, with the mergers that led there. */
export type SuccessionLookup = (code: string, on: PlainDate) => Succession

/** The truth of a condition. Pure and total: bad data makes it unknown, never an exception. */
export function evaluate(predicate: Predicate, scope: Scope, row?: Row): Truth {
  switch (predicate.op) {
    case 'all':
      return conjunction(predicate.of.map((part) => evaluate(part, scope, row)))
    case 'any':
      return disjunction(predicate.of.map((part) => evaluate(part, scope, row)))
    case 'atLeast':
      return threshold(
        predicate.count,
        predicate.of.map((part) => evaluate(part, scope, row)),
      )
    case 'not':
      return negation(evaluate(predicate.of, scope, row))
    case 'cmp':
      return compareAmounts(
        amountOf(predicate.left, scope, row),
        predicate.is,
        amountOf(predicate.right, scope, row),
      )
    case 'in':
      return disjunction(
        predicate.set.map((word) =>
          compareAmounts(amountOf(predicate.value, scope, row), '=', certain(word)),
        ),
      )
    case 'known':
      return isCertain(amountOf(predicate.value, scope, row)) ? 'met' : 'unmet'
    case 'use': {
      const used = inPolicy(predicate.policy, scope)
      const version = used && inForceAt(used.policy.versions, used.lawAt)
      if (used === undefined || version === undefined) return 'unknown'
      const applies = version.applies === undefined || evaluate(version.applies, used) === 'met'
      return applies ? evaluate(version.rule, used) : 'unknown'
    }
  }
}

/** What is known of the value of an expression. */
export function amountOf(expression: Expression, scope: Scope, row?: Row): Amount {
  switch (expression.op) {
    case 'lit':
      return certain(expression.value)
    case 'param':
      return recorded(paramInForce(expression.name, scope)?.value)
    case 'asOf':
      return certain(scope.asOf)
    case 'field':
      return recorded(fieldValue(expression.name, expression.of === 'row' ? row : undefined, scope))
    case 'calc':
      return calculate(
        expression.fn,
        expression.of.map((part) => amountOf(part, scope, row)),
      )
    case 'change': {
      const from = certainNumber(amountOf(expression.from, scope, row))
      const to = certainNumber(amountOf(expression.to, scope, row))
      if (from === undefined || to === undefined || from.n === 0n) return nothingKnown
      const size = from.n < 0n ? { n: -from.n, d: from.d } : from
      return certain(exact.divide(exact.subtract(to, from), size))
    }
    case 'successor':
      return recorded(successionOf(expression, scope, row)?.to)
    case 'agg': {
      const tally = tallyOf(expression, scope)
      return { low: tally.low, high: tally.high }
    }
  }
}

/** How the related records of an aggregate came out. `rows` is absent where the relation is not recorded. */
export interface Tally {
  readonly low: number
  readonly high: number | undefined
  readonly rows?: readonly TalliedRow[]
}

export interface TalliedRow {
  readonly row: Row
  readonly status: Truth
  /** What `countDistinct` tells apart, where it is known. */
  readonly value: Scalar | undefined
}

/**
 * Counts the rows with the condition met as certain and those with it unknown as possible.
 * A row whose value to tell apart is missing may equal any other, so it only raises the upper end
 * (and the lower end from 0 to 1).
 */
export function tallyOf(aggregate: Aggregate, scope: Scope): Tally {
  const related = rowsOf(scope.subject, aggregate.over)
  if (related === undefined) return { low: 0, high: undefined }
  const relation = scope.model.relations[aggregate.over]
  const rows = related.map((facts): TalliedRow => {
    const row = { facts, relation }
    const status = aggregate.where === undefined ? 'met' : evaluate(aggregate.where, scope, row)
    const value = aggregate.value && plain(amountOf(aggregate.value, scope, row).low)
    return { row, status, value }
  })
  if (aggregate.fn === 'count') {
    const met = rows.filter((each) => each.status === 'met').length
    const open = rows.filter((each) => each.status === 'unknown').length
    return { low: met, high: met + open, rows }
  }
  const definite = new Set<Scalar>()
  const possible = new Set<Scalar>()
  let definiteNameless = 0
  let nameless = 0
  for (const { status, value } of rows) {
    if (status === 'unmet') continue
    if (value === undefined) {
      nameless += 1
      if (status === 'met') definiteNameless += 1
      continue
    }
    possible.add(value)
    if (status === 'met') definite.add(value)
  }
  const low = definite.size === 0 && definiteNameless > 0 ? 1 : definite.size
  return { low, high: possible.size + nameless, rows }
}

/** The value of a field. What is not of the type that the model states, such as a date in words, is not known. */
export function fieldValue(name: string, row: Row | undefined, scope: Scope): Scalar | undefined {
  const value = factOf(row === undefined ? scope.subject : row.facts, name)
  const type = (row === undefined ? scope.model : row.relation)?.fields[name]?.type
  switch (type) {
    case 'number':
    case 'share':
      return typeof value === 'number' ? value : undefined
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'date':
      return typeof value === 'string' && isDay(value) ? value : undefined
    default:
      return value
  }
}

/** The value of a parameter on the day of the law, and since when. */
export function paramInForce(
  name: string,
  scope: Scope,
): { readonly from: PlainDate; readonly value: Scalar } | undefined {
  const param = Object.hasOwn(scope.policy.params, name) ? scope.policy.params[name] : undefined
  return param && inForceAt(param.values, scope.lawAt)
}

/** The last entry that begins on or before the day; entries ascend by `from`. */
export function inForceAt<Entry extends { readonly from: PlainDate }>(
  entries: readonly Entry[],
  on: PlainDate,
): Entry | undefined {
  return entries.findLast((entry) => entry.from <= on)
}

export function successionOf(
  expression: Extract<Expression, { op: 'successor' }>,
  scope: Scope,
  row?: Row,
): Succession | undefined {
  const code = amountOf(expression.code, scope, row).low
  const at = amountOf(expression.at, scope, row).low
  return typeof code === 'string' && typeof at === 'string' && isDay(at)
    ? scope.succession(code, at)
    : undefined
}

/** The scope for the same subject under another policy. */
export function inPolicy(id: string, scope: Scope): Scope | undefined {
  const policy = Object.hasOwn(scope.policies, id) ? scope.policies[id] : undefined
  if (policy === undefined) return undefined
  return { ...scope, policy }
}

function calculate(fn: 'add' | 'subtract' | 'multiply', operands: readonly Amount[]): Amount {
  const [first, ...rest] = operands
  return first === undefined ? nothingKnown : rest.reduce((left, right) => combine(fn, left, right), first)
}

/** Interval arithmetic: the ends of the result are reached at the ends of the operands. */
function combine(fn: 'add' | 'subtract' | 'multiply', left: Amount, right: Amount): Amount {
  const [a, b, c, d] = [number(left.low), number(left.high), number(right.low), number(right.high)]
  if (fn === 'add') return { low: a && c && exact.add(a, c), high: b && d && exact.add(b, d) }
  if (fn === 'subtract') return { low: a && d && exact.subtract(a, d), high: b && c && exact.subtract(b, c) }
  if (!a || !b || !c || !d) return nothingKnown
  const products = [
    exact.multiply(a, c),
    exact.multiply(a, d),
    exact.multiply(b, c),
    exact.multiply(b, d),
  ].sort(exact.compare)
  return { low: products[0], high: products[3] }
}

function recorded(value: Scalar | undefined): Amount {
  return value === undefined ? nothingKnown : certain(value)
}

export function plain(value: Quantity | undefined): Scalar | undefined {
  return typeof value === 'object' ? exact.approximate(value) : value
}
