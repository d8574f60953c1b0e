import {
  type Evidence,
  type Finding,
  formats,
  type Locale,
  type Measured,
  type Missing,
  type Required,
  type Succession,
  type Truth,
  type Verdict,
  type Witness,
} from '@tirazh/spec'
import { decisiveLeaves } from './assess.js'
import { phrases } from './phrases.js'
import { capitalize, enumerate, interval, recordName, requirement, type Writer } from './wording.js'

/** A verdict in words. */
export interface Explanation {
  readonly status: Truth
  /** The reason in one sentence fragment: «14 муниципалитетов из 15; не указана дата внедрения: Т-001234». */
  readonly summary: string
  /** The conditions with what was found, and below each the records it was found in. */
  readonly steps: readonly Step[]
}

export interface Step {
  readonly text: string
  /** Absent on lines that only list records. */
  readonly status?: Truth
  readonly steps?: readonly Step[]
}

/** Puts a verdict into words. The same tree gives the Russian and the English text. */
export function explain(verdict: Verdict, locale: Locale): Explanation {
  const w: Writer = { f: formats(locale), p: phrases[locale] }
  const { finding, status } = verdict
  if (finding === null) return { status, summary: w.p.notInForce, steps: [] }
  // An undivided rule is its own summary: its steps are the records below it.
  const steps = step(finding, w).steps ?? []
  return {
    status,
    summary:
      verdict.standing === 'not-applicable'
        ? w.p.notApplicable(verdict.subject.label)
        : verdict.standing === 'unclear'
          ? w.p.unclear(verdict.subject.label)
          : summarize(finding, w),
    steps,
  }
}

/** A legal succession in words: «Кстовский (22637000) с 04.04.2025 входит в Нижний Новгород (22701000)». */
export function explainSuccession(succession: Succession, locale: Locale): string {
  return mergers(succession, { f: formats(locale), p: phrases[locale] })
}

/** Why a record is pending or rejected, in words; empty for a counted one. */
export function explainWitness(witness: Witness, locale: Locale): string {
  return because(witness, { f: formats(locale), p: phrases[locale] })
}

const mostReasons = 3
const mostMissing = 4
const fewRejected = 2
const mostRecords = 40

function summarize(finding: Finding, w: Writer): string {
  const leaves = decisiveLeaves(finding)
  if (finding.status === 'met' && leaves.length > 1) {
    const number = w.f.number(leaves.length)
    return finding.op === 'all' ? w.p.allMet(number) : w.p.someMet(number)
  }
  const shown = leaves.slice(0, mostReasons).map((leaf) => sentenceWithReason(leaf, w))
  const hidden = leaves.length - shown.length
  return [...shown, ...(hidden > 0 ? [w.p.more(w.f.number(hidden))] : [])].join('; ')
}

/** The condition, and what it failed for: what is missing, or the few records that did not count. */
function sentenceWithReason(finding: Finding, w: Writer): string {
  const evidence = finding.evidence ?? []
  const rejected = evidence.flatMap((each) => each.rejected)
  const nothingElse = evidence.every((each) => each.counted.length + each.pending.length === 0)
  if (finding.status === 'unmet' && nothingElse && rejected.length <= fewRejected) {
    const why = rejected.map((witness) => `${recordName(witness, w)}: ${because(witness, w)}`)
    return [sentence(finding, w), ...why].join('; ')
  }
  if (finding.status !== 'unknown' || finding.missing.length === 0 || finding.verdict)
    return sentence(finding, w)
  const missing = absences(finding.missing, w)
  // A condition whose own value is missing already says so.
  return finding.evidence === undefined && finding.findings === undefined
    ? missing
    : `${sentence(finding, w)}; ${missing}`
}

function step(finding: Finding, w: Writer): Step {
  const inner = finding.verdict?.finding
  const parts = finding.findings ?? (inner ? (inner.findings ?? [inner]) : [])
  const steps = [
    ...parts.map((part) => step(part, w)),
    ...(finding.evidence ?? []).flatMap((each) => records(each, w)),
  ]
  const text = capitalize(sentence(finding, w))
  return { status: finding.status, text, ...(steps.length === 0 ? {} : { steps }) }
}

/** One condition: what it is about, what was found and what was asked for. */
function sentence(finding: Finding, w: Writer): string {
  const label = finding.text && w.f.text(finding.text)
  const { actual, required } = finding
  switch (finding.op) {
    case 'all':
      return label ?? w.p.allOf
    case 'any':
      return label ?? w.p.anyOf
    case 'atLeast':
      return label ?? w.p.atLeastOf(String(finding.required?.value ?? ''))
    case 'not':
      return label ?? w.p.negated((finding.findings ?? []).map((part) => sentence(part, w)).join(', '))
    case 'known':
      return `${label ?? (actual ? w.f.text(actual.title) : '')}: ${finding.status === 'met' ? w.p.recorded : w.p.notRecorded}`
    case 'use': {
      const { verdict } = finding
      if (verdict === undefined) return label ?? w.p.unknown
      return `${label ?? w.f.text(verdict.title)}: ${w.f.truth(verdict.status)}`
    }
    case 'cmp':
    case 'in': {
      if (actual === undefined || required === undefined) return label ?? ''
      return actual.noun === undefined
        ? comparison(finding, actual, required, label, w)
        : counting(finding, actual, required, label, w)
    }
  }
}

