import type {
  Basis,
  DateValue,
  IntervalValue,
  MoneyValue,
  Noun,
  NumberValue,
  RecordGroup,
  RecordRef,
  ReferenceValue,
  ShareValue,
  StatusValue,
  Truth,
  TypedValue,
  UnknownValue,
} from '@tirazh/spec'
import { outOfRange } from './problems.js'
import { choice, day, digits, flag, number, text, whole, words } from './scalars.js'
import { anything, listOf, object, oneOf, optional, type Rule } from './shape.js'
import { add, type Check } from './walk.js'

export const truth: Check = choice<Truth>({ met: true, unknown: true, unmet: true })

const noun: Check = object<Noun>({
  ru: object<Noun['ru']>({ one: words, few: words, many: words }),
  en: object<Noun['en']>({ one: words, other: words }),
})

const basis: Check = object<Basis>({
  rule: words,
  records: listOf(object<RecordGroup>({ kind: words, noun, ids: listOf(text) })),
  report: optional(words),
})

const fromLowToHigh: Rule<IntervalValue> = ({ low, high }, walk) => {
  if (typeof low === 'number' && typeof high === 'number' && low > high) {
    add(
      walk,
      outOfRange(low, 'нижняя граница больше верхней', 'is the lower bound and above the upper one'),
      'low',
    )
  }
}

const kinds: Readonly<Record<TypedValue['as'], Check>> = {
  number: object<NumberValue>({
    as: anything,
    value: number,
    digits: optional(digits),
    unit: optional(text),
    bound: optional(choice<NonNullable<NumberValue['bound']>>({ 'more-than': true, 'at-least': true })),
    basis: optional(basis),
  }),
  interval: object<IntervalValue>(
    { as: anything, low: number, high: number, unit: optional(text), basis: optional(basis) },
    fromLowToHigh,
  ),
  money: object<MoneyValue>({
    as: anything,
    minor: whole,
    currency: choice<MoneyValue['currency']>({ RUB: true }),
    basis: optional(basis),
  }),
  share: object<ShareValue>({
    as: anything,
    value: number,
    digits: optional(digits),
    signed: optional(flag),
    basis: optional(basis),
  }),
  date: object<DateValue>({
    as: anything,
    value: day,
    style: optional(choice<NonNullable<DateValue['style']>>({ short: true, long: true })),
  }),
  status: object<StatusValue>({ as: anything, status: truth, text: words, basis: optional(basis) }),
  reference: object<ReferenceValue>({
    as: anything,
    text: words,
    record: optional(object<RecordRef>({ kind: words, id: words })),
    report: optional(words),
  }),
  unknown: object<UnknownValue>({ as: anything, text: words }),
}

export const typedValue: Check = oneOf('VALUE', 'as', kinds)

/** A text or a typed value. */
export const value: Check = (found, walk) => {
  if (typeof found !== 'string') typedValue(found, walk)
}

export const inline: Check = listOf(value)
