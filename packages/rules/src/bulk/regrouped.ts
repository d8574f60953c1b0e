import type { Int } from '../program.js'
import type { Column } from './column.js'
import { onlyColumn } from './reads.js'
import type { Scope } from './scope.js'

/**
 * The same number with the terms and factors of each column brought together: what reads one column is
 * worked out once for each of its values, however long the formula.
 */
export function regrouped(node: Int, scope: Scope): Int {
  switch (node.op) {
    case 'add':
      return chained('add', terms(node), scope)
    case 'multiply':
      return chained('multiply', factors(node), scope)
    case 'pick': {
      const { value, guard } = guarded(node)
      return onlyColumn(guard, scope) === undefined ? node : chained('add', [...terms(value), guard], scope)
    }
    default:
      return node
  }
}

function chained(op: 'add' | 'multiply', parts: readonly Int[], scope: Scope): Int {
  const groups = new Map<Column | Int, Int>()
  let constant: Int | undefined
  for (const part of parts) {
    if (part.op === 'const') constant = constant === undefined ? part : joined(op, constant, part)
    else {
      const column = onlyColumn(part, scope) ?? part
      const before = groups.get(column)
      groups.set(column, before === undefined ? part : joined(op, before, part))
    }
  }
  const [first, ...rest] = [...groups]
    .sort(([a], [b]) => Number('op' in a) - Number('op' in b))
    .map(([, part]) => part)
  if (first === undefined) return constant ?? zero
  return rest.reduce(
    (left, right) => joined(op, left, right),
    constant === undefined ? first : joined(op, first, constant),
  )
}

function joined(op: 'add' | 'multiply', left: Int, right: Int): Int {
  return { op, left, right, most: op === 'add' ? left.most + right.most : left.most * right.most }
}

/** What is added up. */
export function terms(node: Int): readonly Int[] {
  return node.op === 'add' ? [...terms(node.left), ...terms(node.right)] : [node]
}

function factors(node: Int): readonly Int[] {
  return node.op === 'multiply' ? [...factors(node.left), ...factors(node.right)] : [node]
}

const zero: Int = { op: 'const', value: 0, most: 0 }

/** A choice between one value and nothing is that value plus 0 or nothing. */
function guarded(node: Int): { readonly value: Int; readonly guard: Int } {
  if (node.op !== 'pick') return { value: node, guard: zero }
  const { test, most } = node
  const [positive, otherwise] = [guarded(node.positive), guarded(node.otherwise)]
  const value = positive.value.op === 'nothing' ? otherwise.value : positive.value
  const isOne = [positive, otherwise].every((each) => each.value.op === 'nothing' || same(each.value, value))
  if (!isOne) return { value: node, guard: zero }
  const guardOf = (each: { readonly value: Int; readonly guard: Int }): Int =>
    each.value.op === 'nothing' ? each.value : each.guard
  return {
    value,
    guard: { op: 'pick', test, positive: guardOf(positive), otherwise: guardOf(otherwise), most },
  }
}

function same(a: Int, b: Int): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
