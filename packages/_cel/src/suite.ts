import type { SimpleTest } from '@bufbuild/cel-spec/cel/expr/conformance/test/simple_pb.js'
import type { Value } from '@bufbuild/cel-spec/cel/expr/value_pb.js'
import { getConformanceSuite, type IncrementalTestSuite } from '@bufbuild/cel-spec/testdata/tests.js'

/** One case of the conformance suite. */
export interface Case {
  /** Where it stands in the suite: `section/group/name`. A few names occur more than once. */
  readonly name: string
  readonly expression: string
  /** The namespace in which names are looked up; '' is the root. */
  readonly container: string
  readonly bindings: ReadonlyMap<string, Value>
  readonly expected: Expected
}

/** What the suite asks for; `unevaluated` where only the type checker is asked. */
export type Expected =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'error' }
  | { readonly kind: 'unevaluated' }

/** All cases in the order of the suite. */
export function conformanceCases(): Case[] {
  return casesOf(getConformanceSuite(), [])
}

function casesOf(suite: IncrementalTestSuite, path: readonly string[]): Case[] {
  return [
    ...suite.tests.map(({ name, original }) => caseOf([...path, name].join('/'), original)),
    ...suite.suites.flatMap((inner) => casesOf(inner, [...path, inner.name])),
  ]
}

function caseOf(name: string, test: SimpleTest): Case {
  const bindings = new Map<string, Value>()
  for (const [variable, { kind }] of Object.entries(test.bindings)) {
    if (kind.case === 'value') bindings.set(variable, kind.value)
  }
  const { expr: expression, container } = test
  return { name, expression, container, bindings, expected: expectedOf(test) }
}

function expectedOf(test: SimpleTest): Expected {
  const { resultMatcher: matcher } = test
  if (test.checkOnly) return { kind: 'unevaluated' }
  switch (matcher.case) {
    case undefined:
      return { kind: 'value', value: yes }
    case 'value':
      return { kind: 'value', value: matcher.value }
    case 'typedResult': {
      const value = matcher.value.result
      return value === undefined ? { kind: 'unevaluated' } : { kind: 'value', value }
    }
    case 'evalError':
    case 'anyEvalErrors':
      return { kind: 'error' }
    case 'unknown':
    case 'anyUnknowns':
      return { kind: 'unevaluated' }
  }
}

/** What a case without a matcher expects. */
const yes: Value = { $typeName: 'cel.expr.Value', kind: { case: 'boolValue', value: true } }
