import type { Measured, Policy, Required, Scalar, Text, ValueType } from '@tirazh/spec'
import { dateOf } from './days.js'
import type { Evaluator } from './evaluate.js'
import type { Fraction } from './fraction.js'
import { inForceAt } from './in-force.js'
import type { Facts, FieldModel, Fields, SubjectModel } from './model.js'
import type { Term, Value } from './program.js'

/** What a policy is written about: names for its values, parameters and fields. */
export interface Naming {
  readonly model: SubjectModel
  readonly policy: Policy
  readonly lawAt: `${number}-${number}-${number}`
  /** The fields of the records inside an aggregate. */
  readonly rowFields?: Fields | undefined
}

/** What a term is called and how it is written; the same for every subject. */
export interface Description {
  readonly title: Text
  readonly shownAs: ValueType
  readonly words?: FieldModel['words']
}

function describeTerm(term: Term, naming: Naming): Description {
  const known = descriptions.get(term)
  if (known !== undefined) return known
  const words = wordsOf(term, naming)
  const made: Description = {
    title: titleOf(term, naming),
    shownAs: typeOf(term, naming),
    ...(words ? { words } : {}),
  }
  descriptions.set(term, made)
  return made
}

// A term belongs to one wording of one policy, so what it is called never changes.
const descriptions = new WeakMap<Term, Description>()

/** What was found, with its name and how it is written. */
export function measured(term: Term, naming: Naming, judge: Evaluator, row?: Facts): Measured {
  const { low, high } = endsOf(term.value, judge, row)
  const { title, shownAs, words } = describeTerm(term, naming)
  const named = typeof low === 'string' ? words?.[low] : undefined
  const noun = term.expression.op === 'agg' ? term.expression.noun : undefined
  const made: { -readonly [Name in keyof Measured]: Measured[Name] } = { low, high, title, shownAs }
  if (named !== undefined) made.named = named
  if (noun !== undefined) made.noun = noun
  return made
}

/** What was asked for, with the parameter it came from; `of` is what it is compared with. */
export function required(wanted: Term, of: Term, naming: Naming, judge: Evaluator, row?: Facts): Required {
  const { words, shownAs } = describeTerm(of, naming)
  const value = endsOf(wanted.value, judge, row).low
  const named = typeof value === 'string' ? words?.[value] : undefined
  const { expression } = wanted
  const isPlain = expression.op === 'lit' || expression.op === 'param'
  const origin = expression.op === 'param' ? paramInForce(expression.name, naming) : undefined
  const made: { -readonly [Name in keyof Required]: Required[Name] } = {
    value,
    shownAs: isPlain ? shownAs : describeTerm(wanted, naming).shownAs,
  }
  if (named !== undefined) made.named = [named]
  if (origin !== undefined) made.param = origin
  return made
}

export function requiredSet(set: readonly Scalar[], of: Term, naming: Naming): Required {
  const { words, shownAs } = describeTerm(of, naming)
  const named = set.flatMap((word) => (typeof word === 'string' && words?.[word] ? [words[word]] : []))
  return { value: set, shownAs, ...(named.length === set.length ? { named } : {}) }
}

function paramInForce(name: string, { policy, lawAt }: Naming): Required['param'] {
  const param = policy.params[name]
  const inForce = param && inForceAt(param.values, lawAt)
  return param && inForce && { name, title: param.title, from: inForce.from, origin: param.origin }
}

/** The ends of a value as people write them; `null` is open. */
export function endsOf(
  value: Value,
  judge: Evaluator,
  row?: Facts,
): { readonly low: Scalar | null; readonly high: Scalar | null } {
  if (value.type === 'word') {
    const word = judge.word(value.word)(row) ?? null
    return { low: word, high: word }
  }
  const { low, high } = value.span
  const least = written(value.type, low, judge, row)
  return { low: least, high: low === high ? least : written(value.type, high, judge, row) }
}

