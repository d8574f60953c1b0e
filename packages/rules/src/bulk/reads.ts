import type { Condition, Int, Range, Word } from '../program.js'
import type { Column, FieldNode } from './column.js'
import type { Scope } from './scope.js'

/** What a condition or value depends on besides the dates. */
interface Reads {
  readonly fields: readonly FieldNode[]
  /** Ends of aggregates, or other policies. */
  readonly more: boolean
}

/** The one column that decides a condition, or makes a value, at a date; `undefined` where there is none or more. */
export function onlyColumn(node: Condition | Int | Word, scope: Scope): Column | undefined {
  const { fields, more } = reads(node)
  const [first, ...rest] = fields
  const column = first === undefined || more ? undefined : scope.column(first)
  return rest.every((each) => scope.column(each) === column) ? column : undefined
}

const known = new WeakMap<object, Reads>()

/** Programs do not change, so each node is read once. */
function reads(node: Condition | Int | Word | Range): Reads {
  const found = known.get(node) ?? together(node)
  known.set(node, found)
  return found
}

function together(node: Condition | Int | Word | Range): Reads {
  if (node.op === 'field' || node.op === 'wordField') return { fields: [node], more: false }
  if (node.op === 'end' || node.op === 'use') return { fields: [], more: true }
  const parts = partsOf(node).map(reads)
  return { fields: parts.flatMap(({ fields }) => fields), more: parts.some(({ more }) => more) }
}

function partsOf(node: Condition | Int | Word | Range): readonly (Condition | Int | Word | Range)[] {
  switch (node.op) {
    case 'all':
    case 'any':
    case 'atLeast':
      return node.of
    case 'not':
    case 'negate':
      return [node.of]
    case 'reaches':
    case 'equals':
    case 'same':
    case 'add':
    case 'multiply':
      return [node.left, node.right]
    case 'range':
      return node.low === node.high ? [node.low] : [node.low, node.high]
    case 'among':
      return [node.word]
    case 'certain':
      return [node.value]
    case 'pick':
      return [node.test, node.positive, node.otherwise]
    case 'months':
      return [node.day]
    case 'successor':
      return [node.code, node.at]
    case 'constant':
    case 'use':
    case 'nothing':
    case 'const':
    case 'field':
    case 'asOf':
    case 'end':
    case 'word':
    case 'wordField':
      return []
  }
}
