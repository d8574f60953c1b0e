import type { Condition, Int, Part, Program, Range, Word } from '../program.js'

type End = Extract<Int, { op: 'end' }>

/**
 * The program with the ends of its aggregations read as number fields of the subject, for those who work
 * them out themselves. Conditions on related records stay the objects they were.
 */
export function withEndsAsFields(program: Program, fieldOf: (end: End) => string): Program {
  const ints = new Map<Int, Int>()

  function int(node: Int): Int {
    const made = ints.get(node) ?? remade(node)
    ints.set(node, made)
    return made
  }

  function remade(node: Int): Int {
    switch (node.op) {
      case 'end':
        return { op: 'field', name: fieldOf(node), of: 'subject', type: 'number', scale: 1, most: node.most }
      case 'add':
      case 'multiply':
        return { ...node, left: int(node.left), right: int(node.right) }
      case 'negate':
        return { ...node, of: int(node.of) }
      case 'pick':
        return { ...node, test: int(node.test), positive: int(node.positive), otherwise: int(node.otherwise) }
      case 'months':
        return { ...node, day: int(node.day) }
      case 'nothing':
      case 'const':
      case 'field':
      case 'asOf':
        return node
    }
  }

  /** One object at both ends stays one object. */
  function range({ op, low, high }: Range): Range {
    return { op, low: int(low), high: int(high) }
  }

  function condition(node: Condition): Condition {
    switch (node.op) {
      case 'all':
      case 'any':
      case 'atLeast':
        return { ...node, of: node.of.map(condition) }
      case 'not':
        return { ...node, of: condition(node.of) }
      case 'reaches':
      case 'equals':
        return { ...node, left: range(node.left), right: range(node.right) }
      case 'certain':
        return isRange(node.value) ? { ...node, value: range(node.value) } : node
      case 'constant':
      case 'same':
      case 'among':
      case 'use':
        return node
    }
  }

  const part = (each: Part): Part => ({
    ...each,
    ...(each.applies === undefined ? {} : { applies: condition(each.applies) }),
    ...(each.rule === undefined ? {} : { rule: condition(each.rule) }),
  })
  return { ...program, parts: program.parts.map(part) }
}

function isRange(value: Range | Word): value is Range {
  return value.op === 'range'
}
