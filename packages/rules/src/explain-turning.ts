import { formats, type Locale, type Missing } from '@tirazh/spec'
import { phrases } from './phrases.js'
import { type TurningPhrases, turningPhrases } from './turning/phrases.js'
import type { CountChange, ReachValue, RecordChange, RecordName, TurningSet } from './turning.js'
import { enumerate, interval, recordName, requirement, type Writer } from './wording.js'

/**
 * What would turn a verdict, in one sentence fragment: «не хватает одного: ещё 1 муниципалитет; либо
 * указать «внедрено»: Т-001234». Empty where there is nothing that would.
 */
export function explainTurning(sets: readonly TurningSet[], locale: Locale): string {
  const [first] = sets
  if (first === undefined) return ''
  const p = turningPhrases[locale]
  const isOne = sets.every((set) => set.size === 1)
  const heading = first.goal === 'unmet' ? p.wouldFail : isOne ? p.oneShort : p.short
  return p.about(heading, listed(sets, locale, p))
}

/** One set of changes: «ещё 2 муниципалитета и указать «внедрено»: Т-001234». */
export function explainTurningSet(set: TurningSet, locale: Locale): string {
  return formats(locale).list(texts(set.changes, locale))
}

/** The sets, with what they all have in common said once. */
function listed(sets: readonly TurningSet[], locale: Locale, p: TurningPhrases): string {
  const f = formats(locale)
  const [first, ...others] = sets.map(
    (set) => new Map(set.changes.map((change) => [JSON.stringify(change), change])),
  )
  if (first === undefined) return ''
  const common = new Map([...first].filter(([key]) => others.every((other) => other.has(key))))
  if (common.size === 0 || others.length === 0) {
    return p.alternatives(sets.map((set) => explainTurningSet(set, locale)))
  }
  const rests = [first, ...others].map((set) => [...set].filter(([key]) => !common.has(key)))
  return p.common(
    texts([...common.values()], locale),
    rests.map((rest) =>
      f.list(
        texts(
          rest.map(([, change]) => change),
          locale,
        ),
      ),
    ),
  )
}

function texts(changes: readonly RecordChange[], locale: Locale): string[] {
  const w: TurningWriter = { f: formats(locale), p: phrases[locale], t: turningPhrases[locale] }
  const missing = changes.flatMap((change) => (change.kind === 'fill' ? [change.missing] : []))
  const others = changes.flatMap((change) => (change.kind === 'fill' ? [] : [changeText(change, w)]))
  return [...others, ...fillTexts(missing, w)]
}

interface TurningWriter extends Writer {
  readonly t: TurningPhrases
}

const mostRecords = 5

function changeText(change: Exclude<RecordChange, { kind: 'fill' }>, w: TurningWriter): string {
  const { t, f } = w
  switch (change.kind) {
    case 'more':
    case 'fewer':
      return countText(change, w)
    case 'fill-some': {
      const { of, count } = change
      const records = enumerate(unique(of.map((each) => recordName(each, w))), mostRecords, w)
      return t.fillSome(titlesOf(of, w), f.number(count), f.number(of.length), records)
    }
    case 'value':
      return valueText(change, w)
    case 'recorded': {
      const title = t.quoted(f.text(change.title))
      return ofRecord(change.isRecorded ? t.record(title) : t.erase(title), change.record, w)
    }
    case 'applies':
      return t.applies(t.quoted(f.text(change.title)))
  }
}

function countText({ kind, count, noun, title, condition }: CountChange, w: TurningWriter): string {
  const { t, f } = w
  const things = noun === undefined ? t.quoted(f.text(title)) : f.plural(count, noun)
  const change = t[kind](f.number(count), things)
  return condition?.text === undefined ? change : t.under(change, f.text(condition.text))
}

function valueText(change: ReachValue, w: TurningWriter): string {
  const { actual, required, comparison, condition, record } = change
  const what = w.f.text(condition?.text ?? actual.title)
  const wanted = w.t.now(requirement(comparison, required, w), interval(actual, w.t.nothing, w))
  return ofRecord(w.t.about(what, wanted), record, w)
}

function ofRecord(text: string, record: RecordName | undefined, w: TurningWriter): string {
  return record === undefined ? text : w.t.about(recordName(record, w), text)
}

/** Values to fill in, together where several records miss the same. */
function fillTexts(missing: readonly Missing[], w: TurningWriter): string[] {
  const byTitle = new Map<string, Missing[]>()
  for (const each of missing) {
    if (each.unusable !== undefined) continue
    const title = titlesOf([each], w)
    byTitle.set(title, [...(byTitle.get(title) ?? []), each])
  }
  const filled = [...byTitle].map(([title, of]) =>
    w.t.fill(title, enumerate(unique(of.map((each) => recordName(each, w))), mostRecords, w)),
  )
  const corrected = missing.flatMap((each) =>
    each.unusable === undefined ? [] : [w.t.correct(titlesOf([each], w), each.unusable, recordName(each, w))],
  )
  return [...filled, ...corrected]
}

function titlesOf(missing: readonly Missing[], { f, t }: TurningWriter): string {
  return f.list(unique(missing.map((each) => t.quoted(f.text(each.title)))))
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
