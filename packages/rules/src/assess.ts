import type {
  Aggregate,
  Evidence,
  Finding,
  PlainDate,
  RecordRef,
  Scalar,
  Succession,
  Truth,
  Verdict,
  Witness,
} from '@tirazh/spec'
import { dateOf } from './days.js'
import { type Dates, standings, truths } from './decider.js'
import { endsOf, measured, type Naming, required, requiredSet } from './describe.js'
import type { Evaluator } from './evaluate.js'
import { conjunction, disjunction, negation, threshold } from './kleene.js'
import { missingIn, missingOf } from './missing.js'
import { type Facts, factOf, nameOf, type RelationModel, rowsOf, type SubjectModel } from './model.js'
import type { Clause, Code, Program, Term } from './program.js'
import type { Successions } from './succession.js'

/** One subject before one policy: the evaluator has begun with it. */
export interface Hearing {
  readonly model: SubjectModel
  readonly program: Program
  readonly judge: Evaluator
  readonly succession: Successions
  readonly subject: Facts
  readonly dates: Dates & { readonly lawAt: PlainDate }
  /** Of the policies used so far, by their part. */
  readonly verdicts: Map<number, Verdict>
}

/** Where a clause stands: in which policy, and on which related record. */
export interface Stand extends Naming {
  readonly row?: { readonly facts: Facts; readonly relation: RelationModel } | undefined
}

/** Decides one subject under one policy and keeps the reasons. */
export function assessWith(hearing: Hearing, part: number = hearing.program.parts.length - 1): Verdict {
  const { model, program, judge, subject, dates } = hearing
  const { policy, version, clause } = program.parts[part] ?? { policy: undefined }
  if (policy === undefined) throw new RangeError(`The program has no part ${part}.`)
  const finding = clause && draft(clause, hearing, { model, policy, lawAt: dates.lawAt })
  if (finding) markDecisive(finding)
  return {
    policy: policy.id,
    title: policy.title,
    subject: { kind: model.kind, id: subject.id, label: String(factOf(subject, model.label) ?? subject.id) },
    status: truths[judge.status(part)],
    standing: standings[judge.standing(part)],
    asOf: dates.asOf,
    lawAt: dates.lawAt,
    ...(dates.knownAt === undefined ? {} : { knownAt: dates.knownAt }),
    version: version?.from ?? null,
    finding: finding ?? null,
  }
}

/** The named or undivided conditions on which a finding turns. */
export function decisiveLeaves(finding: Finding): Finding[] {
  if (!finding.decisive) return []
  const parts = finding.findings
  if (parts === undefined || finding.text !== undefined || finding.op === 'not') return [finding]
  return parts.flatMap(decisiveLeaves)
}

/** The count over a relation in an explanation, depth first: «14 municipalities» over the adoptions. */
export function countOver(relation: string, finding: Finding): Finding | undefined {
  if (finding.evidence?.some((each) => each.over === relation)) return finding
  for (const part of finding.findings ?? []) {
    const found = countOver(relation, part)
    if (found !== undefined) return found
  }
  return undefined
}

/** The records behind that count. */
export function evidenceOver(relation: string, finding: Finding): Evidence | undefined {
  return countOver(relation, finding)?.evidence?.find((each) => each.over === relation)
}

/** A finding under construction. */
type Draft = { -readonly [Name in keyof Finding]: Finding[Name] } & { findings?: Draft[] }

function draft(clause: Clause, hearing: Hearing, stand: Stand): Draft {
  const { op, id, text, cites } = clause.predicate
  // Assigned one by one: copying objects together is most of the work of a large explanation.
  const made: Draft = { op, decisive: false, status: 'unknown', missing: none }
  if (id !== undefined) made.id = id
  if (text !== undefined) made.text = text
  if (cites !== undefined) made.cites = cites
  inquire(made, clause, hearing, stand)
  return made
}

const none: readonly never[] = []

/** Fills in what was found. */
function inquire(made: Draft, clause: Clause, hearing: Hearing, stand: Stand): void {
  const { predicate, condition } = clause
  switch (predicate.op) {
    case 'all':
    case 'any':
    case 'atLeast':
    case 'not': {
      const findings = clause.of.map((part) => draft(part, hearing, stand))
      made.status = combined(clause, findings)
      if (condition.op === 'atLeast') made.required = { value: condition.count, shownAs: 'number' }
      made.findings = findings
      if (made.status === 'unknown') made.missing = missingOf(findings)
      return
    }
    case 'cmp':
    case 'in':
    case 'known':
      inquireValues(made, clause, hearing, stand)
      return
    case 'use': {
      const verdict = condition.op === 'use' ? usedVerdict(condition.part, hearing) : undefined
      if (verdict === undefined) return
      made.status = verdict.standing === 'applies' ? verdict.status : 'unknown'
      made.verdict = verdict
      made.missing = verdict.finding?.missing ?? none
    }
  }
}

