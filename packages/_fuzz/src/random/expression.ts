import type { Aggregate, Expression, Literal, ParamRef } from '@tirazh/spec'
import { type Context, randomField } from './context.js'
import { noun } from './model.js'
import { randomPredicate } from './predicate.js'
import {
  countSize,
  fieldSize,
  literalSize,
  mostSummed,
  productSize,
  quotientSize,
  type Size,
  sumSize,
  totalSize,
} from './size.js'
import { randomValue, type Type } from './values.js'

export interface Sized {
  readonly node: Expression
  readonly size: Size
}

/** An expression of a type; `depth` is how far it may still grow. */
export function randomExpression(type: Type, context: Context, depth: number): Sized {
  if (type === 'number') return randomNumber(context, depth)
  const node = type === 'date' ? randomDate(context, depth) : randomOther(type, context, depth)
  return { node, size: literalSize(3_000_000) }
}

function randomNumber(context: Context, depth: number): Sized {
  const { random, aggregates } = context
  if (depth <= 0) return random.chance(0.7) ? numberField(context) : numberConstant(context)
  const part = (): Sized => randomNumber(context, depth - 1)
  /** What may stand under a division, or be multiplied by what is counted: without a fraction of its own. */
  const plain = (inner: Context = context): Sized => {
    const made = randomNumber(inner, depth - 1)
    return made.size.decimal ? made : numberField(inner)
  }
  return random.oneOf<Sized>(
    [30, () => numberField(context)],
    [12, () => numberConstant(context)],
    [aggregates ? 35 : 0, () => randomAggregate('number', context)],
    [
      10,
      () => {
        const of = random.list(1, 3, part)
        const node: Expression = {
          op: 'calc',
          fn: random.pick(['add', 'subtract']),
          of: of.map((each) => each.node),
        }
        return { node, size: sumSize(of.map((each) => each.size)) }
      },
    ],
    [
      10,
      () => {
        const factor = plain({ ...context, aggregates: false })
        const of = random.chance(0.5) ? [factor, part()] : [part(), factor]
        const node: Expression = { op: 'calc', fn: 'multiply', of: of.map((each) => each.node) }
        return { node, size: productSize(of.map((each) => each.size)) }
      },
    ],
    [
      9,
      () => {
        const [x, y] = [plain(), plain()]
        const node: Expression = { op: 'ratio', numerator: x.node, denominator: y.node }
        return { node, size: quotientSize(x.size, y.size) }
      },
    ],
    [
      9,
      () => {
        const [from, to] = [plain(), plain()]
        const node: Expression = { op: 'change', from: from.node, to: to.node }
        return { node, size: quotientSize(sumSize([from.size, to.size]), from.size) }
      },
    ],
  )
}

function numberField(context: Context): Sized {
  const { name, of, fields } = randomField('number', context)
  return { node: { op: 'field', name, of }, size: fieldSize(fields[name] ?? {}) }
}

function numberConstant(context: Context): Sized {
  const { node, values } = randomConstant('number', context)
  const sizes = values.map((value) => literalSize(Number(value)))
  const size = {
    n: Math.max(...sizes.map(({ n }) => n)),
    d: Math.max(...sizes.map(({ d }) => d)),
    decimal: true,
  }
  return { node, size }
}

function randomDate(context: Context, depth: number): Expression {
  const { random, aggregates, asOf } = context
  const by = (most: number): Literal | ParamRef =>
    random.chance(0.7)
      ? { op: 'lit', value: random.pick([0, 1, -1, 12, -12, 28, 30, -31, most]) }
      : { op: 'param', name: context.params.name('whole').name }
  return random.oneOf<Expression>(
    [40, () => ({ op: 'field', ...pathOf(randomField('date', context)) })],
    [15, () => randomConstant('date', context).node],
    [asOf ? 35 : 0, () => ({ op: 'asOf' })],
    [aggregates ? 12 : 0, () => randomAggregate('date', context).node],
    [
      depth > 0 ? 8 : 0,
      () => ({ op: 'shift', date: randomDate(context, depth - 1), by: by(36_525), unit: 'day' }),
    ],
    [
      depth > 0 ? 22 : 0,
      () => {
        const rounding = random.pick(['down', 'up'] as const)
        return { op: 'shift', date: randomDate(context, depth - 1), by: by(1200), unit: 'month', rounding }
      },
    ],
  )
}

