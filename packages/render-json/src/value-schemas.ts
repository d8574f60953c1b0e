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
import {
  constant,
  day,
  digits,
  either,
  flag,
  type JsonSchema,
  list,
  number,
  object,
  oneOfTexts,
  optional,
  ref,
  text,
  whole,
  words,
} from './schema-parts.js'

const kinds: Readonly<Record<TypedValue['as'], JsonSchema>> = {
  number: object<NumberValue>({
    as: constant('number'),
    value: number,
    digits: optional(digits),
    unit: optional(text),
    bound: optional(oneOfTexts<NonNullable<NumberValue['bound']>>({ 'more-than': true, 'at-least': true })),
    basis: optional(ref('basis')),
  }),
  interval: object<IntervalValue>({
    as: constant('interval'),
    low: number,
    high: number,
    unit: optional(text),
    basis: optional(ref('basis')),
  }),
  money: object<MoneyValue>({
    as: constant('money'),
    minor: whole,
    currency: constant('RUB'),
    basis: optional(ref('basis')),
  }),
  share: object<ShareValue>({
    as: constant('share'),
    value: number,
    digits: optional(digits),
    signed: optional(flag),
    basis: optional(ref('basis')),
  }),
  date: object<DateValue>({
    as: constant('date'),
    value: day,
    style: optional(oneOfTexts<NonNullable<DateValue['style']>>({ short: true, long: true })),
  }),
  status: object<StatusValue>({
    as: constant('status'),
    status: ref('truth'),
    text: words,
    basis: optional(ref('basis')),
  }),
  reference: object<ReferenceValue>({
    as: constant('reference'),
    text: words,
    record: optional(object<RecordRef>({ kind: words, id: words })),
    report: optional(words),
  }),
  unknown: object<UnknownValue>({ as: constant('unknown'), text: words }),
}

const noun: JsonSchema = object<Noun>({
  ru: object<Noun['ru']>({ one: words, few: words, many: words }),
  en: object<Noun['en']>({ one: words, other: words }),
})

/** Values and what they are made of, by name. */
export const valueSchemas: Readonly<Record<string, JsonSchema>> = {
  truth: oneOfTexts<Truth>({ met: true, unknown: true, unmet: true }),
  basis: object<Basis>({
    rule: words,
    records: list(object<RecordGroup>({ kind: words, noun, ids: list(text) })),
    report: optional(words),
  }),
  typedValue: either(...Object.values(kinds)),
  value: either(text, ref('typedValue')),
  inline: list(ref('value')),
}
