import type { Expression, Predicate } from '@tirazh/spec'
import { among, expressionOf } from './logic.js'
import { refuse } from './refusal.js'
import { entryOf } from './scope.js'
import type { Subject } from './subject.js'
import type { Computed, Condition, Constant, Term } from './term.js'

/** A term that is true or false. */
export function condition(predicate: Predicate): Condition {
  return { kind: 'condition', predicate }
}

const operations = { '_+_': 'add', '_-_': 'subtract', '_*_': 'multiply' } as const

/** `+ − × ÷` of numbers; a whole number divided by another is not cut off. */
export function arithmetic(
  operator: keyof typeof operations | '_/_',
  left: Term,
  right: Term,
  subject: Subject,
): Term {
  if (left.kind === 'choice' || right.kind === 'choice') return refuse('functions', 'arithmetic on a choice')
  for (const term of [left, right]) {
    if (term.kind === 'list') refuse('lists', operator)
    if (!('type' in term)) return refuse('types', operator)
    if (term.type !== 'number')
      refuse(term.type === 'date' ? 'time' : 'functions', `${operator} of ${term.type}`)
  }
  const of = [expressionOf(left, subject), expressionOf(right, subject)] as const
  if (operator === '_/_') return computed({ op: 'ratio', numerator: of[0], denominator: of[1] })
  return computed({ op: 'calc', fn: operations[operator], of })
}

function computed(expression: Expression): Computed {
  return { kind: 'computed', type: 'number', expression }
}

/** `value in list`, `key in map`. */
export function membership(value: Term, set: Term, subject: Subject): Term {
  const members =
    set.kind === 'list'
      ? set.elements
      : set.kind === 'map'
        ? set.entries.map((entry) => entry.key)
        : refuse('types', `in a ${set.kind}`)
  const constants = members.flatMap((each) => (each.kind === 'constant' ? [each] : []))
  if (constants.length < members.length) refuse('lists', 'a set that is not of constants')
  return condition(among(value, constants, subject))
}

/** `map[key]`. */
export function indexed(from: Term, key: Term): Term {
  if (from.kind === 'list') return refuse('lists', 'an index')
  if (from.kind !== 'map') return refuse('types', `an index of a ${from.kind}`)
  return key.kind === 'constant' ? entryOf(from, key) : refuse('maps', 'a key that is computed')
}

/** Conversions that leave the value as it is: numbers are one type here. */
export function converted(to: keyof typeof conversions, term: Term): Term {
  const least = to === 'uint' ? 0 : Number.NEGATIVE_INFINITY
  const whole = term.kind === 'constant' && Number.isInteger(term.value) && Number(term.value) >= least
  const same = 'type' in term && term.type === conversions[to]
  if (!same || ((to === 'int' || to === 'uint') && !whole)) refuse('functions', `a conversion to ${to}`)
  return term
}

const conversions = {
  bool: 'boolean',
  string: 'text',
  int: 'number',
  uint: 'number',
  double: 'number',
} as const

/** A time that is the start of a day in UTC, as that day. */
export function day(name: 'timestamp' | 'duration', term: Term): Constant {
  const found =
    name === 'timestamp' && term.kind === 'constant' && typeof term.value === 'string'
      ? /^([1-9]\d{3}-\d{2}-\d{2})T00:00:00Z$/.exec(term.value)?.[1]
      : undefined
  return found === undefined ? refuse('time', name) : { kind: 'constant', type: 'date', value: found }
}
