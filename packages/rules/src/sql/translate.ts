import { addMonths } from '../days.js'
import type { Code, Condition, Int, Range, Word } from '../program.js'
import type { Words } from './dialect.js'
import { monthsLater } from './months.js'
import { postOrder } from './post-order.js'
import { storable } from './storable.js'
import { chain, integer, json, sql, type Term, text } from './term.js'

/** What the nodes of a program are about. */
export interface Setting {
  readonly words: Words
  readonly asOf: number
  /** What a code stands for at the end of a day; null where either is null. */
  successor(code: Term, day: Term): Term
  field(of: 'subject' | 'row', name: string): Term
  end(aggregation: number, end: 'low' | 'high'): Term
  /** Of a part that applies; unknown of any other. */
  status(part: number): Term
}

/**
 * The nodes of a program as terms. A condition becomes a boolean, unknown is null; `AND`, `OR` and `NOT` of
 * SQL are Kleene's. A whole number or word that is nothing becomes null, which passes through every
 * operation of SQL as it should.
 */
export interface Translation {
  condition(node: Condition): Term
  int(node: Int): Term
  word(node: Word): Term
}

export function translation(setting: Setting): Translation {
  const conditions = new Map<Condition, Term>()
  const ints = new Map<Int, Term>()

  function condition(node: Condition): Term {
    const made = conditions.get(node) ?? madeCondition(node)
    conditions.set(node, made)
    return made
  }

  function madeCondition(node: Condition): Term {
    switch (node.op) {
      case 'constant':
        return truth[node.code]
      case 'all':
        return chain('AND', node.of.map(condition), truth[2])
      case 'any':
        return chain('OR', node.of.map(condition), truth[0])
      case 'atLeast':
        return atLeast(node.count, node.of.map(condition))
      case 'not':
        return sql`(NOT ${condition(node.of)})`
      case 'reaches':
        return reaches(node.left, node.right)
      case 'equals':
        return equals(node.left, node.right)
      case 'same':
        return sql`(${word(node.left)} = ${word(node.right)})`
      case 'among':
        return among(word(node.word), node.set)
      case 'certain':
        return certain(node.value)
      case 'use':
        return setting.status(node.part)
    }
  }

  function reaches(left: Range, right: Range): Term {
    const met = sql`(${int(left.low)} >= ${int(right.high)})`
    if (left.low === left.high && right.low === right.high) return met
    return sql`CASE WHEN ${met} THEN TRUE WHEN ${int(left.high)} < ${int(right.low)} THEN FALSE END`
  }

  function equals(left: Range, right: Range): Term {
    const [a, b] = [int(left.low), int(right.high)]
    if (left.low === left.high && right.low === right.high) return sql`(${a} = ${b})`
    const [c, d] = [int(left.high), int(right.low)]
    return sql`CASE WHEN ${a} > ${b} OR ${c} < ${d} THEN FALSE WHEN ${a} = ${b} AND ${c} = ${d} THEN TRUE END`
  }

  function among(member: Term, set: readonly string[]): Term {
    const [only] = set
    if (only === undefined) return sql`(${member} IS NULL AND ${truth[1]})`
    if (set.length === 1) return sql`(${member} = ${text(only)})`
    return setting.words.isAmong(member, json(set.map(storable)), set.length)
  }

  function certain(value: Range | Word): Term {
    if (value.op !== 'range') return sql`(${word(value)} IS NOT NULL)`
    if (value.low === value.high) return sql`(${int(value.low)} IS NOT NULL)`
    return sql`COALESCE(${int(value.low)} = ${int(value.high)}, FALSE)`
  }

  function int(root: Int): Term {
    for (const node of postOrder([root], (each) => (ints.has(each) ? [] : operandsOf(each)))) {
      if (!ints.has(node)) ints.set(node, madeInt(node))
    }
    return ints.get(root) ?? nothing
  }

  /** The operands have been made before. */
  function madeInt(node: Int): Term {
    const of = (operand: Int): Term => ints.get(operand) ?? nothing
    switch (node.op) {
      case 'nothing':
        return nothing
      case 'const':
        return integer(node.value)
      case 'asOf':
        return integer(setting.asOf)
      case 'field':
        return setting.field(node.of, node.name)
      case 'end':
        return setting.end(node.aggregation, node.end)
      case 'add':
        return (
          folded(numberOf(of(node.left)) + numberOf(of(node.right))) ??
          sql`(${of(node.left)} + ${of(node.right)})`
        )
      case 'multiply':
        return sql`(${of(node.left)} * ${of(node.right)})`
      case 'negate':
        return sql`(-${of(node.of)})`
      case 'pick': {
        const [positive, otherwise] = [of(node.positive), of(node.otherwise)]
        return sql`CASE ${of(node.test)} > 0 WHEN TRUE THEN ${positive} WHEN FALSE THEN ${otherwise} END`
      }
      case 'months': {
        const { day, by, rounding } = node
        const later = addMonths(numberOf(of(day)), by, rounding)
        return folded(later) ?? monthsLater(of(day), by, rounding, setting.words)
      }
    }
  }

  function word(node: Word): Term {
    switch (node.op) {
      case 'word':
        return text(node.value)
      case 'wordField':
        return setting.field(node.of, node.name)
      case 'successor':
        return setting.successor(word(node.code), int(node.at))
    }
  }

  return { condition, int, word }
}

const nothing = sql`CAST(NULL AS BIGINT)`

const truth: Readonly<Record<Code, Term>> = { 0: sql`FALSE`, 1: sql`CAST(NULL AS BOOLEAN)`, 2: sql`TRUE` }

/** One sum tells both how many are met and how many are met or unknown. */
function atLeast(count: number, of: readonly Term[]): Term {
  if (count <= 0) return truth[2]
  if (count > of.length) return truth[0]
  if (count === of.length) return chain('AND', of, truth[2])
  if (count === 1) return chain('OR', of, truth[0])
  const base = of.length + 1
  const weights = of.map(
    (each) => sql`CASE ${each} WHEN TRUE THEN ${String(base + 1)} WHEN FALSE THEN 0 ELSE 1 END`,
  )
  const both = chain('+', weights, integer(0))
  const [met, possible] = [
    sql`${both} >= ${integer(count * base)}`,
    sql`${both} % ${String(base)} >= ${integer(count)}`,
  ]
  return sql`CASE WHEN ${met} THEN TRUE WHEN NOT ${possible} THEN FALSE END`
}

/** The whole numbers that one is made of. */
function operandsOf(node: Int): readonly Int[] {
  switch (node.op) {
    case 'add':
    case 'multiply':
      return [node.left, node.right]
    case 'negate':
      return [node.of]
    case 'pick':
      return [node.test, node.positive, node.otherwise]
    case 'months':
      return [node.day]
    case 'nothing':
    case 'const':
    case 'asOf':
    case 'field':
    case 'end':
      return []
  }
}

/** What the day of the facts makes known before the statement runs. */
function folded(value: number): Term | undefined {
  return Number.isSafeInteger(value) ? integer(value) : undefined
}

/** NaN where a term is no number that is known. */
function numberOf(term: Term): number {
  return term.kind === 'parameter' && typeof term.value === 'number' ? term.value : Number.NaN
}
