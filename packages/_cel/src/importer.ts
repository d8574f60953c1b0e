import { parse } from '@bufbuild/cel'
import type { Expr, Expr_Call } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js'
import type { Comparison, Predicate } from '@tirazh/spec'
import { compare, conditionOf, expressionOf, not } from './logic.js'
import { arithmetic, condition, converted, day, indexed, membership } from './operators.js'
import { refuse } from './refusal.js'
import { extreme, quantified, sizeOf } from './relations.js'
import { fieldOf, type Scope, sameKey, valueOfName } from './scope.js'
import type { Subject } from './subject.js'
import type { Case } from './suite.js'
import { constantOf, type Entry, number, type Term } from './term.js'

/**
 * What the expression of a case means in the policy language. Its bindings and lists go into `subject`.
 *
 * @throws Refusal where the language cannot say it
 */
export function termOf({ expression, bindings, container }: Case, subject: Subject): Term {
  const { expr, sourceInfo } = parsed(expression)
  const macros = sourceInfo?.macroCalls ?? {}
  return read(expr, { subject, bindings, container, variables: new Map(), inRow: false, macros })
}

function parsed(expression: string): ReturnType<typeof parse> {
  try {
    return parse(expression)
  } catch (error) {
    return refuse('syntax', String(error))
  }
}

function read(expr: Expr | undefined, scope: Scope): Term {
  if (expr === undefined) return refuse('syntax', 'an empty expression')
  switch (expr.exprKind.case) {
    case 'constExpr':
      return constantOf(expr.exprKind.value)
    case 'identExpr':
      return valueOfName([expr.exprKind.value.name.replace(/^\./, '')], scope)
    case 'selectExpr':
      return selection(expr, scope)
    case 'callExpr':
      return call(expr.exprKind.value, scope)
    case 'listExpr':
      if (expr.exprKind.value.optionalIndices.length > 0) refuse('syntax', 'optional elements')
      return { kind: 'list', elements: expr.exprKind.value.elements.map((each) => read(each, scope)) }
    case 'structExpr':
      return mapOf(expr, scope)
    default: {
      // The parser expands macros to loops; the call as it was written is kept beside.
      const written = scope.macros[String(expr.id)]?.exprKind
      return written?.case === 'callExpr' ? call(written.value, scope) : refuse('syntax', 'a loop')
    }
  }
}

function selection(expr: Expr, scope: Scope): Term {
  const { exprKind } = expr
  if (exprKind.case !== 'selectExpr') return read(expr, scope)
  const { operand, field, testOnly } = exprKind.value
  const parts = nameOf(expr)
  if (parts !== undefined && !testOnly) return valueOfName(parts, scope)
  const found = fieldOf(read(operand, scope), field)
  if (!testOnly) return found
  if (found.kind !== 'field') return refuse('maps', 'the presence of a list or map')
  return condition({ op: 'known', value: expressionOf(found, scope.subject) })
}

/** The parts of `a.b.c`, if it is nothing but names. */
function nameOf({ exprKind }: Expr): string[] | undefined {
  if (exprKind.case === 'identExpr') return [exprKind.value.name.replace(/^\./, '')]
  if (exprKind.case !== 'selectExpr' || exprKind.value.testOnly) return undefined
  const operand = exprKind.value.operand && nameOf(exprKind.value.operand)
  return operand && [...operand, exprKind.value.field]
}

function mapOf({ id, exprKind }: Expr, scope: Scope): Term {
  if (exprKind.case !== 'structExpr' || exprKind.value.messageName !== '')
    return refuse('messages', 'a message')
  const entries = exprKind.value.entries.map(({ keyKind, value, optionalEntry }): Entry => {
    const key = keyKind.case === 'mapKey' ? read(keyKind.value, scope) : undefined
    if (optionalEntry || key?.kind !== 'constant') return refuse('maps', 'a key that is no constant')
    if (key.type === 'number' && !Number.isInteger(key.value)) refuse('maps', 'a fraction as a key')
    return { key, value: () => read(value, scope) }
  })
  entries.forEach(({ key }, index) => {
    if (entries.slice(0, index).some((earlier) => sameKey(earlier.key, key))) refuse('maps', 'a key twice')
  })
  return { kind: 'map', name: `map ${id}`, entries }
}

