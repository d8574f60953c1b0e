import type { Comparison, Locale, Noun } from '@tirazh/spec'
import { phrases } from '../phrases.js'

/**
 * The words that rules are written out with, in one place per language. Titles of fields and records
 * stand as they are, in the nominative: nothing here asks to inflect them.
 */
export interface RulePhrases {
  /** After the thing that is compared: «балл — не менее 16». */
  readonly comparison: Readonly<Record<Comparison, string>>
  readonly dateComparison: Readonly<Record<Comparison, string>>
  /** Before a thing with a title: «размер — не меньше, чем прежний размер». */
  readonly than: Readonly<Record<Comparison, string>>
  readonly dateThan: Readonly<Record<Comparison, string>>
  /** Before the date of the facts. */
  readonly thanAsOf: Readonly<Record<Comparison, string>>
  /** Before a count: «не менее 15 муниципалитетов». */
  readonly countComparison: Readonly<Record<Comparison, string>>
  readonly or: string
  readonly asOf: string
  readonly recordId: string
  readonly notSet: string
  readonly every: string
  readonly some: string
  readonly always: string
  readonly never: string
  readonly month: Noun
  readonly day: Noun
  readonly condition: Noun
  readonly appliesToAll: string
  readonly appliesIf: string
  readonly metIf: string
  quoted(text: string): string
  /** «статус — внедрено». */
  is(what: string, value: string): string
  /** Any value but these. */
  isNot(what: string, values: readonly string[]): string
  /** The date that a condition compares with its own: «внедрено не позже отчётной даты». */
  dated(what: string, when: string): string
  labelled(label: string, condition: string): string
  /** The label of conditions that follow. */
  thatIs(label: string, heading: string): string
  atLeast(count: string, of: string): string
  negated(condition: string): string
  recorded(what: string): string
  notRecorded(what: string): string
  uses(policy: string): string
  usesNot(policy: string): string
  /** A value with where it comes from: «15 (значение SDK по умолчанию)». */
  from(value: string, origin: string): string
  /** How a value is told apart. */
  bySuccessor(on: string): string
  readonly onAsOf: string
  onDate(date: string): string
  byValue(title: string): string
  different(plural: string): string
  /** Instead of `different` where one thing is counted and an adjective would have to agree. */
  readonly withoutRepeats: string
  among(many: string): string
  readonly ofThose: string
  readonly forWhich: string
  /** The only records that an aggregate inside a formula looks at. */
  onlyWhere(condition: string): string
  number(things: string): string
  differentValues(value: string): string
  sum(value: string): string
  least(value: string): string
  greatest(value: string): string
  earliest(value: string): string
  latest(value: string): string
  /** A heading for the conditions on the records behind a letter. */
  lettered(letter: string, records: string): string
  readonly letters: string
  change(from: string, to: string): string
  shifted(date: string, by: string, later: boolean): string
  readonly roundingDown: string
  readonly roundingUp: string
  inForce(from: string): string
  inForceUntil(from: string, last: string): string
  notInForce(on: string): string
  param(title: string, value: string, from: string, origin: string): string
}

