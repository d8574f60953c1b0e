import type { Comparison, Expression, Predicate, Scalar } from '@tirazh/spec'
import { refuse } from './refusal.js'
import type { Subject } from './subject.js'
import type { Constant, Term } from './term.js'

/** The condition that a term is true. */
export function conditionOf(term: Term, subject: Subject): Predicate {
  switch (term.kind) {
    case 'condition':
      return term.predicate
    case 'choice':
      return choose(term.test, conditionOf(term.yes, subject), conditionOf(term.no, subject))
    case 'constant':
    case 'field':
    case 'computed':
      return equals(term.type === 'boolean' ? expressionOf(term, subject) : unusable(term, subject), true)
    case 'list':
    case 'map':
      return refuse('types', `a ${term.kind} as a condition`)
  }
}

export function expressionOf(term: Term, subject: Subject): Expression {
  switch (term.kind) {
    case 'constant':
      return subject.constant(term)
    case 'field':
      return subject.field(term.name, term.type, term.value)
    case 'computed':
      return term.expression
    case 'list':
      return refuse('lists', 'a list as a value')
    case 'map':
      return refuse('maps', 'a map as a value')
    case 'condition':
    case 'choice':
      return refuse('functions', `a ${term.kind} as a value`)
  }
}

/**
 * CEL's error for an operand that is no boolean settles nothing unless the other operand does. Here
 * that is a boolean field in which something else stands: it is unusable, so unknown.
 */
function unusable(term: Term, subject: Subject): Expression {
  if (term.kind === 'computed') return refuse('types', `a ${term.type} as a condition`)
  const value = term.kind === 'constant' || term.kind === 'field' ? term.value : undefined
  return subject.field(`unusable ${Object.keys(subject.model.fields).length}`, 'boolean', value)
}

function equals(left: Expression, value: Scalar): Predicate {
  return { op: 'cmp', left, is: '=', right: { op: 'lit', value } }
}

export function not(of: Predicate): Predicate {
  return { op: 'not', of }
}

/** `test ? yes : no`. The third part is unknown where the test is and unmet otherwise: an error of the test remains one. */
function choose(test: Predicate, yes: Predicate, no: Predicate): Predicate {
  const all = (...of: Predicate[]): Predicate => ({ op: 'all', of })
  return { op: 'any', of: [all(test, yes), all(not(test), no), all(test, not(test))] }
}

/** Both conditions or neither. */
function agree(left: Predicate, right: Predicate): Predicate {
  const both: Predicate = { op: 'all', of: [left, right] }
  const neither: Predicate = { op: 'all', of: [not(left), not(right)] }
  return { op: 'any', of: [both, neither] }
}

export function compare(left: Term, is: Comparison, right: Term, subject: Subject): Predicate {
  if (left.kind === 'choice') {
    return choose(left.test, compare(left.yes, is, right, subject), compare(left.no, is, right, subject))
  }
  if (right.kind === 'choice') {
    return choose(right.test, compare(left, is, right.yes, subject), compare(left, is, right.no, subject))
  }
  if (left.kind === 'condition' || right.kind === 'condition') {
    if (typeOf(left) !== 'boolean' || typeOf(right) !== 'boolean')
      refuse('types', 'a condition and another type')
    if (is !== '=' && is !== '!=') refuse('order', 'an order of conditions')
    const same = agree(conditionOf(left, subject), conditionOf(right, subject))
    return is === '=' ? same : not(same)
  }
  const [leftValue, rightValue] = [expressionOf(left, subject), expressionOf(right, subject)]
  if (typeOf(left) !== typeOf(right)) refuse('types', `${typeOf(left)} ${is} ${typeOf(right)}`)
  const ordered = typeOf(left) === 'number' || typeOf(left) === 'date'
  if (!ordered && is !== '=' && is !== '!=') refuse('order', `an order of ${typeOf(left)}`)
  return { op: 'cmp', left: leftValue, is, right: rightValue }
}

/** One of the values of a list or the keys of a map. */
export function among(value: Term, set: readonly Constant[], subject: Subject): Predicate {
  if (value.kind === 'choice') {
    return choose(value.test, among(value.yes, set, subject), among(value.no, set, subject))
  }
  if (set.some(({ type }) => type !== typeOf(value))) refuse('types', 'a set of other types')
  return { op: 'in', value: expressionOf(value, subject), set: set.map((each) => each.value) }
}

function typeOf(term: Term): string {
  return 'type' in term ? term.type : term.kind === 'condition' ? 'boolean' : term.kind
}
