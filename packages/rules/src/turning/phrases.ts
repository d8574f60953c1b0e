import type { Locale } from '@tirazh/spec'

/** The words that turning points are told with, in one place per language. */
export interface TurningPhrases {
  /** Before what is short of being met; more than one change, or exactly one. */
  readonly short: string
  readonly oneShort: string
  /** Before what would make a verdict unmet. */
  readonly wouldFail: string
  /** Sets of changes of which one would do. */
  alternatives(sets: readonly string[]): string
  /** What all sets have in common, and then what each has besides. */
  common(changes: readonly string[], sets: readonly string[]): string
  readonly nothing: string
  quoted(text: string): string
  /** The thing before what has to happen to it. */
  about(what: string, change: string): string
  /** The condition after what has to happen. */
  under(change: string, condition: string): string
  more(number: string, things: string): string
  fewer(number: string, things: string): string
  fill(titles: string, records: string): string
  correct(title: string, found: string, record: string): string
  fillSome(titles: string, count: string, total: string, records: string): string
  now(required: string, found: string): string
  record(title: string): string
  erase(title: string): string
  applies(policy: string): string
}

export const turningPhrases: Readonly<Record<Locale, TurningPhrases>> = {
  ru: {
    short: 'не хватает',
    oneShort: 'не хватает одного',
    wouldFail: 'перестанет выполняться при изменении',
    alternatives: (sets) => sets.join('; либо '),
    common: (changes, sets) => `${changes.join('; ')}; и к этому: ${sets.join(', либо ')}`,
    nothing: 'сведений нет',
    quoted: (text) => `«${text}»`,
    about: (what, change) => `${what}: ${change}`,
    under: (change, condition) => `${change} (${condition})`,
    more: (number, things) => `ещё ${number}\u00a0${things}`,
    fewer: (number, things) => `минус ${number}\u00a0${things}`,
    fill: (titles, records) => `указать ${titles}: ${records}`,
    correct: (title, found, record) => `исправить ${title} (стоит «${found}»): ${record}`,
    fillSome: (titles, count, total, records) => `указать ${titles} у ${count} из ${total}: ${records}`,
    now: (required, found) => `${required} (сейчас ${found})`,
    record: (title) => `указать ${title}`,
    erase: (title) => `не указывать ${title}`,
    applies: (policy) => `правило ${policy} должно применяться`,
  },
  en: {
    short: 'still needed',
    oneShort: 'one thing is still needed',
    wouldFail: 'no longer met with',
    alternatives: (sets) => sets.join('; or '),
    common: (changes, sets) => `${changes.join('; ')}; and besides: ${sets.join(', or ')}`,
    nothing: 'nothing recorded',
    quoted: (text) => `“${text}”`,
    about: (what, change) => `${what}: ${change}`,
    under: (change, condition) => `${change} (${condition})`,
    more: (number, things) => `${number} more ${things}`,
    fewer: (number, things) => `${number} fewer ${things}`,
    fill: (titles, records) => `record ${titles}: ${records}`,
    correct: (title, found, record) => `correct ${title} (it says “${found}”): ${record}`,
    fillSome: (titles, count, total, records) => `record ${titles} for ${count} of ${total}: ${records}`,
    now: (required, found) => `${required} (now ${found})`,
    record: (title) => `record ${title}`,
    erase: (title) => `remove ${title}`,
    applies: (policy) => `the rule ${policy} has to apply`,
  },
}
