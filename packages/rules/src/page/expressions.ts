import type { Aggregate, Expression, Noun, Shift } from '@tirazh/spec'
import type { RelationModel } from '../model.js'
import {
  constantText,
  constantValue,
  fieldTitle,
  type RuleWriter,
  relationOf,
  typeOf,
  within,
} from './writer.js'

/*
 * Expressions of a rule as noun phrases: внедрено, «балл 1» + «балл 2», число внедрений. Titles stand in
 * the nominative, as the model has them.
 */

/** How to say which records an aggregate inside a formula looks at; empty for all of them. */
export type Restriction = (aggregate: Aggregate) => string

/** The expression at the beginning of a sentence. Titles are quoted only inside of formulas. */
export function subjectPhrase(expression: Expression, restriction: Restriction, w: RuleWriter): string {
  return expression.op === 'field' ? fieldTitle(expression, w) : phrase(expression, restriction, w)
}

export function phrase(expression: Expression, restriction: Restriction, w: RuleWriter): string {
  const { p } = w
  const inner = (part: Expression): string => {
    const text = phrase(part, restriction, w)
    return simple.has(part.op) ? text : `(${text})`
  }
  switch (expression.op) {
    case 'lit':
    case 'param':
      return constantText(expression, expression, w)
    case 'asOf':
      return p.asOf
    case 'field':
      return p.quoted(fieldTitle(expression, w))
    case 'calc':
      return expression.of.map(inner).join(` ${signs[expression.fn]} `)
    case 'ratio':
      return `${inner(expression.numerator)} / ${inner(expression.denominator)}`
    case 'change':
      return p.change(inner(expression.from), inner(expression.to))
    case 'shift':
      return shifted(expression, inner(expression.date), w)
    case 'successor':
      return `${phrase(expression.code, restriction, w)} ${successorNote(expression.at, w)}`
    case 'agg':
      return [aggregate(expression, w), restriction(expression)].filter((part) => part !== '').join(' ')
  }
}

const signs = { add: '+', subtract: '−', multiply: '×' }

const simple: ReadonlySet<Expression['op']> = new Set(['lit', 'param', 'asOf', 'field', 'successor', 'agg'])

function shifted(shift: Shift, date: string, w: RuleWriter): string {
  const by = constantValue(shift.by, w)
  if (typeof by !== 'number') return w.p.shifted(date, w.p.notSet, true)
  const text = w.p.shifted(date, w.f.count(Math.abs(by), w.p[shift.unit]), by >= 0)
  if (shift.unit === 'day') return text
  return w.p.from(text, shift.rounding === 'down' ? w.p.roundingDown : w.p.roundingUp)
}

function aggregate(expression: Aggregate, w: RuleWriter): string {
  const { fn, over, value, noun } = expression
  const relation = relationOf(over, w)
  if (relation === undefined) return over
  const { f, p } = w
  const row = within(over, w)
  const among = p.among(f.plural(many, relation.noun))
  const what = value === undefined ? '' : phrase(value, () => '', row)
  const isDate = value !== undefined && typeOf(value, row) === 'date'
  switch (fn) {
    case 'count':
    case 'countDistinct': {
      if (fn === 'countDistinct' && noun === undefined) return `${p.differentValues(what)} ${among}`
      const plural = f.plural(many, noun ?? relation.noun)
      const things = p.number(fn === 'count' ? plural : p.different(plural))
      return [things, ...toldApart(expression, row), ...(isOwn(noun, relation) ? [] : [among])].join(' ')
    }
    case 'sum':
      return `${p.sum(what)} ${among}`
    case 'min':
      return `${isDate ? p.earliest(what) : p.least(what)} ${among}`
    case 'max':
      return `${isDate ? p.latest(what) : p.greatest(what)} ${among}`
  }
}

/** Selects the form for things in general: «среди внедрений», “among adoptions”. */
export const many = 5

/** Whether the records themselves are counted, and not what they stand for. */
export function isOwn(noun: Noun | undefined, relation: RelationModel): boolean {
  return noun === undefined || noun.ru.many === relation.noun.ru.many
}

/** By what a count tells its records apart, where the noun does not say it already. `row` is the writer inside it. */
export function toldApart({ fn, value, noun }: Aggregate, row: RuleWriter): string[] {
  if (fn !== 'countDistinct' || value === undefined) return []
  if (value.op === 'successor') return [successorNote(value.at, row)]
  const what = phrase(value, () => '', row)
  const isSaid = noun !== undefined && what === row.p.quoted(row.f.plural(1, noun))
  return isSaid ? [] : [row.p.byValue(what)]
}

function successorNote(at: Expression, w: RuleWriter): string {
  return w.p.bySuccessor(at.op === 'asOf' ? w.p.onAsOf : w.p.onDate(phrase(at, () => '', w)))
}