function written(
  type: Value['type'],
  { n, d }: Fraction,
  judge: Evaluator,
  row: Facts | undefined,
): Scalar | null {
  const value = judge.int(n)(row) / judge.int(d)(row)
  // Zero over zero is a quotient that does not exist.
  if (!Number.isFinite(value)) return null
  if (type === 'boolean') return value === 1
  if (type === 'date') return value >= firstDay && value <= lastDay ? dateOf(value) : null
  return d.op === 'const' || Math.abs(value) > 1000 ? value : Math.round(value * 1e12) / 1e12
}

const firstDay = -354_285
const lastDay = 2_932_896

function titleOf({ expression, of }: Term, naming: Naming): Text {
  const [first, second] = of
  const inner = first && describeTerm(first, naming).title
  switch (expression.op) {
    case 'field':
      return fieldOf(expression, naming)?.title ?? same(expression.name)
    case 'agg': {
      const relation = naming.model.relations[expression.over]
      const over = relation?.title ?? same(expression.over)
      if (expression.fn === 'count' || expression.fn === 'countDistinct' || first === undefined) return over
      const { ru, en } = aggregates[expression.fn]
      const name = describeTerm(first, { ...naming, rowFields: relation?.fields }).title
      return { ru: `${over.ru}: ${ru} «${name.ru}»`, en: `${over.en}: ${en} “${name.en}”` }
    }
    case 'param':
      return naming.policy.params[expression.name]?.title ?? same(expression.name)
    case 'asOf':
      return { ru: 'отчётная дата', en: 'the date of the facts' }
    case 'change':
      return { ru: 'изменение', en: 'change' }
    case 'ratio': {
      const whole = second && describeTerm(second, naming).title
      return inner && whole
        ? { ru: `«${inner.ru}» к «${whole.ru}»`, en: `“${inner.en}” to “${whole.en}”` }
        : { ru: 'отношение', en: 'ratio' }
    }
    case 'shift':
    case 'successor':
      return inner ?? same(expression.op)
    case 'calc':
      return calculations[expression.fn]
    case 'lit':
      return { ru: 'значение', en: 'value' }
  }
}

const aggregates: Readonly<Record<'sum' | 'min' | 'max', Text>> = {
  sum: { ru: 'сумма', en: 'the sum of' },
  min: { ru: 'наименьшее', en: 'the least' },
  max: { ru: 'наибольшее', en: 'the greatest' },
}

const calculations: Readonly<Record<'add' | 'subtract' | 'multiply', Text>> = {
  add: { ru: 'сумма', en: 'sum' },
  subtract: { ru: 'разность', en: 'difference' },
  multiply: { ru: 'произведение', en: 'product' },
}

function typeOf({ expression, value, of }: Term, naming: Naming): ValueType {
  switch (expression.op) {
    case 'field':
      return fieldOf(expression, naming)?.type ?? (value.type === 'word' ? 'text' : value.type)
    case 'param':
      return naming.policy.params[expression.name]?.shownAs ?? (value.type === 'word' ? 'text' : value.type)
    case 'change':
    case 'ratio':
      return 'share'
    case 'successor':
      return 'code'
    case 'calc':
      return of.some((part) => describeTerm(part, naming).shownAs === 'share') ? 'share' : 'number'
    case 'agg': {
      const [read] = of
      const fields = naming.model.relations[expression.over]?.fields
      if (expression.fn === 'count' || expression.fn === 'countDistinct' || read === undefined)
        return 'number'
      return describeTerm(read, { ...naming, rowFields: fields }).shownAs
    }
    case 'asOf':
    case 'shift':
    case 'lit':
      return value.type === 'word' ? 'text' : value.type
  }
}

function wordsOf({ expression }: Term, naming: Naming): FieldModel['words'] {
  return expression.op === 'field' ? fieldOf(expression, naming)?.words : undefined
}

function fieldOf(
  expression: { readonly name: string; readonly of: 'subject' | 'row' },
  naming: Naming,
): FieldModel | undefined {
  return (expression.of === 'row' ? naming.rowFields : naming.model.fields)?.[expression.name]
}

function same(name: string): Text {
  return { ru: name, en: name }
}
