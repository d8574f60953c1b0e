import type { Aggregate, Calculate, Expression, Literal, ParamRef, Scalar, Shift } from '@tirazh/spec'
import { dayOf } from './days.js'
import {
  changeBetween,
  decimal,
  hasConstantDenominator,
  isPoint,
  minus,
  over,
  plus,
  point,
  type Span,
  times,
  unknownSpan,
} from './fraction.js'
import { lowerPredicate } from './lower.js'
import {
  below,
  checkDigits,
  type Lowering,
  mostRecords,
  named,
  type Place,
  tooManyDigits,
  wrongType,
} from './lowering.js'
import type { FieldModel } from './model.js'
import type { Int, Term, Value, Word } from './program.js'
import { constant, followsAsOf, nothing, one, sum } from './whole.js'

type Type = Value['type']
type SpanType = Exclude<Type, 'word'>

/** The value of an expression. A text that is a day counts as a date where one is wanted. */
export function lowerExpression(
  expression: Expression,
  place: Place,
  lowering: Lowering,
  wanted?: Type,
): Term {
  const leaf = (value: Value): Term => ({ expression, value, of: [] })
  const inner = (part: Expression, key: string, type: Type): Term =>
    expected(lowerExpression(part, below(place, key), lowering, type), type, below(place, key), lowering)
  switch (expression.op) {
    case 'lit':
      return leaf(literal(expression.value, wanted, place, lowering))
    case 'param': {
      const value = paramValue(expression, place, lowering)
      return leaf(
        value === undefined ? nothingOf(wanted ?? 'number') : literal(value, wanted, place, lowering),
      )
    }
    case 'asOf':
      return leaf({ type: 'date', span: point({ op: 'asOf', most: mostDay }) })
    case 'field':
      return leaf(field(expression.name, expression.of, place, lowering))
    case 'calc': {
      const of = expression.of.map((part, index) => {
        const at = below(place, 'of', index)
        return expected(lowerExpression(part, at, lowering, 'number'), 'number', at, lowering)
      })
      return {
        expression,
        of,
        value: { type: 'number', span: calculated(expression.fn, of.map(spanOf), place, lowering) },
      }
    }
    case 'ratio': {
      const of = [
        inner(expression.numerator, 'numerator', 'number'),
        inner(expression.denominator, 'denominator', 'number'),
      ]
      return {
        expression,
        of,
        value: { type: 'number', span: divided(of.map(spanOf), (x, y) => over(x, y), place, lowering) },
      }
    }
    case 'change': {
      const of = [inner(expression.from, 'from', 'number'), inner(expression.to, 'to', 'number')]
      return {
        expression,
        of,
        value: { type: 'number', span: divided(of.map(spanOf), changeBetween, place, lowering) },
      }
    }
    case 'shift': {
      const date = inner(expression.date, 'date', 'date')
      return {
        expression,
        of: [date],
        value: { type: 'date', span: shifted(expression, spanOf(date), place, lowering) },
      }
    }
    case 'successor': {
      const code = inner(expression.code, 'code', 'word')
      const at = inner(expression.at, 'at', 'date')
      const day = spanOf(at)
      if (!isPoint(day)) aggregateInside(below(place, 'at'), lowering)
      const word: Word = { op: 'successor', code: wordOf(code), at: day.low.n }
      return { expression, of: [code, at], value: { type: 'word', word } }
    }
    case 'agg':
      return aggregate(expression, place, lowering)
  }
}

/** The whole number of a literal or parameter, or 0 and a fault. */
export function wholeNumber(expression: Literal | ParamRef, place: Place, lowering: Lowering): number {
  const value = expression.op === 'lit' ? expression.value : paramValue(expression, place, lowering)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  if (value !== undefined) {
    lowering.fault('POLICY_TYPE', place.path, 'Здесь нужно целое число.', 'This must be a whole number.')
  }
  return 0
}

function spanOf({ value }: Term): Span {
  return value.type === 'word' ? unknownSpan : value.span
}

function wordOf({ value }: Term): Word {
  return value.type === 'word' ? value.word : noWord
}

/** Stands where a fault was told: a program with faults is never evaluated. */
const noWord: Word = { op: 'word', value: '' }

/** Day numbers of the years 1000–9999, shifted by at most a century. */
const mostDay = 3_000_000

