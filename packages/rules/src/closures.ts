import { addMonths } from './days.js'
import { exactComparison } from './exact-comparison.js'
import { fieldTest, readers, wordTest } from './field-tests.js'
import type { Frame } from './frame.js'
import { type Facts, propertyOf } from './model.js'
import type { Code, Condition, Equals, Int, Program, Range, Reaches, Word } from './program.js'
import type { Successions } from './succession.js'
import { type Ends, tallies } from './tally.js'

/** Closures of the nodes of a program, made once each; with the related record where the node stands inside an aggregate. */
export interface Closures {
  condition(node: Condition): Decide
  /** NaN is nothing. */
  int(node: Int): Measure
  word(node: Word): Say
}

export type Decide = (row?: Facts) => Code
export type Measure = (row?: Facts) => number
export type Say = (row?: Facts) => string | undefined

export function closures(
  program: Program,
  successions: Successions,
  frame: Frame,
  used: (part: number) => Code,
): Closures & { ends(aggregation: number): Ends } {
  const condition = memo(makeCondition)
  const int = memo(makeInt)
  const word = memo(makeWord)
  const exactly = exactComparison(int)
  const readerOf = readers(frame)
  const tally = tallies(program, { closures: { condition, int, word }, frame, successions })

  function makeCondition(node: Condition): Decide {
    return fieldTest(node, frame, readerOf) ?? makeNode(node)
  }

  function makeNode(node: Condition): Decide {
    switch (node.op) {
      case 'constant':
        return () => node.code
      case 'all':
        return allOf(node.of.map(condition))
      case 'any':
        return anyOf(node.of.map(condition))
      case 'atLeast':
        return threshold(node.count, node.of.map(condition))
      case 'not': {
        const of = condition(node.of)
        return (row) => {
          const code = of(row)
          return code === 2 ? 0 : code === 0 ? 2 : 1
        }
      }
      case 'reaches':
        return tally.reaching(node) ?? reaches(node)
      case 'equals':
        return equals(node)
      case 'same':
      case 'among':
        return wordTest(node, frame, word)
      case 'certain':
        return certain(node.value)
      case 'use': {
        const { part } = node
        return () => used(part)
      }
    }
  }

  function reaches({ left, right }: Reaches): Decide {
    const low = compared(left.low, right.high)
    if (left.low === left.high && right.low === right.high) {
      return (row) => {
        const sign = low(row)
        return sign >= 0 ? 2 : sign < 0 ? 0 : 1
      }
    }
    const high = compared(left.high, right.low)
    return (row) => (low(row) >= 0 ? 2 : high(row) < 0 ? 0 : 1)
  }

  function equals({ left, right }: Equals): Decide {
    const low = compared(left.low, right.high)
    if (left.low === left.high && right.low === right.high) {
      return (row) => {
        const sign = low(row)
        return sign === 0 ? 2 : Number.isNaN(sign) ? 1 : 0
      }
    }
    const high = compared(left.high, right.low)
    return (row) => {
      const above = low(row)
      const below = high(row)
      if (above > 0 || below < 0) return 0
      return above === 0 && below === 0 ? 2 : 1
    }
  }

  /** The sign of `left − right`; NaN where either is nothing. */
  function compared(left: Int, right: Int): Measure {
    const [a, b] = [int(left), int(right)]
    if (Math.max(left.most, right.most) <= Number.MAX_SAFE_INTEGER) return (row) => a(row) - b(row)
    return (row) => {
      const before = frame.beyond
      const difference = a(row) - b(row)
      return frame.beyond === before ? difference : exactly(left, right, row)
    }
  }

  function certain(value: Range | Word): Decide {
    if (value.op !== 'range') {
      const said = word(value)
      return (row) => (said(row) === undefined ? 0 : 2)
    }
    if (value.low === value.high) {
      const known = int(value.low)
      return (row) => (Number.isNaN(known(row)) ? 0 : 2)
    }
    const difference = compared(value.low, value.high)
    return (row) => (difference(row) === 0 ? 2 : 0)
  }

  function makeInt(node: Int): Measure {
    switch (node.op) {
      case 'nothing':
        return () => Number.NaN
      case 'const': {
        const { value } = node
        return () => value
      }
      case 'asOf':
        return () => frame.asOf
      case 'end': {
        const { aggregation, end } = node
        return () => tally.ends(aggregation)[end]
      }
      case 'field': {
        const read = readerOf(node)
        return node.of === 'row'
          ? (row) => (row === undefined ? Number.NaN : read(row))
          : () => read(frame.subject)
      }
      case 'add':
      case 'multiply': {
        const [left, right] = [int(node.left), int(node.right)]
        const adds = node.op === 'add'
        if (node.most <= Number.MAX_SAFE_INTEGER) {
          return adds ? (row) => left(row) + right(row) : (row) => left(row) * right(row)
        }
        return (row) => {
          const result = adds ? left(row) + right(row) : left(row) * right(row)
          if (Math.abs(result) > Number.MAX_SAFE_INTEGER) frame.beyond += 1
          return result
        }
      }
      case 'negate': {
        const of = int(node.of)
        return (row) => -of(row)
      }
      case 'pick': {
        const [test, positive, otherwise] = [int(node.test), int(node.positive), int(node.otherwise)]
        return (row) => {
          const sign = test(row)
          return sign > 0 ? positive(row) : sign <= 0 ? otherwise(row) : Number.NaN
        }
      }
      case 'months': {
        const { by, rounding } = node
        const day = int(node.day)
        return (row) => {
          const from = day(row)
          return Number.isNaN(from) ? from : addMonths(from, by, rounding)
        }
      }
    }
  }

  function makeWord(node: Word): Say {
    switch (node.op) {
      case 'word': {
        const { value } = node
        return () => value
      }
      case 'wordField': {
        const { name } = node
        const ofRow = node.of === 'row'
        return (row) => {
          const facts = ofRow ? row : frame.subject
          const value = facts && propertyOf(facts, name)
          return typeof value === 'string' ? value : undefined
        }
      }
      case 'successor': {
        const [code, at] = [word(node.code), int(node.at)]
        return (row) => {
          const from = code(row)
          const day = at(row)
          return from === undefined || Number.isNaN(day) ? undefined : successions.at(from, day)
        }
      }
    }
  }

  return { condition, int, word, ends: tally.ends }
}

function memo<Node, Closure>(make: (node: Node) => Closure): (node: Node) => Closure {
  const known = new Map<Node, Closure>()
  return (node) => {
    const found = known.get(node) ?? make(node)
    known.set(node, found)
    return found
  }
}

function allOf(of: readonly Decide[]): Decide {
  return (row) => {
    let least: Code = 2
    for (const each of of) {
      const code = each(row)
      if (code === 0) return 0
      if (code < least) least = code
    }
    return least
  }
}

function anyOf(of: readonly Decide[]): Decide {
  return (row) => {
    let most: Code = 0
    for (const each of of) {
      const code = each(row)
      if (code === 2) return 2
      if (code > most) most = code
    }
    return most
  }
}

function threshold(count: number, of: readonly Decide[]): Decide {
  return (row) => {
    let met = 0
    let open = 0
    for (const each of of) {
      const code = each(row)
      if (code === 2) met += 1
      else if (code === 1) open += 1
    }
    return met >= count ? 2 : met + open >= count ? 1 : 0
  }
}
