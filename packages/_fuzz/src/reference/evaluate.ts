import type { Calculate, Expression, Predicate } from '@tirazh/spec'
import { aggregateOf } from './aggregate.js'
import { type Amount, certain, compareAmounts, isCertain, nothingKnown, numberOf } from './amount.js'
import { monthsLater } from './calendar.js'
import * as exact from './exact.js'
import { type Code, conjunction, disjunction, negation, threshold } from './kleene.js'
import { fieldValue, paramInForce, type Row, type Scope, successorOf, versionInForce } from './scope.js'

/** The truth of a condition. */
export function evaluate(predicate: Predicate, scope: Scope, row?: Row): Code {
  switch (predicate.op) {
    case 'all':
      return conjunction(predicate.of.map((part) => evaluate(part, scope, row)))
    case 'any':
      return disjunction(predicate.of.map((part) => evaluate(part, scope, row)))
    case 'atLeast': {
      const { count } = predicate
      return threshold(
        Number(count.op === 'lit' ? count.value : paramInForce(count.name, scope)),
        predicate.of.map((part) => evaluate(part, scope, row)),
      )
    }
    case 'not':
      return negation(evaluate(predicate.of, scope, row))
    case 'cmp': {
      const [left, right] = [amountOf(predicate.left, scope, row), amountOf(predicate.right, scope, row)]
      return compareAmounts(left, predicate.is, right)
    }
    case 'in': {
      const value = amountOf(predicate.value, scope, row)
      return disjunction(predicate.set.map((each) => compareAmounts(value, '=', constant(each))))
    }
    case 'known':
      return isCertain(amountOf(predicate.value, scope, row)) ? 2 : 0
    case 'use': {
      const policy = scope.policies[predicate.policy]
      if (policy === undefined) throw new TypeError(`There is no policy '${predicate.policy}'.`)
      const used = { ...scope, policy }
      const version = versionInForce(used)
      if (version === undefined) return 1
      if (version.applies !== undefined && evaluate(version.applies, used) !== 2) return 1
      return evaluate(version.rule, used)
    }
  }
}

/** What is known of the value of an expression. */
export function amountOf(expression: Expression, scope: Scope, row?: Row): Amount {
  switch (expression.op) {
    case 'lit':
      return constant(expression.value)
    case 'param':
      return constant(paramInForce(expression.name, scope))
    case 'asOf':
      return certain(numberOf(scope.asOf))
    case 'field':
      return certain(fieldValue(expression.name, expression.of === 'row' ? row : undefined, scope))
    case 'calc': {
      const [first = nothingKnown, ...rest] = expression.of.map((part) => amountOf(part, scope, row))
      return rest.reduce((left, right) => calculate(expression.fn, left, right), first)
    }
    case 'ratio': {
      const { numerator, denominator } = expression
      return quotient(amountOf(numerator, scope, row), amountOf(denominator, scope, row))
    }
    case 'change':
      return change(amountOf(expression.from, scope, row), amountOf(expression.to, scope, row))
    case 'shift': {
      const { low, high } = amountOf(expression.date, scope, row)
      const by = Number(
        expression.by.op === 'lit' ? expression.by.value : paramInForce(expression.by.name, scope),
      )
      const move = (end: Amount['low']): Amount['low'] => {
        const day = numberOf(end)
        if (day === undefined) return undefined
        if (expression.unit === 'day') return exact.add(day, exact.whole(by))
        return exact.whole(monthsLater(Number(day.n), by, expression.rounding))
      }
      return { low: move(low), high: move(high) }
    }
    case 'successor': {
      const code = amountOf(expression.code, scope, row).low
      const at = numberOf(amountOf(expression.at, scope, row).low)
      if (typeof code !== 'string' || at === undefined) return nothingKnown
      return certain(successorOf(code, Number(at.n), scope))
    }
    case 'agg':
      return aggregateOf(expression, scope)
  }
}

function constant(value: string | number | boolean): Amount {
  if (typeof value === 'number') return certain(exact.decimal(value))
  return certain(typeof value === 'boolean' ? exact.whole(value ? 1 : 0) : value)
}

function calculate(fn: Calculate['fn'], left: Amount, right: Amount): Amount {
  if (fn === 'add') return sum(left, right)
  if (fn === 'subtract') return sum(left, opposite(right))
  // One factor at least is certain or nothing; its sign decides which end of the other is which.
  return isCertain(left) ? times(left, right) : times(right, left)
}

function sum(left: Amount, right: Amount): Amount {
  return { low: both(left.low, right.low, exact.add), high: both(left.high, right.high, exact.add) }
}

function opposite({ low, high }: Amount): Amount {
  const [least, greatest] = [numberOf(high), numberOf(low)]
  return { low: least && exact.negate(least), high: greatest && exact.negate(greatest) }
}

function times(factor: Amount, amount: Amount): Amount {
  const by = numberOf(factor.low)
  if (by === undefined) return nothingKnown
  const low = both(by, amount.low, exact.multiply)
  const high = both(by, amount.high, exact.multiply)
  return exact.sign(by) > 0 ? { low, high } : { low: high, high: low }
}

/** x / y where y cannot be 0; whether it can is read off its lower end first. */
function quotient(x: Amount, y: Amount): Amount {
  const [least, greatest] = [numberOf(y.low), numberOf(y.high)]
  if (least === undefined) return nothingKnown
  if (exact.sign(least) > 0) return quotientOfPositive(x, least, greatest)
  if (greatest === undefined || exact.sign(greatest) >= 0) return nothingKnown
  return quotientOfPositive(opposite(x), exact.negate(greatest), exact.negate(least))
}

function quotientOfPositive(x: Amount, least: exact.Ratio, greatest: exact.Ratio | undefined): Amount {
  const [low, high] = [numberOf(x.low), numberOf(x.high)]
  return {
    low: low && both(low, exact.sign(low) > 0 ? greatest : least, exact.divide),
    high: high && both(high, exact.sign(high) > 0 ? least : greatest, exact.divide),
  }
}

/** (to − from) / |from|, which is to / |from| less the sign of `from`. */
function change(from: Amount, to: Amount): Amount {
  const [low, high] = [numberOf(from.low), numberOf(from.high)]
  if (low === undefined) return nothingKnown
  if (exact.sign(low) > 0) return sum(quotient(to, from), certain(exact.whole(-1)))
  if (high === undefined || exact.sign(high) >= 0) return nothingKnown
  return sum(quotient(to, opposite(from)), certain(exact.whole(1)))
}

function both(
  a: Amount['low'],
  b: Amount['low'],
  combine: (a: exact.Ratio, b: exact.Ratio) => exact.Ratio,
): exact.Ratio | undefined {
  const [left, right] = [numberOf(a), numberOf(b)]
  return left && right && combine(left, right)
}
