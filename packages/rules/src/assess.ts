import type {
  Aggregate,
  Compare,
  Evidence,
  Expression,
  Finding,
  Missing,
  Policy,
  Predicate,
  RecordRef,
  Scalar,
  Standing,
  Verdict,
  Witness,
} from '@tirazh/spec'
import { certain, compareAmounts, number } from './amount.js'
import { measured, required } from './describe.js'
import {
  amountOf,
  evaluate,
  fieldValue,
  inForceAt,
  inPolicy,
  type Row,
  type Scope,
  successionOf,
  type Tally,
  tallyOf,
} from './evaluate.js'
import * as exact from './exact.js'
import { conjunction, disjunction, negation, threshold } from './kleene.js'
import { factOf, nameOf, rowsOf } from './model.js'

/** Decides one subject under one policy and keeps the reasons. */
export function assessIn(scope: Scope): Verdict {
  const version = inForceAt(scope.policy.versions, scope.lawAt)
  const finding = version && draft(version.rule, scope)
  if (finding) markDecisive(finding)
  return {
    policy: scope.policy.id,
    title: scope.policy.title,
    subject: {
      kind: scope.model.kind,
      id: scope.subject.id,
      label: String(factOf(scope.subject, scope.model.label) ?? scope.subject.id),
    },
    status: finding?.status ?? 'unknown',
    standing: standingOf(scope.policy, scope),
    asOf: scope.asOf,
    lawAt: scope.lawAt,
    version: version?.from ?? null,
    finding: finding ?? null,
  }
}

/** Whether the policy speaks about the subject at all. */
export function standingOf(policy: Policy, scope: Scope): Standing {
  const version = inForceAt(policy.versions, scope.lawAt)
  if (version === undefined) return 'not-in-force'
  if (version.applies === undefined) return 'applies'
  return evaluate(version.applies, scope) === 'met' ? 'applies' : 'not-applicable'
}

/** A finding under construction. */
type Draft = { -readonly [Name in keyof Finding]: Finding[Name] } & { findings?: Draft[] }

function draft(predicate: Predicate, scope: Scope, row?: Row): Draft {
  const { id, text, cites } = predicate
  const label = {
    ...(id === undefined ? {} : { id }),
    ...(text === undefined ? {} : { text }),
    ...(cites === undefined ? {} : { cites }),
  }
  return { op: predicate.op, decisive: false, ...label, ...inquire(predicate, scope, row) }
}

type Inquiry = Omit<Draft, 'op' | 'decisive' | 'id' | 'text' | 'cites'>

function inquire(predicate: Predicate, scope: Scope, row: Row | undefined): Inquiry {
  switch (predicate.op) {
    case 'all':
    case 'any':
    case 'atLeast': {
      const findings = predicate.of.map((part) => draft(part, scope, row))
      const statuses = findings.map((finding) => finding.status)
      const status =
        predicate.op === 'all'
          ? conjunction(statuses)
          : predicate.op === 'any'
            ? disjunction(statuses)
            : threshold(predicate.count, statuses)
      return {
        status,
        ...(predicate.op === 'atLeast'
          ? { required: { value: predicate.count, shownAs: 'number' as const } }
          : {}),
        findings,
        missing: status === 'unknown' ? missingOf(findings) : [],
      }
    }
    case 'not': {
      const inner = draft(predicate.of, scope, row)
      return { status: negation(inner.status), findings: [inner], missing: inner.missing }
    }
    case 'cmp':
      return compared(predicate, scope, row)
    case 'in': {
      const amount = amountOf(predicate.value, scope, row)
      const status = disjunction(predicate.set.map((word) => compareAmounts(amount, '=', certain(word))))
      return {
        status,
        actual: measured(predicate.value, amount, scope, row),
        required: required(predicate.set, predicate.value, scope, row),
        missing: status === 'unknown' ? missingIn(predicate.value, scope, row) : [],
      }
    }
    case 'known':
      return {
        status: evaluate(predicate, scope, row),
        actual: measured(predicate.value, amountOf(predicate.value, scope, row), scope, row),
        missing: [],
      }
    case 'use': {
      const used = inPolicy(predicate.policy, scope)
      if (used === undefined) return { status: 'unknown', missing: [] }
      const verdict = assessIn(used)
      const status = verdict.standing === 'applies' ? verdict.status : 'unknown'
      return { status, verdict, missing: verdict.finding?.missing ?? [] }
    }
  }
}

function compared(predicate: Compare, scope: Scope, row: Row | undefined): Inquiry {
  const { left, right } = predicate
  const tally = left.op === 'agg' ? tallyOf(left, scope) : undefined
  const found = tally ?? amountOf(left, scope, row)
  const wanted = amountOf(right, scope, row)
  const status = compareAmounts(found, predicate.is, wanted)
  const evidence = left.op === 'agg' && tally ? evidenceOf(left, tally, scope) : undefined
  const shortfall =
    status === 'met' ? undefined : shortfallOf(predicate, number(found.low), number(wanted.high))
  return {
    status,
    actual: measured(left, found, scope, row),
    comparison: predicate.is,
    required: required(right, left, scope, row),
    ...(shortfall === undefined ? {} : { shortfall }),
    ...(evidence === undefined ? {} : { evidence }),
    missing: status === 'unknown' ? missingFor(predicate, tally, evidence, scope, row) : [],
  }
}

