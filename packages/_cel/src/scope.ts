import type { Expr } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js'
import type { Value } from '@bufbuild/cel-spec/cel/expr/value_pb.js'
import { refuse } from './refusal.js'
import type { Subject } from './subject.js'
import { type Constant, type Entries, type Entry, scalarOf, type Term, type Type, text } from './term.js'

/** What names mean at one place of an expression. */
export interface Scope {
  readonly subject: Subject
  readonly bindings: ReadonlyMap<string, Value>
  /** The namespace in which names are looked up first. */
  readonly container: string
  /** The variables of macros and of `cel.bind`. */
  readonly variables: ReadonlyMap<string, () => Term>
  /** Whether this is the condition on the rows of a count. */
  readonly inRow: boolean
  /** The macros of the source by the id of what they were expanded to. */
  readonly macros: Readonly<{ [id: string]: Expr }>
}

/**
 * The value of `a.b.c`: the longest name that is bound, looked up in the container and then in those
 * around it, and then the fields of what was found.
 */
export function valueOfName(parts: readonly string[], scope: Scope): Term {
  const variable = scope.variables.get(parts[0] ?? '')
  if (variable !== undefined) return parts.slice(1).reduce((term, key) => fieldOf(term, key), variable())
  for (let length = parts.length; length > 0; length--) {
    for (const prefix of prefixesOf(scope.container)) {
      const name = prefix + parts.slice(0, length).join('.')
      const value = scope.bindings.get(name)
      if (value === undefined) continue
      return parts.slice(length).reduce((term, key) => fieldOf(term, key), boundTerm(value, `.${name}`))
    }
  }
  if (parts.length > 1 || scope.container !== '') return refuse('messages', parts.join('.'))
  // Nothing is bound: an error in CEL, an empty field here.
  return { kind: 'field', type: 'boolean', name: `.${parts.join('.')}` }
}

function prefixesOf(container: string): string[] {
  const parts = container === '' ? [] : container.split('.')
  return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join('.')}.`), '']
}

/** A bound value: a scalar is a field of the subject, a map is a group of fields, a list is rows. */
function boundTerm(value: Value, name: string): Term {
  switch (value.kind.case) {
    case 'nullValue':
      return refuse('null', name)
    case 'bytesValue':
      return refuse('bytes', name)
    case 'listValue':
      return {
        kind: 'list',
        elements: value.kind.value.values.map((each, at) => boundTerm(each, `${name}[${at}]`)),
      }
    case 'mapValue': {
      const entries = value.kind.value.entries.map(({ key, value: entry }): Entry => {
        const constant = key === undefined ? refuse('maps', 'no key') : scalarOf(key)
        const inner = (): Term =>
          entry === undefined ? refuse('maps', 'no value') : boundTerm(entry, nameOfEntry(name, constant))
        return { key: constant, value: inner }
      })
      return { kind: 'map', name, entries }
    }
    default: {
      const scalar = scalarOf(value)
      return { kind: 'field', type: scalar.type, name, value: scalar.value }
    }
  }
}

/** The value by a key: a field of the subject, and an empty one where there is no such key. */
export function entryOf(map: Entries, key: Constant): Term {
  const name = nameOfEntry(map.name, key)
  const found = map.entries.find((entry) => sameKey(entry.key, key))?.value()
  if (found === undefined) return { kind: 'field', type: typeOfValues(map), name }
  if (found.kind === 'constant') return { kind: 'field', type: found.type, name, value: found.value }
  return found
}

/** The value that a map holds under a name. */
export function fieldOf(term: Term, key: string): Term {
  if (term.kind !== 'map') return refuse('types', `.${key} of a ${term.kind}`)
  return entryOf(term, text(key))
}

function nameOfEntry(map: string, key: Constant): string {
  return `${map}[${JSON.stringify(key.value)}]`
}

/** As in CEL, 1, 1u and 1.0 are the same key. */
export function sameKey(left: Constant, right: Constant): boolean {
  return left.type === right.type && left.value === right.value
}

/** What an absent value would have been. */
function typeOfValues(map: Entries): Type {
  const first = map.entries[0]?.value()
  return first !== undefined && 'type' in first ? first.type : 'boolean'
}
