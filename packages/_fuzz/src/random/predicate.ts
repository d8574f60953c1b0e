import type { Comparison, Expression, Labelled, Literal, ParamRef, Predicate } from '@tirazh/spec'
import { dayOf, monthsLater } from '../reference/calendar.js'
import { type Context, randomField } from './context.js'
import { dateOf, monthEnds } from './days.js'
import { randomExpression, type Sized } from './expression.js'
import { text } from './model.js'
import { areComparable, literalSize, mostCompared, sumSize } from './size.js'
import { randomValue, type Type } from './values.js'

/** A condition; `depth` is how far it may still grow. */
export function randomPredicate(context: Context, depth: number): Predicate {
  return { ...bare(context, depth), ...label(context) }
}

function bare(context: Context, depth: number): Predicate {
  const { random } = context
  if (depth <= 0) return leaf(context)
  const part = (): Predicate => randomPredicate(context, depth - 1)
  return random.oneOf<Predicate>(
    [35, () => leaf(context)],
    [20, () => ({ op: 'all', of: random.list(random.chance(0.05) ? 0 : 1, 3, part) })],
    [20, () => ({ op: 'any', of: random.list(random.chance(0.05) ? 0 : 1, 3, part) })],
    [15, () => ({ op: 'atLeast', count: quantity(context), of: random.list(1, 4, part) })],
    [10, () => ({ op: 'not', of: part() })],
    [
      0.3,
      () => ({ op: random.pick(['all', 'any'] as const), of: random.list(30, 150, () => leaf(context)) }),
    ],
    [0.3, () => deep(context, random.int(8, 20))],
  )
}

/** Conditions inside one another, as deep as they may be. */
function deep(context: Context, depth: number): Predicate {
  const { random } = context
  let made = leaf(context)
  for (let level = 0; level < depth; level += 1) {
    made = random.chance(0.3)
      ? { op: 'not', of: made }
      : { op: random.pick(['all', 'any'] as const), of: [made, leaf(context)] }
  }
  return made
}

function leaf(context: Context): Predicate {
  const { random, usable } = context
  return random.oneOf<Predicate>(
    [70, () => comparison(context)],
    [12, () => membership(context)],
    [12, () => known(context)],
    [usable.length > 0 ? 6 : 0, () => ({ op: 'use', policy: random.pick(usable) })],
  )
}

const ordered: readonly Comparison[] = ['=', '!=', '<', '<=', '>', '>=']
const unordered: readonly Comparison[] = ['=', '!=']

function comparison(context: Context): Predicate {
  const { random } = context
  const type = randomType(context)
  const is = random.pick(type === 'number' || type === 'date' ? ordered : unordered)
  if (type === 'date' && random.chance(0.15)) return { op: 'cmp', is, ...atMonthEnd(context) }
  for (let attempt = 0; attempt < 6; attempt += 1) {
    // The date of the facts stands on one side only.
    const isLeftAsOf = context.asOf && random.chance(0.5)
    const left = randomExpression(type, { ...context, asOf: isLeftAsOf }, random.int(0, 2))
    const right = randomExpression(type, { ...context, asOf: context.asOf && !isLeftAsOf }, random.int(0, 2))
    if (type !== 'number' || areComparable(left.size, right.size)) {
      return { op: 'cmp', left: left.node, is, right: nearTo(type, left, right, isLeftAsOf, context) }
    }
  }
  const of = context.row === undefined ? 'subject' : 'row'
  return { op: 'cmp', left: { op: 'field', name: 'n1', of }, is: '>=', right: { op: 'lit', value: 1 } }
}

/** The end of a month shifted to one that is shorter, beside the day it comes to. */
function atMonthEnd(context: Context): { readonly left: Expression; readonly right: Expression } {
  const { random } = context
  const [day, by] = [random.pick(monthEnds), random.pick([1, -1, 3, 11, 12, -12, -2])]
  const rounding = random.pick(['down', 'up'] as const)
  const to = dateOf(monthsLater(dayOf(day) ?? 0, by, rounding) + random.pick([-1, 0, 0, 1]))
  const { name, of } = randomField('date', context)
  const date = random.oneOf<Expression>(
    [50, () => ({ op: 'lit', value: day })],
    [50, () => ({ op: 'field', name, of })],
  )
  const left: Expression = { op: 'shift', date, by: { op: 'lit', value: by }, unit: 'month', rounding }
  return { left, right: { op: 'lit', value: to } }
}

/** The right side of a comparison; at times the left one over again or next to it, however long its numbers are. */
function nearTo(type: Type, left: Sized, right: Sized, isAsOf: boolean, { random }: Context): Expression {
  if (isAsOf || !random.chance(0.1) || !areComparable(left.size, left.size)) return right.node
  // The least by which they can differ.
  const little = random.pick([0, 1, -1]) * Number(`1e-${Math.min(Math.ceil(left.size.d), 6)}`)
  const sum = sumSize([left.size, literalSize(little)])
  if (type !== 'number' || little === 0 || !areComparable(left.size, sum)) return left.node
  return { op: 'calc', fn: 'add', of: [left.node, { op: 'lit', value: little }] }
}

function membership(context: Context): Predicate {
  const { random, days } = context
  const type = randomType(context)
  const value = certainlySized(type, context, (size) => areComparable(size, { n: 6, d: 3, decimal: true }))
  return {
    op: 'in',
    value,
    set: random.list(1, random.chance(0.05) ? 100 : 4, () => randomValue(type, random, days)),
  }
}

function known(context: Context): Predicate {
  return {
    op: 'known',
    value: certainlySized(randomType(context), context, ({ n, d }) => n + d < mostCompared),
  }
}

function certainlySized(type: Type, context: Context, fits: (size: Sized['size']) => boolean): Expression {
  const made = randomExpression(type, context, context.random.int(0, 2))
  if (type !== 'number' || fits(made.size)) return made.node
  return { op: 'field', name: 's1', of: context.row === undefined ? 'subject' : 'row' }
}

function randomType({ random }: Context): Type {
  return random.pick(['number', 'number', 'number', 'date', 'date', 'date', 'word', 'word', 'boolean'])
}

function quantity({ random, params }: Context): Literal | ParamRef {
  if (random.chance(0.7)) return { op: 'lit', value: random.int(0, 3) }
  return { op: 'param', name: params.name('whole').name }
}

/** Ids are made unique afterwards. */
function label({ random }: Context): Labelled {
  if (!random.chance(0.15)) return {}
  return {
    id: 'id',
    ...(random.chance(0.5) ? { text } : {}),
    ...(random.chance(0.3) ? { cites: ['§ 1'] } : {}),
  }
}
