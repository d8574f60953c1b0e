import type { Value } from '@bufbuild/cel-spec/cel/expr/value_pb.js'
import { expect, test } from 'vitest'
import { judge, type Outcome } from './conformance.js'
import { divergences } from './divergences.js'
import { type Reason, reasons } from './refusal.js'
import { type Case, conformanceCases, type Expected } from './suite.js'

const judged = conformanceCases().map((each) => ({ each, outcome: judge(each) }))
const inScope = judged.filter(({ outcome }) => outcome.kind !== 'refused')
const agreeing = judged.filter(({ outcome }) => outcome.kind === 'agrees')
const refused = countBy(judged.flatMap(({ outcome }) => (outcome.kind === 'refused' ? [outcome.reason] : [])))

test('a policy decides as CEL does, except where the difference is reviewed', () => {
  const found = judged.flatMap(({ each, outcome }) => (outcome.kind === 'diverges' ? [each.name] : []))
  const unreviewed = judged.filter(
    ({ each, outcome }) => outcome.kind === 'diverges' && divergences[each.name] === undefined,
  )
  expect(unreviewed.map(sentence)).toEqual([])
  expect(Object.keys(divergences).filter((name) => !found.includes(name))).toEqual([])
})

test('the cases in scope are counted, and so are the refused ones by their reason', () => {
  const sections = countBy(inScope.map(({ each }) => each.name.split('/')[0] ?? ''))
  console.info(
    [
      `CEL conformance: ${judged.length} cases, ${inScope.length} in scope, ${agreeing.length} agree, ` +
        `${inScope.length - agreeing.length} diverge as reviewed, ${judged.length - inScope.length} refused`,
      `in scope by section: ${[...sections].map(([section, count]) => `${section} ${count}`).join(', ')}`,
      ...[...refused].map(([reason, count]) => `refused, ${reason} ${count}: ${reasons[reason]}`),
    ].join('\n'),
  )
  expect({ total: judged.length, inScope: inScope.length, agreeing: agreeing.length }).toEqual({
    total: 2344,
    inScope: 473,
    agreeing: 462,
  })
  expect(Object.fromEntries(refused)).toEqual(counts)
})

/** Refused cases by reason: what the importer takes in may not shrink unnoticed. */
const counts: { readonly [name in Reason]: number } = {
  syntax: 66,
  types: 89,
  constant: 131,
  result: 214,
  messages: 521,
  null: 18,
  bytes: 28,
  time: 85,
  order: 42,
  lists: 42,
  maps: 25,
  nested: 2,
  functions: 481,
  range: 119,
  exactness: 3,
  empty: 4,
  depth: 1,
}

test('a case that agrees would not agree with another result', () => {
  const vacuous = agreeing.flatMap(({ each }) =>
    otherResults(each).flatMap((other) => (judge(other).kind === 'agrees' ? [each.name] : [])),
  )
  expect(vacuous).toEqual([])
})

test('an error of the test of a ternary stays an error, even where both answers are the same', () => {
  expect(outcomeOf('1 / 0 > 1 ? true : true', { kind: 'error' })).toEqual({ kind: 'agrees' })
  expect(outcomeOf('1 / 0 > 1 ? 7 : 7', { kind: 'error' })).toEqual({ kind: 'agrees' })
  expect(outcomeOf('true ? true : 1 / 0 > 1', yes)).toEqual({ kind: 'agrees' })
})

test('where CEL cuts off what is left of a division of whole numbers, a policy keeps the exact ratio', () => {
  expect(outcomeOf('6 / 2 == 3', yes)).toEqual({ kind: 'agrees' })
  expect(outcomeOf('7 / 2 == 3', yes)).toMatchObject({ kind: 'diverges' })
})

test('what has no counterpart is refused and says why', () => {
  const reasonOf = (expression: string): string => {
    const outcome = outcomeOf(expression, yes)
    return outcome.kind === 'refused' ? outcome.reason : outcome.kind
  }
  expect(reasonOf('7 % 2 == 1')).toBe('functions')
  expect(reasonOf("'a' < 'b'")).toBe('order')
  expect(reasonOf("1 == 'a'")).toBe('types')
  expect(reasonOf('[1, 2] == [1, 2]')).toBe('lists')
  expect(reasonOf('[1].all(a, [2].all(b, a < b))')).toBe('nested')
  expect(reasonOf('9223372036854775807 > 1')).toBe('range')
  expect(reasonOf('5000000000 * 5000000000 > 1')).toBe('exactness')
})

const yes: Expected = { kind: 'value', value: celValue({ case: 'boolValue', value: true }) }

function outcomeOf(expression: string, expected: Expected): Outcome {
  return judge({ name: expression, expression, container: '', bindings: new Map(), expected })
}

/** The same case with results that the suite does not expect. */
function otherResults(each: Case): Case[] {
  const { expected } = each
  const kind = expected.kind === 'value' ? expected.value.kind : undefined
  const others: Expected[] =
    kind === undefined
      ? [yes, { kind: 'value', value: celValue({ case: 'boolValue', value: false }) }]
      : kind.case === 'boolValue'
        ? [{ kind: 'error' }, { kind: 'value', value: celValue({ case: 'boolValue', value: !kind.value }) }]
        : [{ kind: 'error' }]
  return others.map((other) => ({ ...each, expected: other }))
}

function celValue(kind: Value['kind']): Value {
  return { $typeName: 'cel.expr.Value', kind }
}

function sentence({ each, outcome }: { readonly each: Case; readonly outcome: Outcome }): string {
  return `${each.name}: ${each.expression}: ${outcome.kind === 'diverges' ? outcome.found : outcome.kind}`
}

/** In alphabetical order. */
function countBy<Name extends string>(names: readonly Name[]): Map<Name, number> {
  const found = new Map<Name, number>()
  for (const name of [...names].sort()) found.set(name, (found.get(name) ?? 0) + 1)
  return found
}