function literal(value: Scalar, wanted: Type | undefined, place: Place, lowering: Lowering): Value {
  if (typeof value === 'number') {
    const { n, d } = decimal(value)
    if (n === nothing) tooManyDigits(place, lowering.fault)
    return { type: 'number', span: point(n, d) }
  }
  if (typeof value === 'boolean') return { type: 'boolean', span: point(constant(value ? 1 : 0)) }
  const day = wanted === 'date' ? dayOf(value) : Number.NaN
  return Number.isNaN(day)
    ? { type: 'word', word: { op: 'word', value } }
    : { type: 'date', span: point(constant(day)) }
}

function paramValue({ name }: ParamRef, place: Place, lowering: Lowering): Scalar | undefined {
  const param = named('parameter', name, lowering.policy.params, place, lowering.fault)
  if (param === undefined) return undefined
  const value = lowering.param(name)
  if (value === undefined) {
    lowering.fault(
      'POLICY_DATES_GAP',
      place.path,
      `Параметр «${name}» не действует в часть времени, когда действует эта редакция: дополните его значения.`,
      `Parameter '${name}' has no value for a part of the time when this wording is in force: add one.`,
    )
  }
  return value
}

function field(name: string, of: 'subject' | 'row', place: Place, lowering: Lowering): Value {
  if (of === 'row' && place.row === undefined) {
    lowering.fault(
      'POLICY_ROW_OUTSIDE',
      place.path,
      'Поле записи можно брать только внутри подсчёта.',
      'A field of a row can be read only inside an aggregate.',
    )
    return nothingOf('number')
  }
  if (name === 'id') return { type: 'word', word: { op: 'wordField', name, of } }
  const fields = of === 'row' && place.row ? place.row.fields : lowering.model.fields
  const found = named('field', name, fields, place, lowering.fault)
  if (found === undefined) return nothingOf('number')
  if (found.type === 'text' || found.type === 'code')
    return { type: 'word', word: { op: 'wordField', name, of } }
  if (found.type === 'date' || found.type === 'boolean') {
    const most = found.type === 'date' ? mostDay : 1
    return { type: found.type, span: point({ op: 'field', name, of, type: found.type, scale: 1, most }) }
  }
  const { scale, most } = numberRange(found)
  return {
    type: 'number',
    span: point({ op: 'field', name, of, type: 'number', scale, most }, constant(scale)),
  }
}

/** How the numbers of a field become whole ones, and the greatest of those. */
export function numberRange({ decimals = 2, max = 1_000_000_000 }: FieldModel): {
  readonly scale: number
  readonly most: number
} {
  const scale = 10 ** decimals
  const nearest = Math.round(max * scale)
  const most = nearest / scale > max ? nearest - 1 : nearest
  return { scale, most: Math.min(most, Number.MAX_SAFE_INTEGER) }
}

function calculated(fn: Calculate['fn'], spans: readonly Span[], place: Place, lowering: Lowering): Span {
  const [first, ...rest] = spans
  if (first === undefined) return unknownSpan
  // A long sum becomes a balanced tree: evaluators follow it down, and their stack is not deep.
  if (fn === 'subtract') return rest.length === 0 ? first : minus(first, balanced(rest, plus))
  return balanced(spans, fn === 'add' ? plus : (left, right) => multiplied(left, right, place, lowering))
}

function balanced(spans: readonly Span[], combine: (left: Span, right: Span) => Span): Span {
  const [only] = spans
  if (only === undefined || spans.length === 1) return only ?? unknownSpan
  const middle = spans.length >> 1
  return combine(balanced(spans.slice(0, middle), combine), balanced(spans.slice(middle), combine))
}

function multiplied(left: Span, right: Span, place: Place, lowering: Lowering): Span {
  if (isPoint(left)) return times(left, right)
  if (isPoint(right)) return times(right, left)
  lowering.fault(
    'POLICY_FACTORS',
    place.path,
    'В произведении только один множитель может быть подсчётом по записям.',
    'Only one factor of a product may come from an aggregate.',
  )
  return unknownSpan
}

function divided(
  spans: readonly Span[],
  divide: (x: Span, y: Span) => Span,
  place: Place,
  lowering: Lowering,
): Span {
  const [x = unknownSpan, y = unknownSpan] = spans
  if (hasConstantDenominator(x) && hasConstantDenominator(y)) return divide(x, y)
  lowering.fault(
    'POLICY_RATIO_NESTED',
    place.path,
    'Доля или изменение внутри доли или изменения не допускается.',
    'A ratio or change inside a ratio or change is not allowed.',
  )
  return unknownSpan
}

