import type { Aggregate, Comparison, Formats, Literal, Noun, ParamRef } from '@tirazh/spec'
import { isOwn, many, toldApart } from './expressions.js'
import { constantText, constantValue, type RuleWriter, relationOf, within } from './writer.js'

/**
 * How many there must be, up to the condition on them: «не менее 15 разных муниципалитетов среди
 * внедрений». `undefined` where this is no count of things that have a name, or no number is set.
 */
export function countPhrase(
  aggregate: Aggregate,
  is: Comparison,
  wanted: Literal | ParamRef,
  w: RuleWriter,
): string | undefined {
  const { f, p } = w
  const { fn, over, where } = aggregate
  const relation = relationOf(over, w)
  const noun = aggregate.noun ?? (fn === 'count' ? relation?.noun : undefined)
  const number = constantValue(wanted, w)
  if (relation === undefined || noun === undefined || typeof number !== 'number') return undefined
  if (fn !== 'count' && fn !== 'countDistinct') return undefined
  const form = is === '=' || is === '!=' ? f.plural(number, noun) : genitive(number, noun, f)
  return [
    p.countComparison[is],
    constantText(wanted, aggregate, w),
    ...(fn === 'count' ? [form] : distinct(number, form, p)),
    ...toldApart(aggregate, within(over, w)),
    ...(isOwn(noun, relation)
      ? where && p.ofThose !== ''
        ? [p.ofThose]
        : []
      : [p.among(f.plural(many, relation.noun))]),
  ].join(' ')
}

/** «разных муниципалитетов»; beside one thing the adjective would have to agree, and of one none differ. */
function distinct(number: number, form: string, p: RuleWriter['p']): string[] {
  if (number === 1) return [form]
  return isOne(number) ? [form, p.withoutRepeats] : [p.different(form)]
}

/** The form after «не менее» and «из»: «1 муниципалитета», «2 муниципалитетов». */
export function genitive(number: number, noun: Noun, f: Formats): string {
  if (f.locale === 'en') return f.plural(number, noun)
  return Number.isInteger(number) && !isOne(number) ? f.plural(many, noun) : f.plural(few, noun)
}

const few = 2

/** Whether Russian counts it as one: 1, 21, 31, but not 11. */
function isOne(number: number): boolean {
  return number % 10 === 1 && number % 100 !== 11
}