const comparisons: { readonly [operator: string]: Comparison } = {
  '_==_': '=',
  '_!=_': '!=',
  '_<_': '<',
  '_<=_': '<=',
  '_>_': '>',
  '_>=_': '>=',
}

function call({ function: name, target, args }: Expr_Call, scope: Scope): Term {
  const { subject } = scope
  const namespace = target?.exprKind.case === 'identExpr' ? target.exprKind.value.name : undefined
  const [first, second, third] = args
  const term = (expr: Expr | undefined): Term => read(expr, scope)
  const predicate = (expr: Expr | undefined): Predicate => conditionOf(term(expr), subject)
  const comparison = comparisons[name]
  if (comparison !== undefined) return condition(compare(term(first), comparison, term(second), subject))
  if (namespace === 'cel' && name === 'bind') return bound(args, scope)
  if (namespace === 'math') {
    if (name !== 'greatest' && name !== 'least') return refuse('functions', `math.${name}`)
    if (scope.inRow) refuse('nested', name)
    const terms = args.map(term)
    const [only] = terms
    const elements = terms.length === 1 && only?.kind === 'list' ? only.elements : terms
    return extreme(name === 'greatest' ? 'max' : 'min', elements, subject)
  }
  switch (name) {
    case '_&&_':
      return condition({ op: 'all', of: [predicate(first), predicate(second)] })
    case '_||_':
      return condition({ op: 'any', of: [predicate(first), predicate(second)] })
    case '!_':
      return condition(not(predicate(first)))
    case '_?_:_':
      return { kind: 'choice', test: predicate(first), yes: term(second), no: term(third) }
    case '@in':
      return membership(term(first), term(second), subject)
    case '_[_]':
      return indexed(term(first), term(second))
    case '-_':
      return arithmetic('_-_', number(0), term(first), subject)
    case '_+_':
    case '_-_':
    case '_*_':
    case '_/_':
      return arithmetic(name, term(first), term(second), subject)
    case 'size':
      return counted(term(target ?? first), scope)
    case 'all':
    case 'exists':
    case 'exists_one':
    case 'existsOne':
      return condition(quantifier(name === 'existsOne' ? 'exists_one' : name, target, args, scope))
    case 'dyn':
      return term(first)
    case 'bool':
    case 'string':
    case 'int':
    case 'uint':
    case 'double':
      return converted(name, term(first))
    case 'type':
      return refuse('types', 'type')
    case 'timestamp':
    case 'duration':
      return target === undefined ? day(name, term(first)) : refuse('time', name)
    default:
      return refuse(/^get[A-Z]/.test(name) ? 'time' : 'functions', name)
  }
}

function counted(range: Term, scope: Scope): Term {
  if (range.kind !== 'list' && range.kind !== 'map') return refuse('functions', `size of a ${range.kind}`)
  if (scope.inRow) refuse('nested', 'size')
  return sizeOf(range, scope.subject)
}

function quantifier(
  name: 'all' | 'exists' | 'exists_one',
  target: Expr | undefined,
  args: readonly Expr[],
  scope: Scope,
): Predicate {
  if (scope.inRow) refuse('nested', name)
  const body = args.at(-1)
  const names = args.slice(0, -1).map(variableOf)
  const rows = (variables: readonly { readonly name: string; readonly term: () => Term }[]): Predicate => {
    const inner = new Map(scope.variables)
    for (const each of variables) inner.set(each.name, each.term)
    return conditionOf(read(body, { ...scope, variables: inner, inRow: true }), scope.subject)
  }
  return quantified(name, read(target, scope), names, rows, scope.subject)
}

/** `cel.bind(name, value, expression)`: the value in the place of the name. */
function bound([name, value, body]: readonly Expr[], scope: Scope): Term {
  if (name === undefined) return refuse('syntax', 'cel.bind of nothing')
  const variables = new Map(scope.variables).set(variableOf(name), () => read(value, scope))
  return read(body, { ...scope, variables })
}

function variableOf({ exprKind }: Expr): string {
  return exprKind.case === 'identExpr' ? exprKind.value.name : refuse('functions', 'a variable by number')
}
