import { rulebook } from '@tirazh/rules'
import { isTirazhError, type Policy, type Predicate, type Truth } from '@tirazh/spec'
import { termOf } from './importer.js'
import { compare, conditionOf, expressionOf, not } from './logic.js'
import { type Reason, Refusal, refuse } from './refusal.js'
import { type Subject, subjectOf } from './subject.js'
import type { Case } from './suite.js'
import { type Constant, number, scalarOf, type Term, text } from './term.js'

export type Outcome =
  | { readonly kind: 'agrees' }
  /** `found` says which statement about the result had another status. */
  | { readonly kind: 'diverges'; readonly found: string }
  | { readonly kind: 'refused'; readonly reason: Reason; readonly what: string }

/**
 * Judges a case twice, with its constants in the rule and in the record. The statements about its
 * result include a wrong one, so that a rule that is always met agrees with nothing.
 */
export function judge(each: Case): Outcome {
  try {
    for (const constants of ['in the rule', 'in the record'] as const) {
      const subject = subjectOf(constants)
      const found = wrong(statementsOf(each, subject), subject)
      if (found !== undefined) return { kind: 'diverges', found: `constants ${constants}: ${found}` }
    }
    return { kind: 'agrees' }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', reason: error.reason, what: error.message }
    throw error
  }
}

interface Statement {
  readonly name: string
  readonly predicate: Predicate
  readonly expected: Truth
}

function statementsOf(each: Case, subject: Subject): Statement[] {
  switch (each.expected.kind) {
    case 'unevaluated':
      return refuse('types', 'only checked')
    case 'value': {
      const value = scalarOf(each.expected.value)
      return statementsOfValue(imported(each, subject), value, subject)
    }
    case 'error':
      return statementsOfError(imported(each, subject), subject)
  }
}

function imported(each: Case, subject: Subject): Term {
  const term = termOf(each, subject)
  return term.kind === 'constant' ? refuse('constant', each.expression) : term
}

function statementsOfValue(term: Term, value: Constant, subject: Subject): Statement[] {
  if (value.type === 'boolean') {
    const predicate = conditionOf(term, subject)
    const [yes, no] = value.value === true ? (['met', 'unmet'] as const) : (['unmet', 'met'] as const)
    return [
      { name: 'it', predicate, expected: yes },
      { name: 'not it', predicate: not(predicate), expected: no },
    ]
  }
  const other = typeof value.value === 'number' ? number(value.value + 1) : text(`${value.value}?`)
  return [
    { name: 'it = value', predicate: compare(term, '=', value, subject), expected: 'met' },
    { name: 'it = another value', predicate: compare(term, '=', other, subject), expected: 'unmet' },
  ]
}

/** An error of CEL is `unknown` here, whatever is asked about the value. */
function statementsOfError(term: Term, subject: Subject): Statement[] {
  const probe = probeOf(term)
  if (probe === undefined) {
    const predicate = conditionOf(term, subject)
    return [
      { name: 'it', predicate, expected: 'unknown' },
      { name: 'not it', predicate: not(predicate), expected: 'unknown' },
    ]
  }
  const predicate = compare(term, '=', probe, subject)
  const statement: Statement = { name: 'it = any value', predicate, expected: 'unknown' }
  if (term.kind === 'choice') return [statement]
  const value = expressionOf(term, subject)
  return [statement, { name: 'it is known', predicate: { op: 'known', value }, expected: 'unmet' }]
}

/** A value to ask about; nothing where the term is a condition. */
function probeOf(term: Term): Constant | undefined {
  if (term.kind === 'choice') return probeOf(term.yes)
  if (!('type' in term)) return undefined
  switch (term.type) {
    case 'number':
      return number(0)
    case 'text':
      return text('')
    case 'boolean':
    case 'date':
      return undefined
  }
}

/** The first statement whose status is not the expected one. */
function wrong(statements: readonly Statement[], subject: Subject): string | undefined {
  const policies = statements.map(({ name, predicate }) => policyOf(name, predicate))
  try {
    const book = rulebook({
      model: subject.model,
      policies: Object.fromEntries(policies.map((policy) => [policy.id, policy])),
    })
    for (const { name, expected } of statements) {
      const { status } = book.decide(name, subject.facts, { asOf: '2026-01-01' })
      if (status !== expected) return `'${name}' is ${status}, not ${expected}`
    }
    return undefined
  } catch (error) {
    if (!isTirazhError(error, 'POLICY_INVALID')) throw error
    const [code, ...others] = new Set(error.details.issues.map((issue) => issue.code))
    if (others.length === 0 && code === 'POLICY_NUMBER_RANGE') refuse('exactness', error.message)
    if (others.length === 0 && code === 'POLICY_RATIO_NESTED') refuse('nested', error.message)
    if (others.length === 0 && code === 'POLICY_EMPTY') refuse('empty', error.message)
    if (others.length === 0 && code === 'POLICY_TOO_DEEP') refuse('depth', error.message)
    return `the rulebook refuses it: ${error.message}`
  }
}

function policyOf(id: string, rule: Predicate): Policy {
  return {
    schema: 'policy/1',
    id,
    title: { ru: id, en: id },
    subject: 'case',
    params: {},
    versions: [{ from: '2000-01-01', rule }],
  }
}