function inquireValues(made: Draft, clause: Clause, hearing: Hearing, stand: Stand): void {
  const { predicate, condition, terms } = clause
  const { judge } = hearing
  const row = stand.row?.facts
  const [value, other] = terms
  if (value === undefined) return
  made.status = truths[judge.condition(condition)(row)]
  made.actual = measured(value, stand, judge, row)
  if (predicate.op === 'known') return
  if (predicate.op === 'in') made.required = requiredSet(predicate.set, value, stand)
  if (predicate.op === 'cmp' && other !== undefined) {
    made.comparison = predicate.is
    made.required = required(other, value, stand, judge, row)
    const short =
      made.status === 'met' || predicate.is !== '>=' ? undefined : gap(made.actual.low, made.required.value)
    if (short !== undefined) made.shortfall = short
  }
  const evidence = stand.row === undefined ? evidenceIn(terms, hearing, stand) : none
  if (evidence.length > 0) made.evidence = evidence
  if (made.status === 'unknown') made.missing = missingIn(terms, evidence, hearing, stand)
}

/** The verdict of another policy, made once however often it is used. */
function usedVerdict(part: number, hearing: Hearing): Verdict {
  const verdict = hearing.verdicts.get(part) ?? assessWith(hearing, part)
  hearing.verdicts.set(part, verdict)
  return verdict
}

function combined({ condition }: Clause, findings: readonly Draft[]): Truth {
  const statuses = findings.map((finding) => finding.status)
  switch (condition.op) {
    case 'all':
      return conjunction(statuses)
    case 'any':
      return disjunction(statuses)
    case 'atLeast':
      return threshold(condition.count, statuses)
    default:
      return negation(statuses[0] ?? 'unknown')
  }
}

/** How much is short at the worst end of what is known. */
function gap(low: Scalar | null, wanted: unknown): number | undefined {
  if (typeof low !== 'number' || typeof wanted !== 'number' || low >= wanted) return undefined
  return Math.round((wanted - low) * 1e12) / 1e12
}

/** The records behind each aggregate of some terms. */
function evidenceIn(terms: readonly Term[], hearing: Hearing, stand: Stand): Evidence[] {
  return terms.flatMap((term) => {
    const { expression, aggregation, of } = term
    if (expression.op === 'agg' && aggregation !== undefined)
      return evidenceOf(expression, term, hearing, stand) ?? []
    return evidenceIn(of, hearing, stand)
  })
}

function evidenceOf(aggregate: Aggregate, term: Term, hearing: Hearing, stand: Stand): Evidence | undefined {
  const { judge, subject } = hearing
  const relation = stand.model.relations[aggregate.over]
  const rows = rowsOf(subject, aggregate.over)
  if (relation === undefined || rows === undefined) return undefined
  const { where } = term
  const code = where === undefined ? undefined : judge.condition(where.condition)
  const [read] = term.of
  const counted: Witness[] = []
  const pending: Witness[] = []
  const rejected: Witness[] = []
  const first = new Map<Scalar, RecordRef>()
  for (const facts of rows) {
    const status = code === undefined ? 2 : code(facts)
    const named = nameOf(facts, relation)
    const value = read === undefined ? null : endsOf(read.value, judge, facts).low
    const succession = value === null || read === undefined ? undefined : successionOf(read, hearing, facts)
    const isCounted = status === 2 && value !== null && aggregate.fn === 'countDistinct'
    const earlier = isCounted ? first.get(value) : undefined
    if (isCounted && earlier === undefined) first.set(value, named.record)
    const reasons =
      status === 2 || where === undefined
        ? none
        : reasonsOf(where, hearing, { ...stand, rowFields: relation.fields, row: { facts, relation } })
    const witness: { -readonly [Name in keyof Witness]: Witness[Name] } = { record: named.record, reasons }
    if (named.label !== undefined) witness.label = named.label
    if (named.through !== undefined) witness.through = named.through
    if (value !== null) witness.value = value
    if (succession !== undefined) witness.succession = succession
    if (earlier !== undefined) witness.sameAs = earlier
    const list = status === 2 ? counted : status === 1 ? pending : rejected
    list.push(witness)
  }
  return { fn: aggregate.fn, over: aggregate.over, title: relation.title, counted, pending, rejected }
}

/** The mergers between the code that was recorded and the one it stands for. */
function successionOf({ value }: Term, { judge, succession }: Hearing, row: Facts): Succession | undefined {
  if (value.type !== 'word' || value.word.op !== 'successor') return undefined
  const code = judge.word(value.word.code)(row)
  const day = judge.int(value.word.at)(row)
  if (code === undefined || Number.isNaN(day) || succession.at(code, day) === code) return undefined
  return succession.chain(code, dateOf(day))
}

/**
 * The conditions that decided against a record, or left it open: the decisive leaves of the whole
 * finding. Only those are drafted, since most records of a register do not count for one reason.
 */
function reasonsOf(where: Clause, hearing: Hearing, stand: Stand): Finding[] {
  const { op, text } = where.predicate
  if (text !== undefined || (op !== 'all' && op !== 'any' && op !== 'atLeast')) {
    const finding = draft(where, hearing, stand)
    markDecisive(finding)
    return [finding]
  }
  const row = stand.row?.facts
  const codeOf = (clause: Clause): Code => hearing.judge.condition(clause.condition)(row)
  const code = codeOf(where)
  return where.of.filter((part) => codeOf(part) === code).flatMap((part) => reasonsOf(part, hearing, stand))
}

/** The verdict turns with the parts that share its status; below a negation, with all of it. */
function markDecisive(finding: Draft): void {
  finding.decisive = true
  for (const part of finding.findings ?? []) {
    if (finding.op === 'not' || part.status === finding.status) markDecisive(part)
  }
}