function counting(
  finding: Finding,
  actual: Measured,
  required: Required,
  label: string | undefined,
  w: Writer,
): string {
  const found = quantity(actual, w)
  const { value } = required
  const prefix = label === undefined ? '' : `${label}: `
  if (finding.comparison === '>=' && typeof value === 'number' && actual.high !== null) {
    if (value === 1 && label !== undefined) return prefix + found
    if (finding.status !== 'met') return prefix + w.p.outOf(found, w.f.number(value))
  }
  const wanted = requirement(finding.comparison, required, w)
  return `${prefix}${finding.status === 'met' ? `${found} (${wanted})` : `${found}, ${w.p.need(wanted)}`}`
}

function quantity(actual: Measured, w: Writer): string {
  const { low, high, noun } = actual
  if (noun === undefined || typeof low !== 'number') return w.p.unknownCount
  if (typeof high !== 'number') return low === 0 ? w.p.unknownCount : w.p.upTo(w.f.count(low, noun))
  return low === high ? w.f.count(low, noun) : `${w.f.number(low)}–${w.f.count(high, noun)}`
}

function comparison(
  finding: Finding,
  actual: Measured,
  required: Required,
  label: string | undefined,
  w: Writer,
): string {
  const name = label ?? w.f.text(actual.title)
  const nothing = finding.missing.length === 0 ? w.p.notComputable : w.p.notRecorded
  const found = interval(actual, nothing, w)
  const wanted = requirement(finding.comparison, required, w)
  return finding.status === 'met' ? `${name}: ${found} (${wanted})` : `${name}: ${found}, ${w.p.need(wanted)}`
}

/** «не указана дата внедрения: Т-001234 (Распоряжение № 1874)», one clause for each kind of absence. */
function absences(missing: readonly Missing[], w: Writer): string {
  const byWhat = new Map<string, string[]>()
  for (const each of missing) {
    const what = absence(each, w)
    const names = byWhat.get(what) ?? []
    const name = recordName(each, w)
    if (!names.includes(name)) names.push(name)
    byWhat.set(what, names)
  }
  return [...byWhat].map(([what, names]) => w.p.absentAt(what, enumerate(names, mostMissing, w))).join('; ')
}

function absence(missing: Missing, w: Writer): string {
  if (missing.unusable !== undefined) return w.p.unusable(w.f.text(missing.title), missing.unusable)
  return missing.absent ? w.f.text(missing.absent) : w.p.absent(w.f.text(missing.title))
}

/** The records behind a count: counted, pending and rejected, and what was merged. */
function records(evidence: Evidence, w: Writer): Step[] {
  const { counted, pending, rejected } = evidence
  const line = (title: string, list: readonly Witness[], steps: readonly Step[]): Step[] => {
    if (list.length === 0) return []
    const names = enumerate(recordNames(list, w), mostRecords, w)
    return [
      { text: `${title} (${w.f.number(list.length)}): ${names}`, ...(steps.length === 0 ? {} : { steps }) },
    ]
  }
  const notes = counted.flatMap((witness) => {
    const parts = [
      ...(witness.succession ? [mergers(witness.succession, w)] : []),
      ...(witness.sameAs ? [`${w.p.sameAs(witness.sameAs.id)}, ${w.p.countedOnce}`] : []),
    ]
    return parts.length === 0 ? [] : [{ text: `${recordName(witness, w)}: ${parts.join('; ')}` }]
  })
  const reasons = (list: readonly Witness[]): Step[] =>
    list.map((witness) => ({ text: `${recordName(witness, w)}: ${because(witness, w)}` }))
  return [
    ...line(w.p.counted, counted, notes),
    ...line(w.p.pending, pending, reasons(pending)),
    ...line(w.p.rejected, rejected, reasons(rejected)),
  ]
}

function because(witness: Witness, w: Writer): string {
  return [...new Set(witness.reasons.map((each) => reason(each, w)))].join('; ')
}

/** Why one record did not count: what is missing, or the condition that it fails. */
function reason(finding: Finding, w: Writer): string {
  if (finding.status === 'unknown' && finding.missing.length > 0) {
    return [...new Set(finding.missing.map((each) => absence(each, w)))].join('; ')
  }
  const text = sentence(finding, w)
  return finding.findings === undefined ? text : `${text}: ${w.f.truth(finding.status)}`
}

function mergers(succession: Succession, w: Writer): string {
  return succession.steps
    .map((each) =>
      w.p.merged(`${each.fromName} (${each.from})`, `${each.toName} (${each.to})`, w.f.date(each.on)),
    )
    .join(', ')
}

/** Ids in short; a record that stands there several times once, with what each time stood for. */
function recordNames(list: readonly Witness[], w: Writer): string[] {
  const parts = new Map<string, string[]>()
  for (const { record, through = [], label } of list) {
    const name = recordName({ record, through }, w)
    const labels = parts.get(name) ?? []
    if (typeof label === 'object') labels.push(w.f.text(label))
    parts.set(name, labels)
  }
  return [...parts].map(([name, labels]) => (labels.length === 0 ? name : `${name} (${labels.join(', ')})`))
}
