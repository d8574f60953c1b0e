import type { Comparison, Formats, Measured, Required, Scalar, ValueType } from '@tirazh/spec'
import { isDay, type Named } from './model.js'
import { comparisonWord, type Phrases } from './phrases.js'

/** What findings are put into words with. */
export interface Writer {
  readonly f: Formats
  readonly p: Phrases
}

/** What was asked for: «не менее 5», «внедрено или внедряется». */
export function requirement(is: Comparison | undefined, required: Required, w: Writer): string {
  const values = Array.isArray(required.value) ? required.value : [required.value]
  const texts = required.named
    ? required.named.map((name) => w.f.text(name))
    : values.map((value) => scalar(value, required.shownAs, w))
  const joined = texts.join(w.p.or)
  if (is === undefined || is === '=') return joined
  return `${comparisonWord(w.p, is, required.shownAs)} ${joined}`
}

/** What was found. `nothing` is said where there is no value. */
export function interval(actual: Measured, nothing: string, w: Writer): string {
  const { low, high, shownAs, named } = actual
  if (named !== undefined) return w.f.text(named)
  if (low === null || high === null) return nothing
  const from = scalar(low, shownAs, w)
  return low === high ? from : `${from}–${scalar(high, shownAs, w)}`
}

/** A value as people write it. */
export function scalar(value: Scalar | null, type: ValueType, w: Writer): string {
  if (value === null) return w.p.unknown
  if (typeof value === 'boolean') return value ? w.p.yes : w.p.no
  if (typeof value === 'number') return type === 'share' ? w.f.share(value) : w.f.number(value)
  return type === 'date' && isDay(value) ? w.f.date(value) : value
}

/** «Т-001234 (Распоряжение № 1874)», «ПП-0001 + З-0001». */
export function recordName({ record, label, through = [] }: Named, w: Writer): string {
  const ids = [record, ...through].map((each) => each.id).join(' + ')
  const text = typeof label === 'object' ? w.f.text(label) : label
  return text === undefined || text === record.id ? ids : `${ids} (${text})`
}

/** The first so many names, and how many more there are. */
export function enumerate(names: readonly string[], most: number, w: Writer): string {
  const hidden = names.length - most
  return hidden > 0 ? `${names.slice(0, most).join(', ')} ${w.p.more(w.f.number(hidden))}` : names.join(', ')
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Without the capital that a title begins with; abbreviations keep theirs. */
export function uncapitalize(text: string): string {
  const second = text.charAt(1)
  return second === second.toUpperCase() ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
