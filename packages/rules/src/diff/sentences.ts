import {
  type Formats,
  formats,
  type Locale,
  type PlainDate,
  type Policy,
  type Predicate,
  type Scalar,
  type Text,
} from '@tirazh/spec'
import { dateOf, dayOf } from '../days.js'
import type { ConditionDiffers, Days, ParamDiffers, PolicyDifference } from '../diff.js'
import { askedText, headText, wholeText } from '../page/predicates.js'
import { type PolicyContext, paramValueText, type RuleWriter, ruleWriter, within } from '../page/writer.js'
import { isSame } from '../same.js'
import { capitalize } from '../wording.js'
import type { Enclosing } from './conditions.js'
import { type ChangePhrases, changePhrases } from './phrases.js'

/** The two policies that are compared, for the words of their conditions. */
export interface Compared {
  readonly before: Policy
  readonly after: Policy
  /** The days of the law that are compared; otherwise each change is told as of its first day. */
  readonly days?: { readonly before: PlainDate; readonly after: PlainDate }
  readonly context: PolicyContext
  readonly locale: Locale
}

/** A difference as a sentence: «Порог «Муниципалитетов, не менее» с 01.01.2026: 20 вместо 15». */
export function changeText(difference: PolicyDifference, compared: Compared): string {
  return capitalize(sentence(difference, compared))
}

function sentence(difference: PolicyDifference, compared: Compared): string {
  const f = formats(compared.locale)
  const p = changePhrases[compared.locale]
  switch (difference.kind) {
    case 'title':
      return renamed(difference.before, difference.after, p.rule, p.title, f, p)
    case 'subject':
      return p.subject(difference.before, difference.after)
    case 'param':
      return paramSentence(difference, compared.locale, f, p)
    case 'wording':
      return on(difference, difference.change === 'added' ? p.wordingAdded : p.wordingRemoved, f, p)
    case 'condition':
      return on(difference, conditionSentence(difference, compared, p), f, p)
  }
}

/** The days of a change before its sentence; nothing where it has always been so. */
function on(days: Days, sentence: string, f: Formats, p: ChangePhrases): string {
  return [daysText(days, f, p), sentence].filter((part) => part !== '').join(' ')
}

function daysText({ from, until, isFirst }: Days, f: Formats, p: ChangePhrases): string {
  const last = until === undefined ? undefined : f.date(dateOf(dayOf(until) - 1))
  if (last === undefined) return isFirst ? '' : p.since(f.date(from))
  return isFirst ? p.until(last) : p.period(f.date(from), last)
}

function paramSentence(difference: ParamDiffers, locale: Locale, f: Formats, p: ChangePhrases): string {
  const param = difference.change === 'named' ? difference.before : difference.param
  const title = f.text(param.title)
  const isNumber = typeof param.values[0]?.value === 'number'
  const what = isNumber ? p.threshold(title) : p.setting(title)
  const written = (value: Scalar): string => paramValueText(value, param, locale)
  switch (difference.change) {
    case 'added':
    case 'removed': {
      const values = param.values.map(({ value, from }) => p.valueFrom(written(value), f.date(from)))
      const said = `${what}: ${values.join(', ')} (${f.text(param.origin)})`
      return difference.change === 'added' ? p.added(said) : p.removed(said)
    }
    case 'named': {
      const { before, after } = difference
      const [was, is] = [f.text(before.origin), f.text(after.origin)]
      return [
        ...(isSame(before.title, after.title)
          ? []
          : [renamed(before.title, after.title, what, (_, name) => p.renamed(what, name), f, p)]),
        ...(isSame(before.origin, after.origin) ? [] : [p.origin(what, is, was)]),
        ...(before.shownAs === after.shownAs ? [] : [p.shownAs(what, after.shownAs === 'share')]),
      ].join('; ')
    }
    case 'value': {
      const whatWhen = [what, daysText(difference, f, p)].filter((part) => part !== '').join(' ')
      const { before, after } = difference
      if (after === null) return p.unset(whatWhen, before === null ? p.none : written(before))
      return before === null
        ? p.set(whatWhen, written(after))
        : p.instead(whatWhen, written(after), written(before))
    }
  }
}

function conditionSentence(difference: ConditionDiffers, compared: Compared, p: ChangePhrases): string {
  const { change, before, after, within: around, section } = difference
  const { context, locale, days = { before: difference.from, after: difference.from } } = compared
  const was = inside(around, ruleWriter(compared.before, context, days.before, locale))
  const is = inside(around, ruleWriter(compared.after, context, days.after, locale))
  const place =
    placeOf(around, ruleWriter(compared.before, context, days.before, locale)) ??
    (section === 'applies' ? p.scope : undefined)
  if (before === undefined || after === undefined) {
    const text = before ? wholeText(before, was) : after ? wholeText(after, is) : ''
    if (change === 'added') return place === undefined ? p.conditionAdded(text) : p.addedTo(place, text)
    return place === undefined ? p.conditionRemoved(text) : p.removedFrom(place, text)
  }
  if (change === 'named') return namedSentence(before, after, is, p)
  const asked = difference.isHead ? headText : askedText
  const texts = [asked(before, was), asked(after, is)] as const
  if (before.text !== undefined) return p.changedNamed(was.f.text(before.text), ...texts)
  return place === undefined ? p.changed(...texts) : p.changedIn(place, ...texts)
}

/** A new name; or that only the other language has one. */
function renamed(
  before: Text,
  after: Text,
  what: string,
  say: (before: string, after: string) => string,
  f: Formats,
  p: ChangePhrases,
): string {
  const [was, is] = [f.text(before), f.text(after)]
  return was === is ? p.otherLanguage(what) : say(was, is)
}

/** What a condition is called, its documents or its code. */
function namedSentence(before: Predicate, after: Predicate, w: RuleWriter, p: ChangePhrases): string {
  const name = after.text ? w.f.text(after.text) : askedText(after, w)
  const list = (cites: readonly string[] = []): string => (cites.length === 0 ? p.none : cites.join(', '))
  return [
    ...(isSame(before.text, after.text) ? [] : [textSentence(before, after, w, p)]),
    ...(isSame(before.cites, after.cites) ? [] : [p.cites(name, list(before.cites), list(after.cites))]),
    ...(before.id === after.id ? [] : [p.id(name, before.id ?? p.none, after.id ?? p.none)]),
  ].join('; ')
}

function textSentence(before: Predicate, after: Predicate, w: RuleWriter, p: ChangePhrases): string {
  if (after.text === undefined) return before.text ? p.textTaken(w.f.text(before.text)) : ''
  if (before.text === undefined) return p.textGiven(askedText(after, w), w.f.text(after.text))
  return renamed(before.text, after.text, p.condition(w.f.text(after.text)), p.textChanged, w.f, p)
}

/** The writer for what stands inside some conditions. */
function inside(around: readonly Enclosing[], w: RuleWriter): RuleWriter {
  return around.reduce((writer, { over }) => (over === undefined ? writer : within(over, writer)), w)
}

/** The innermost condition that has something to be called by. */
function placeOf(around: readonly Enclosing[], w: RuleWriter): string | undefined {
  const index = around.findLastIndex(({ before: { op, text } }) => op !== 'all' || text !== undefined)
  const enclosing = around[index]
  if (enclosing === undefined) return undefined
  const writer = inside(around.slice(0, index), w)
  const { before, over } = enclosing
  if (before.text !== undefined) return w.f.text(before.text)
  return over === undefined ? askedText(before, writer) : headText(before, writer)
}