/** What could settle an open comparison: values of either side, and of the records that may count. */
function missingFor(
  { left, right }: Compare,
  tally: Tally | undefined,
  evidence: Evidence | undefined,
  scope: Scope,
  row: Row | undefined,
): Missing[] {
  const pending = evidence?.pending.flatMap((witness) => witness.reasons) ?? []
  const told = left.op === 'agg' ? left.value : undefined
  const nameless = tally?.rows?.filter((each) => each.status !== 'unmet' && each.value === undefined) ?? []
  return [
    ...pending.flatMap((reason) => reason.missing),
    ...(told === undefined ? [] : nameless.flatMap((each) => missingIn(told, scope, each.row))),
    ...missingIn(left, scope, row),
    ...missingIn(right, scope, row),
  ]
}

function shortfallOf(
  predicate: Compare,
  found: exact.Ratio | undefined,
  wanted: exact.Ratio | undefined,
): number | undefined {
  if (predicate.is !== '>=' || found === undefined || wanted === undefined) return undefined
  const gap = exact.subtract(wanted, found)
  return gap.n > 0n ? exact.approximate(gap) : undefined
}

function evidenceOf(aggregate: Aggregate, tally: Tally, scope: Scope): Evidence | undefined {
  const relation = scope.model.relations[aggregate.over]
  if (relation === undefined || tally.rows === undefined) return undefined
  const counted: Witness[] = []
  const pending: Witness[] = []
  const rejected: Witness[] = []
  const first = new Map<Scalar, RecordRef>()
  for (const { row, status, value } of tally.rows) {
    const named = nameOf(row.facts, relation)
    const succession =
      aggregate.value?.op === 'successor' ? successionOf(aggregate.value, scope, row) : undefined
    const earlier = status === 'met' && value !== undefined ? first.get(value) : undefined
    if (status === 'met' && value !== undefined && earlier === undefined) first.set(value, named.record)
    const witness: Witness = {
      ...named,
      ...(value === undefined ? {} : { value }),
      ...(succession && succession.steps.length > 0 ? { succession } : {}),
      ...(earlier === undefined ? {} : { sameAs: earlier }),
      reasons: status === 'met' || aggregate.where === undefined ? [] : reasons(aggregate.where, scope, row),
    }
    if (status === 'met') counted.push(witness)
    else if (status === 'unknown') pending.push(witness)
    else rejected.push(witness)
  }
  return { over: aggregate.over, title: relation.title, counted, pending, rejected }
}

/** The conditions that decided against a record, or left it open. */
function reasons(where: Predicate, scope: Scope, row: Row): Finding[] {
  const finding = draft(where, scope, row)
  markDecisive(finding)
  return decisiveLeaves(finding)
}

/** The named or undivided conditions on which a finding turns. */
export function decisiveLeaves(finding: Finding): Finding[] {
  if (!finding.decisive) return []
  const parts = finding.findings
  if (parts === undefined || finding.text !== undefined || finding.op === 'not') return [finding]
  return parts.flatMap(decisiveLeaves)
}

/** The verdict turns with the parts that share its status; below a negation, with all of it. */
function markDecisive(finding: Draft): void {
  finding.decisive = true
  for (const part of finding.findings ?? []) {
    if (finding.op === 'not' || part.status === finding.status) markDecisive(part)
  }
}

function missingOf(findings: readonly Finding[]): Missing[] {
  return findings.filter((finding) => finding.status === 'unknown').flatMap((finding) => finding.missing)
}

/** The fields of an expression that nobody filled in. */
function missingIn(expression: Expression, scope: Scope, row: Row | undefined): Missing[] {
  switch (expression.op) {
    case 'field': {
      if (fieldValue(expression.name, expression.of === 'row' ? row : undefined, scope) !== undefined)
        return []
      return [missingField(expression.name, scope, expression.of === 'row' ? row : undefined)]
    }
    case 'calc':
      return expression.of.flatMap((part) => missingIn(part, scope, row))
    case 'change':
      return [...missingIn(expression.from, scope, row), ...missingIn(expression.to, scope, row)]
    case 'successor':
      return [...missingIn(expression.code, scope, row), ...missingIn(expression.at, scope, row)]
    case 'agg': {
      if (rowsOf(scope.subject, expression.over) !== undefined) return []
      const title = scope.model.relations[expression.over]?.title ?? {
        ru: expression.over,
        en: expression.over,
      }
      const record = { kind: scope.model.kind, id: scope.subject.id }
      return [{ record, field: expression.over, title }]
    }
    case 'lit':
    case 'param':
    case 'asOf':
      return []
  }
}

function missingField(name: string, scope: Scope, row: Row | undefined): Missing {
  const model = row?.relation ?? scope.model
  const { record, label } = nameOf(row?.facts ?? scope.subject, model)
  const field = model.fields[name]
  return {
    record,
    ...(label === undefined ? {} : { label }),
    field: name,
    title: field?.title ?? { ru: name, en: name },
    ...(field?.absent === undefined ? {} : { absent: field.absent }),
  }
}

/** The count over a relation in an explanation, depth first: «14 municipalities» over the adoptions. */
export function countOver(relation: string, finding: Finding): Finding | undefined {
  if (finding.evidence?.over === relation) return finding
  for (const part of finding.findings ?? []) {
    const found = countOver(relation, part)
    if (found !== undefined) return found
  }
  return undefined
}
