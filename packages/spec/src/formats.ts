import type { Truth } from './policy.js'

import type { Locale, Noun, PlainDate, Text } from './scalars.js'
import type { Inline, TypedValue, Value } from './value.js'

/**
 * How values are written for people of one language: the only place where numbers, dates, shares,
 * money and plurals become text. The same input gives the same text on every machine and in every
 * time zone.
 */
export interface Formats {
  readonly locale: Locale
  /** `1 234,5` · `1,234.5`; at most two digits after the decimal sign, or exactly `digits`. */
  number(value: number, digits?: number): string
  /** A part of one as a percentage: `86,7 %` · `86.7%`; at most one digit, or exactly `digits`. */
  share(value: number, options?: ShareOptions): string
  /** An amount in kopecks: `1 234,50 ₽` · `₽1,234.50`. */
  money(minor: number): string
  /** `short`: `05.10.2026` · `5 Oct 2026`; `long`: `5 октября 2026 г.` · `5 October 2026`. */
  date(value: PlainDate, style?: 'short' | 'long'): string
  /** The quarter in which a day lies: `III квартал 2026 года` · `Q3 2026`; `short`: `III кв. 2026`. */
  quarter(day: PlainDate, style?: 'short' | 'long'): string
  /** The number with the right plural form: `14 муниципалитетов` · `14 municipalities`. */
  count(value: number, noun: Noun): string
  /** Only the plural form. */
  plural(value: number, noun: Noun): string
  /**
   * `а, б и в` · `a, b and c`. Of more than `most` items (2 or more) only the first, and how many more
   * there are, so that the list has `most` parts: `а, б и ещё 3` · `a, b and 3 more`.
   */
  list(items: readonly string[], most?: number): string
  /** The sentence of a bilingual text. */
  text(text: Text): string
  truth(status: Truth): string
  /** Any value of a report. */
  value(value: Value): string
  /** Running text. */
  inline(content: Inline): string
  /** Sorts people's words: «ё» beside «е», upper beside lower case. */
  compare(a: string, b: string): number
}

export interface ShareOptions {
  readonly digits?: number
  /** Show a plus before a positive value. */
  readonly signed?: boolean
}

/** The formats of a locale. Cheap to call: each locale is built once. */
export function formats(locale: Locale): Formats {
  const cached = cache.get(locale)
  if (cached !== undefined) return cached
  const built = build(locale)
  cache.set(locale, built)
  return built
}

const cache = new Map<Locale, Formats>()

const tags: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB' }

const truths: Record<Truth, Text> = {
  met: { ru: 'выполнено', en: 'met' },
  unknown: { ru: 'неизвестно', en: 'unknown' },
  unmet: { ru: 'не выполнено', en: 'not met' },
}

const romans = ['I', 'II', 'III', 'IV'] as const

const nbsp = '\u00a0'

function build(locale: Locale): Formats {
  const tag = tags[locale]
  const plurals = new Intl.PluralRules(tag)
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const collator = new Intl.Collator(tag)
  const dates = {
    short: new Intl.DateTimeFormat(tag, {
      timeZone: 'UTC',
      day: locale === 'ru' ? '2-digit' : 'numeric',
      month: locale === 'ru' ? '2-digit' : 'short',
      year: 'numeric',
    }),
    long: new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
  }
  const days = { short: new Map<PlainDate, string>(), long: new Map<PlainDate, string>() }
  const number = memoizeNumbers(tag)

  const self: Formats = {
    locale,
    number: (value, digits) => {
      // Most numbers in texts are small counts, which every locale writes the same.
      if (digits === undefined && Number.isInteger(value) && value >= 0 && value < 1000) return String(value)
      return number(value, {
        signDisplay: 'negative',
        ...(digits === undefined ? { maximumFractionDigits: 2 } : fixed(digits)),
      })
    },
    share: (value, options = {}) =>
      number(value, {
        style: 'percent',
        ...(options.digits === undefined ? { maximumFractionDigits: 1 } : fixed(options.digits)),
        signDisplay: options.signed ? 'exceptZero' : 'negative',
      }),
    money: (minor) =>
      number(minor / 100, { style: 'currency', currency: 'RUB', currencyDisplay: 'narrowSymbol' }),
    date: (value, style = 'short') => {
      const known = days[style].get(value)
      if (known !== undefined) return known
      const text = tidy(dates[style].format(Date.parse(`${value}T00:00:00Z`)))
      if (days[style].size >= mostDays) days[style].clear()
      days[style].set(value, text)
      return text
    },
    quarter: (day, style = 'long') => {
      const year = day.slice(0, 4)
      const number = Math.ceil(Number(day.slice(5, 7)) / 3)
      if (locale === 'en') return `Q${number}${nbsp}${year}`
      const roman = romans[number - 1] ?? ''
      return style === 'short'
        ? `${roman}${nbsp}кв.${nbsp}${year}`
        : `${roman}${nbsp}квартал ${year}${nbsp}года`
    },
    count: (value, noun) => `${self.number(value)}${nbsp}${self.plural(value, noun)}`,
    plural: (value, noun) => {
      const forms: Partial<Record<Intl.LDMLPluralRule, string>> = noun[locale]
      const rule = plurals.select(value)
      // Russian fractions are `other` and take the form of 2: «1,5 процесса».
      return forms[rule] ?? (locale === 'ru' ? noun.ru.few : noun.en.other)
    },
    list: (items, most = items.length) => {
      if (items.length <= most) return lists.format(items)
      const first = items.slice(0, most - 1).join(', ')
      const rest = self.number(items.length - (most - 1))
      return locale === 'ru' ? `${first} и ещё ${rest}` : `${first} and ${rest} more`
    },
    text: (text) => text[locale],
    truth: (status) => truths[status][locale],
    value: (value) => (typeof value === 'string' ? value : typed(value, self)),
    inline: (content) => content.map((value) => self.value(value)).join(''),
    compare: (a, b) => collator.compare(a, b),
  }
  return self
}

/** Dates whose texts are kept: a register names the same few thousand days over and over. */
const mostDays = 10_000

function typed(value: TypedValue, f: Formats): string {
  switch (value.as) {
    case 'number': {
      const text = withUnit(f.number(value.value, value.digits), value.unit)
      return value.bound === undefined ? text : `${bounds[value.bound][f.locale]}${nbsp}${text}`
    }
    case 'interval':
      return withUnit(`${f.number(value.low)}–${f.number(value.high)}`, value.unit)
    case 'money':
      return f.money(value.minor)
    case 'share':
      return f.share(value.value, value)
    case 'date':
      return f.date(value.value, value.style)
    case 'status':
    case 'reference':
    case 'unknown':
      return value.text
  }
}

const bounds: Record<'more-than' | 'at-least', Text> = {
  'more-than': { ru: 'более', en: 'more than' },
  'at-least': { ru: 'не менее', en: 'at least' },
}

function withUnit(text: string, unit: string | undefined): string {
  return unit === undefined ? text : `${text}${nbsp}${unit}`
}

function fixed(digits: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits }
}

function memoizeNumbers(tag: string): (value: number, options: Intl.NumberFormatOptions) => string {
  const built = new Map<string, Intl.NumberFormat>()
  return (value, options) => {
    const key = JSON.stringify(options)
    let format = built.get(key)
    if (format === undefined) {
      format = new Intl.NumberFormat(tag, options)
      built.set(key, format)
    }
    return tidy(format.format(value))
  }
}

/** `Intl` writes a hyphen for minus, and some versions a narrow space that many fonts lack. */
function tidy(text: string): string {
  return text.replaceAll('-', '\u2212').replaceAll('\u202f', nbsp)
}