function shifted(shift: Shift, span: Span, place: Place, lowering: Lowering): Span {
  const by = wholeNumber(shift.by, below(place, 'by'), lowering)
  if (Math.abs(by) > (shift.unit === 'day' ? 36_525 : 1200)) {
    lowering.fault(
      'POLICY_SHIFT_RANGE',
      place.path,
      'Сдвиг — не больше 100 лет.',
      'A shift is at most 100 years.',
    )
    return unknownSpan
  }
  const move = (day: Int): Int => {
    if (day.op === 'nothing' || by === 0) return day
    if (shift.unit === 'day') return sum(day, constant(by))
    return { op: 'months', day, by, rounding: shift.rounding, most: mostDay }
  }
  const low = { n: move(span.low.n), d: one }
  return isPoint(span) ? { low, high: low } : { low, high: { n: move(span.high.n), d: one } }
}

function aggregate(source: Aggregate, place: Place, lowering: Lowering): Term {
  const row = named('relation', source.over, lowering.model.relations, place, lowering.fault)
  if (place.row !== undefined) {
    aggregateInside(place, lowering)
    return { expression: source, value: nothingOf('number'), of: [] }
  }
  if (row === undefined) return { expression: source, value: nothingOf('number'), of: [] }
  const where =
    source.where && lowerPredicate(source.where, { path: [...place.path, 'where'], row }, lowering)
  const at: Place = { path: [...place.path, 'value'], row }
  const of = source.value && source.fn !== 'count' ? [lowerExpression(source.value, at, lowering)] : []
  const [value] = of
  checkAggregate(source, value, at, lowering)
  const span = value && spanOf(value)
  const d = span?.low.d ?? one
  const aggregation = lowering.aggregation({
    source,
    fn: source.fn,
    over: source.over,
    ...(where === undefined ? {} : { where: where.condition }),
    ...(value === undefined
      ? {}
      : { value: value.value.type === 'word' ? value.value.word : (span?.low.n ?? nothing) }),
  })
  const counts = source.fn === 'count' || source.fn === 'countDistinct'
  const each = span?.low.n.most ?? 0
  const most = counts ? mostRecords : source.fn === 'sum' ? each * mostRecords : each
  if (source.fn === 'sum') checkDigits([constant(most)], place, lowering.fault, Number.MAX_SAFE_INTEGER)
  const end = (which: 'low' | 'high'): { n: Int; d: Int } => ({
    n: { op: 'end', aggregation, end: which, most },
    d: counts ? one : d,
  })
  const type: SpanType = !counts && value?.value.type === 'date' ? 'date' : 'number'
  return {
    expression: source,
    value: { type, span: { low: end('low'), high: end('high') } },
    aggregation,
    ...(where === undefined ? {} : { where }),
    of,
  }
}

function checkAggregate({ fn }: Aggregate, value: Term | undefined, place: Place, lowering: Lowering): void {
  if (fn === 'count') return
  if (value === undefined) {
    lowering.fault(
      'POLICY_VALUE_MISSING',
      place.path,
      'Укажите value: что различать, складывать или сравнивать.',
      'Give `value`: what is told apart, added up or compared.',
    )
    return
  }
  const { type } = value.value
  if (fn === 'sum' && type !== 'number') wrongType(type, 'number', place, lowering.fault)
  if ((fn === 'min' || fn === 'max') && type !== 'number' && type !== 'date')
    wrongType(type, 'number', place, lowering.fault)
  if (type === 'word') return
  const span = spanOf(value)
  if (!hasConstantDenominator(span)) {
    lowering.fault(
      'POLICY_RATIO_NESTED',
      place.path,
      'Доля или изменение не могут быть значением подсчёта: вынесите деление наружу.',
      'A ratio or change cannot be the value of an aggregate: divide outside of it.',
    )
  }
  if (followsAsOf(span.low.n)) {
    lowering.fault(
      'POLICY_VALUE_AS_OF',
      place.path,
      'Значение подсчёта не может зависеть от отчётной даты: вынесите её в условие.',
      'The value of an aggregate cannot depend on the date of the facts: move that into the condition.',
    )
  }
  checkDigits([span.low.n], place, lowering.fault, Number.MAX_SAFE_INTEGER)
}

function aggregateInside(place: Place, lowering: Lowering): void {
  lowering.fault(
    'POLICY_AGGREGATE_NESTED',
    place.path,
    'Подсчёт внутри подсчёта не допускается: вынесите его в отдельное условие.',
    'An aggregate inside an aggregate is not allowed: make it a condition of its own.',
  )
}

function expected(term: Term, type: Type, place: Place, lowering: Lowering): Term {
  if (term.value.type === type) return term
  wrongType(term.value.type, type, place, lowering.fault)
  return { ...term, value: nothingOf(type) }
}

function nothingOf(type: Type): Value {
  return type === 'word' ? { type, word: noWord } : { type, span: unknownSpan }
}
