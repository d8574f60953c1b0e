import type { Condition } from '../program.js'
import { computed } from './codes.js'
import type { Column } from './column.js'
import { onlyColumn } from './reads.js'
import { allValues, type Codes, type Scope, valueScope } from './scope.js'
import { type Axis, mostColumns, tableOf } from './table.js'

/**
 * The codes of a condition by looking up the values of at most four columns; `undefined` where it is not
 * made of conditions on single columns. A column has few different values beside its records, so each of
 * those conditions is decided once for every value.
 */
export function lookup(node: Condition, scope: Scope): Codes | undefined {
  const columns = columnsOf(node, scope)
  if (columns === undefined || columns.size === 0 || columns.size > mostColumns) return undefined
  const axes = [...columns].map((column): Axis => ({ column, decided: new Map() }))
  split(node, scope, (part, column) => {
    const codes = computed(part, valueScope(column, scope))(allValues(column))
    axes.find((axis) => axis.column === column)?.decided.set(part, codes)
  })
  return tableOf(node, axes, scope.capacity)
}

/** The columns that a condition reads, where it is made of conditions on single columns. */
export function columnsOf(node: Condition, scope: Scope): ReadonlySet<Column> | undefined {
  const found = new Set<Column>()
  return split(node, scope, (_, column) => found.add(column)) ? found : undefined
}

/** Visits the greatest parts that read one column and nothing else; false where something is left besides. */
function split(node: Condition, scope: Scope, visit: (part: Condition, column: Column) => void): boolean {
  const column = onlyColumn(node, scope)
  if (column !== undefined) {
    visit(node, column)
    return true
  }
  switch (node.op) {
    case 'constant':
      return true
    case 'not':
      return split(node.of, scope, visit)
    case 'all':
    case 'any':
    case 'atLeast':
      return node.of.every((part) => split(part, scope, visit))
    default:
      return false
  }
}
