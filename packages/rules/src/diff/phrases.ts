import type { Locale } from '@tirazh/spec'

/** The words that changes of a rule are told with, in one place per language. */
export interface ChangePhrases {
  readonly rule: string
  title(before: string, after: string): string
  subject(before: string, after: string): string
  /** The days of a change, before its sentence. */
  since(from: string): string
  period(from: string, last: string): string
  until(last: string): string
  /** A parameter by its title. */
  threshold(title: string): string
  setting(title: string): string
  instead(what: string, after: string, before: string): string
  set(what: string, after: string): string
  unset(what: string, before: string): string
  added(what: string): string
  removed(what: string): string
  renamed(what: string, after: string): string
  origin(what: string, after: string, before: string): string
  shownAs(what: string, isShare: boolean): string
  valueFrom(value: string, from: string): string
  readonly wordingAdded: string
  readonly wordingRemoved: string
  readonly scope: string
  conditionAdded(condition: string): string
  conditionRemoved(condition: string): string
  addedTo(within: string, condition: string): string
  removedFrom(within: string, condition: string): string
  changed(before: string, after: string): string
  changedNamed(name: string, before: string, after: string): string
  changedIn(within: string, before: string, after: string): string
  textChanged(before: string, after: string): string
  textGiven(condition: string, after: string): string
  textTaken(before: string): string
  condition(name: string): string
  cites(condition: string, before: string, after: string): string
  id(condition: string, before: string, after: string): string
  /** A name that differs in the other language only. */
  otherLanguage(what: string): string
  readonly none: string
}

export const changePhrases: Readonly<Record<Locale, ChangePhrases>> = {
  ru: {
    rule: 'правило',
    title: (before, after) => `правило называется «${after}», прежде «${before}»`,
    subject: (before, after) => `правило о записях «${after}», прежде о «${before}»`,
    since: (from) => `с ${from}`,
    period: (from, last) => `с ${from} по ${last}`,
    until: (last) => `по ${last}`,
    threshold: (title) => `порог «${title}»`,
    setting: (title) => `значение «${title}»`,
    instead: (what, after, before) => `${what}: ${after} вместо ${before}`,
    set: (what, after) => `${what}: ${after}, прежде не установлено`,
    unset: (what, before) => `${what}: не установлено, прежде ${before}`,
    added: (what) => `добавлено: ${what}`,
    removed: (what) => `убрано: ${what}`,
    renamed: (what, after) => `${what} называется теперь «${after}»`,
    origin: (what, after, before) => `${what}: основание — ${after}, прежде ${before}`,
    shownAs: (what, isShare) => `${what}: теперь в ${isShare ? 'процентах' : 'числах'}`,
    valueFrom: (value, from) => `${value} с ${from}`,
    wordingAdded: 'правило начинает действовать',
    wordingRemoved: 'правило перестаёт действовать',
    scope: 'к кому применяется',
    conditionAdded: (condition) => `добавлено условие: ${condition}`,
    conditionRemoved: (condition) => `убрано условие: ${condition}`,
    addedTo: (within, condition) => `в условие «${within}» добавлено: ${condition}`,
    removedFrom: (within, condition) => `из условия «${within}» убрано: ${condition}`,
    changed: (before, after) => `изменено условие, было: ${before}; стало: ${after}`,
    changedNamed: (name, before, after) => `изменено условие «${name}», было: ${before}; стало: ${after}`,
    changedIn: (within, before, after) => `в условии «${within}» изменено, было: ${before}; стало: ${after}`,
    textChanged: (before, after) => `условие «${before}» называется теперь «${after}»`,
    textGiven: (condition, after) => `условие «${condition}» получило название «${after}»`,
    textTaken: (before) => `у условия «${before}» больше нет названия`,
    condition: (name) => `условие «${name}»`,
    cites: (condition, before, after) => `документы условия «${condition}»: ${after}, прежде ${before}`,
    id: (condition, before, after) => `код условия «${condition}»: ${after}, прежде ${before}`,
    otherLanguage: (what) => `${what}: изменено название на английском языке`,
    none: 'нет',
  },
  en: {
    rule: 'the rule',
    title: (before, after) => `the rule is called “${after}”, formerly “${before}”`,
    subject: (before, after) => `the rule is about “${after}”, formerly about “${before}”`,
    since: (from) => `from ${from}`,
    period: (from, last) => `from ${from} to ${last}`,
    until: (last) => `until ${last}`,
    threshold: (title) => `threshold “${title}”`,
    setting: (title) => `value “${title}”`,
    instead: (what, after, before) => `${what}: ${after} instead of ${before}`,
    set: (what, after) => `${what}: ${after}, formerly not set`,
    unset: (what, before) => `${what}: not set, formerly ${before}`,
    added: (what) => `added: ${what}`,
    removed: (what) => `removed: ${what}`,
    renamed: (what, after) => `${what} is now called “${after}”`,
    origin: (what, after, before) => `${what}: by ${after}, formerly ${before}`,
    shownAs: (what, isShare) => `${what}: now in ${isShare ? 'per cent' : 'numbers'}`,
    valueFrom: (value, from) => `${value} from ${from}`,
    wordingAdded: 'the rule is in force',
    wordingRemoved: 'the rule is not in force any more',
    scope: 'whom it applies to',
    conditionAdded: (condition) => `condition added: ${condition}`,
    conditionRemoved: (condition) => `condition removed: ${condition}`,
    addedTo: (within, condition) => `added to the condition “${within}”: ${condition}`,
    removedFrom: (within, condition) => `removed from the condition “${within}”: ${condition}`,
    changed: (before, after) => `condition changed, before: ${before}; after: ${after}`,
    changedNamed: (name, before, after) => `condition “${name}” changed, before: ${before}; after: ${after}`,
    changedIn: (within, before, after) =>
      `changed in the condition “${within}”, before: ${before}; after: ${after}`,
    textChanged: (before, after) => `the condition “${before}” is now called “${after}”`,
    textGiven: (condition, after) => `the condition “${condition}” is called “${after}”`,
    textTaken: (before) => `the condition “${before}” has no name any more`,
    condition: (name) => `the condition “${name}”`,
    cites: (condition, before, after) =>
      `documents of the condition “${condition}”: ${after}, formerly ${before}`,
    id: (condition, before, after) => `code of the condition “${condition}”: ${after}, formerly ${before}`,
    otherLanguage: (what) => `${what}: the name changed in Russian`,
    none: 'none',
  },
}