function randomOther(type: 'boolean' | 'word', context: Context, depth: number): Expression {
  const { random } = context
  return random.oneOf<Expression>(
    [50, () => ({ op: 'field', ...pathOf(randomField(type, context)) })],
    [20, () => randomConstant(type, context).node],
    [
      type === 'word' && depth > 0 ? 45 : 0,
      () => ({
        op: 'successor',
        code: randomOther('word', context, depth - 1),
        at: random.chance(0.5)
          ? { op: 'asOf' }
          : randomDate({ ...context, asOf: true, aggregates: false }, depth - 1),
      }),
    ],
  )
}

/** An aggregate that is worth a number or a date. */
function randomAggregate(type: 'number' | 'date', context: Context): Sized {
  const { random, model } = context
  const over = random.pick(Object.keys(model.relations))
  const inside: Context = { ...context, row: over, aggregates: false, asOf: true }
  const valueContext: Context = { ...inside, asOf: false }
  const where = random.chance(0.75) ? { where: randomPredicate(inside, random.int(0, 2)) } : {}
  const made = (fn: Aggregate['fn'], value: Expression | undefined, size: Size): Sized => {
    const label = random.chance(0.3) ? { noun } : {}
    return { node: { op: 'agg', fn, over, ...(value ? { value } : {}), ...where, ...label }, size }
  }
  const measured = (sums: boolean): Sized => {
    const found = randomNumber(valueContext, random.int(0, 1))
    const fits = found.size.decimal && totalSize(found.size).n < mostSummed
    if (fits || (!sums && found.size.decimal && found.size.n < mostSummed)) return found
    return { node: { op: 'field', name: 's1', of: 'row' }, size: fieldSize({}) }
  }
  if (type === 'date') {
    const day = randomDate(valueContext, 1)
    // A constant day is a text here: nothing says that a date is wanted.
    const isConstant = day.op === 'lit' || day.op === 'param'
    const value: Expression = isConstant
      ? { op: 'shift', date: day, by: { op: 'lit', value: 0 }, unit: 'day' }
      : day
    return made(random.pick(['min', 'max']), value, countSize)
  }
  return random.oneOf<Sized>(
    [30, () => made('count', undefined, countSize)],
    [
      30,
      () => {
        const told = random.pick(['number', 'date', 'boolean', 'word', 'word', 'word'] as const)
        const value = told === 'number' ? measured(false).node : randomExpression(told, valueContext, 1).node
        return made('countDistinct', value, countSize)
      },
    ],
    [
      20,
      () => {
        const { node, size } = measured(true)
        return made('sum', node, totalSize(size))
      },
    ],
    [
      20,
      () => {
        const { node, size } = measured(false)
        return made(random.pick(['min', 'max']), node, size)
      },
    ],
  )
}

/** A literal or a parameter, with what it may be worth. */
function randomConstant(
  type: Type,
  context: Context,
): { node: Literal | ParamRef; values: readonly unknown[] } {
  const { random, days, params } = context
  if (random.chance(0.6)) {
    const value = randomValue(type, random, days)
    return { node: { op: 'lit', value }, values: [value] }
  }
  const { name, values } = params.name(type)
  return { node: { op: 'param', name }, values }
}

function pathOf({ name, of }: { name: string; of: 'subject' | 'row' }): {
  name: string
  of: 'subject' | 'row'
} {
  return { name, of }
}