export const rulePhrases: Readonly<Record<Locale, RulePhrases>> = {
  ru: {
    comparison: { ...phrases.ru.comparison, '=': '', '!=': 'не' },
    dateComparison: phrases.ru.dateComparison,
    than: {
      '=': 'то же, что',
      '!=': 'не то же, что',
      '<': 'меньше, чем',
      '<=': 'не больше, чем',
      '>': 'больше, чем',
      '>=': 'не меньше, чем',
    },
    dateThan: {
      '=': 'в тот же день, что',
      '!=': 'не в тот же день, что',
      '<': 'раньше, чем',
      '<=': 'не позже, чем',
      '>': 'позже, чем',
      '>=': 'не раньше, чем',
    },
    thanAsOf: {
      '=': 'в отчётную дату',
      '!=': 'не в отчётную дату',
      '<': 'раньше отчётной даты',
      '<=': 'не позже отчётной даты',
      '>': 'позже отчётной даты',
      '>=': 'не раньше отчётной даты',
    },
    countComparison: {
      '=': 'ровно',
      '!=': 'не ровно',
      '<': 'менее',
      '<=': 'не более',
      '>': 'более',
      '>=': 'не менее',
    },
    or: phrases.ru.or,
    asOf: 'отчётная дата',
    recordId: 'номер записи',
    notSet: 'не установлено',
    every: 'выполнены все условия',
    some: 'выполнено хотя бы одно из условий',
    always: 'условий нет, выполнено всегда',
    never: 'не выполнено никогда',
    month: { ru: { one: 'месяц', few: 'месяца', many: 'месяцев' }, en: { one: 'month', other: 'months' } },
    day: { ru: { one: 'день', few: 'дня', many: 'дней' }, en: { one: 'day', other: 'days' } },
    condition: {
      ru: { one: 'условие', few: 'условия', many: 'условий' },
      en: { one: 'condition', other: 'conditions' },
    },
    appliesToAll: 'Применяется ко всем',
    appliesIf: 'Применяется, если',
    metIf: 'Выполнено, если',
    quoted: (text) => `«${text}»`,
    is: (what, value) => `${what} — ${value}`,
    isNot: (what, values) => `${what} — не ${values.map((value) => `«${value}»`).join(' и не ')}`,
    dated: (what, when) => `${what} ${when}`,
    labelled: (label, condition) => `${label}: ${condition}`,
    thatIs: (label, heading) => `${label}, то есть ${heading}`,
    atLeast: (count, of) => `выполнено не менее ${count} из ${of}`,
    negated: (condition) => `неверно, что ${condition}`,
    recorded: (what) => `указано ${what}`,
    notRecorded: (what) => `не указано ${what}`,
    uses: (policy) => `выполнено правило «${policy}»`,
    usesNot: (policy) => `не выполнено правило «${policy}»`,
    from: (value, origin) => `${value} (${origin})`,
    bySuccessor: (on) => `(с учётом преобразований ${on})`,
    onAsOf: 'на отчётную дату',
    onDate: (date) => `на дату: ${date}`,
    byValue: (title) => `(по значению ${title})`,
    different: (plural) => `разных ${plural}`,
    withoutRepeats: '(без повторов)',
    among: (many) => `среди ${many}`,
    ofThose: 'из тех',
    forWhich: ', для которых',
    onlyWhere: (condition) => `(только те, для которых ${condition})`,
    number: (things) => `число ${things}`,
    differentValues: (value) => `число разных значений ${value}`,
    sum: (value) => `сумма значений ${value}`,
    least: (value) => `наименьшее значение ${value}`,
    greatest: (value) => `наибольшее значение ${value}`,
    earliest: (value) => `самая ранняя дата ${value}`,
    latest: (value) => `самая поздняя дата ${value}`,
    lettered: (letter, records) => `(${letter}) — это «${records}»`,
    letters: 'абвгдежз',
    change: (from, to) => `изменение ${from} → ${to}`,
    shifted: (date, by, later) => `${date} ${later ? 'плюс' : 'минус'} ${by}`,
    roundingDown: 'если такого числа нет, последний день месяца',
    roundingUp: 'если такого числа нет, первый день следующего месяца',
    inForce: (from) => `действует с ${from}`,
    inForceUntil: (from, last) => `действует с ${from} по ${last}`,
    notInForce: (on) => `не действует на ${on}`,
    param: (title, value, from, origin) => `${title}: ${value} (с ${from}, ${origin})`,
  },
  en: {
    comparison: { ...phrases.en.comparison, '=': '', '!=': 'other than' },
    dateComparison: phrases.en.dateComparison,
    than: {
      '=': 'the same as',
      '!=': 'not the same as',
      '<': 'less than',
      '<=': 'at most',
      '>': 'more than',
      '>=': 'at least',
    },
    dateThan: {
      '=': 'on the same day as',
      '!=': 'not on the same day as',
      '<': 'before',
      '<=': 'no later than',
      '>': 'after',
      '>=': 'no earlier than',
    },
    thanAsOf: {
      '=': 'on the date of the facts',
      '!=': 'not on the date of the facts',
      '<': 'before the date of the facts',
      '<=': 'no later than the date of the facts',
      '>': 'after the date of the facts',
      '>=': 'no earlier than the date of the facts',
    },
    countComparison: {
      '=': 'exactly',
      '!=': 'not exactly',
      '<': 'less than',
      '<=': 'at most',
      '>': 'more than',
      '>=': 'at least',
    },
    or: phrases.en.or,
    asOf: 'the date of the facts',
    recordId: 'record id',
    notSet: 'not set',
    every: 'all of the conditions are met',
    some: 'at least one of the conditions is met',
    always: 'there are no conditions, always met',
    never: 'never met',
    month: { ru: { one: 'месяц', few: 'месяца', many: 'месяцев' }, en: { one: 'month', other: 'months' } },
    day: { ru: { one: 'день', few: 'дня', many: 'дней' }, en: { one: 'day', other: 'days' } },
    condition: {
      ru: { one: 'условие', few: 'условия', many: 'условий' },
      en: { one: 'condition', other: 'conditions' },
    },
    appliesToAll: 'Applies to all',
    appliesIf: 'Applies if',
    metIf: 'Met if',
    quoted: (text) => `“${text}”`,
    is: (what, value) => `${what} — ${value}`,
    isNot: (what, values) => `${what} — not ${values.map((value) => `“${value}”`).join(' nor ')}`,
    dated: (what, when) => `${what} ${when}`,
    labelled: (label, condition) => `${label}: ${condition}`,
    thatIs: (label, heading) => `${label}, that is, ${heading}`,
    atLeast: (count, of) => `at least ${count} of ${of} are met`,
    negated: (condition) => `it is not so that ${condition}`,
    recorded: (what) => `${what} is recorded`,
    notRecorded: (what) => `${what} is not recorded`,
    uses: (policy) => `the rule “${policy}” is met`,
    usesNot: (policy) => `the rule “${policy}” is not met`,
    from: (value, origin) => `${value} (${origin})`,
    bySuccessor: (on) => `(with mergers ${on} taken into account)`,
    onAsOf: 'up to the date of the facts',
    onDate: (date) => `up to ${date}`,
    byValue: (title) => `(by ${title})`,
    different: (plural) => `different ${plural}`,
    withoutRepeats: '(without repetitions)',
    among: (many) => `among ${many}`,
    ofThose: '',
    forWhich: ' for which',
    onlyWhere: (condition) => `(only those for which ${condition})`,
    number: (things) => `the number of ${things}`,
    differentValues: (value) => `the number of different values of ${value}`,
    sum: (value) => `the sum of ${value}`,
    least: (value) => `the least value of ${value}`,
    greatest: (value) => `the greatest value of ${value}`,
    earliest: (value) => `the earliest date ${value}`,
    latest: (value) => `the latest date ${value}`,
    lettered: (letter, records) => `(${letter}) are “${records}”`,
    letters: 'abcdefgh',
    change: (from, to) => `the change ${from} → ${to}`,
    shifted: (date, by, later) => `${date} ${later ? 'plus' : 'minus'} ${by}`,
    roundingDown: 'where there is no such day, the last of the month',
    roundingUp: 'where there is no such day, the first of the next month',
    inForce: (from) => `in force from ${from}`,
    inForceUntil: (from, last) => `in force from ${from} to ${last}`,
    notInForce: (on) => `not in force on ${on}`,
    param: (title, value, from, origin) => `${title}: ${value} (from ${from}, ${origin})`,
  },
}
