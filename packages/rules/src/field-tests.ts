import type { Decide, Say } from './closures.js'
import { dayOf } from './days.js'
import type { Frame } from './frame.js'
import { type Facts, propertyOf } from './model.js'
import type { Among, Code, Condition, Int, Same, Word } from './program.js'

/*
 * Most conditions look at one field only and compare it with what does not depend on the record. Such a
 * condition, however it is written, is a step function of the field's value: one closure that reads the
 * field once, several times faster than a closure for each node.
 */

type FieldInt = Extract<Int, { op: 'field' }>

/** Reads a field as a whole number: scaled, a day number, or 0 and 1. What is unusable is NaN. */
export function reader({ name, type, scale, most }: FieldInt): (facts: Facts) => number {
  switch (type) {
    case 'number':
      return (facts) => wholeOf(propertyOf(facts, name), scale, most)
    case 'date':
      return (facts) => dayNumber(propertyOf(facts, name))
    case 'boolean':
      return (facts) => bit(propertyOf(facts, name))
  }
}

function wholeOf(value: unknown, scale: number, most: number): number {
  if (typeof value !== 'number') return Number.NaN
  const whole = Math.round(value * scale)
  // The nearest double of whole ÷ scale is what JSON would have read for that decimal.
  return whole / scale === value && whole <= most && whole >= -most ? whole : Number.NaN
}

function dayNumber(value: unknown): number {
  return typeof value === 'string' ? dayOf(value) : Number.NaN
}

function bit(value: unknown): number {
  return value === true ? 1 : value === false ? 0 : Number.NaN
}

/**
 * The readers of a program's fields. Several conditions in a row look at the same field of the same
 * record: what was read last is kept for them.
 */
export function readers(frame: Frame): (field: FieldInt) => (facts: Facts) => number {
  const made = new Map<string, (facts: Facts) => number>()
  return (field) => {
    // Two relations may have a field of one name and different types.
    const key = `${field.of} ${field.name} ${field.type} ${field.scale} ${field.most}`
    const known = made.get(key) ?? (field.of === 'row' ? remembering(reader(field), frame) : reader(field))
    made.set(key, known)
    return known
  }
}

function remembering(read: (facts: Facts) => number, frame: Frame): (facts: Facts) => number {
  let last: Facts | undefined
  let turn = -1
  let value = Number.NaN
  return (facts) => {
    if (facts === last && turn === frame.turn) return value
    last = facts
    turn = frame.turn
    value = read(facts)
    return value
  }
}

/** A condition on one field with an order, as a step function of it; `undefined` for any other condition. */
export function fieldTest(
  condition: Condition,
  frame: Frame,
  readerOf: (field: FieldInt) => (facts: Facts) => number,
): Decide | undefined {
  const found = new Set<FieldInt>()
  if (!collectFields(condition, found)) return undefined
  const [field, ...rest] = found
  if (field === undefined || rest.some(({ name, of }) => name !== field.name || of !== field.of))
    return undefined
  let asOf = Number.POSITIVE_INFINITY
  let steps = stepsOf(condition, asOf)
  const codeOf = (value: number): Code => {
    if (asOf !== frame.asOf) {
      asOf = frame.asOf
      steps = stepsOf(condition, asOf)
    }
    if (Number.isNaN(value)) return steps.nothing
    if (value < steps.cut) return steps.below
    return value < steps.next ? steps.above : lastStep(steps, value)
  }
  if (field.of === 'row') {
    const read = readerOf(field)
    return (row) => codeOf(row === undefined ? Number.NaN : read(row))
  }
  const { name, scale, most } = field
  // Fields of subjects are read right here: decisions about flat facts are little else.
  switch (field.type) {
    case 'number':
      return () => codeOf(wholeOf(propertyOf(frame.subject, name), scale, most))
    case 'date':
      return () => codeOf(dayNumber(propertyOf(frame.subject, name)))
    case 'boolean':
      return () => codeOf(bit(propertyOf(frame.subject, name)))
  }
}

/** The codes of a condition by the value of its field: `below` the cut, `above` it, and what follows from `next` on. */
interface Steps {
  readonly nothing: Code
  readonly below: Code
  readonly cut: number
  readonly above: Code
  readonly next: number
  readonly rest: readonly { readonly from: number; readonly code: Code }[]
}

function lastStep({ rest }: Steps, value: number): Code {
  return rest.findLast((step) => step.from <= value)?.code ?? 1
}

function stepsOf(condition: Condition, asOf: number): Steps {
  const bounds = new Set<number>()
  collectBounds(condition, asOf, bounds)
  // Between whole numbers nothing changes: a comparison with b turns at b or right after it.
  const cuts = [...bounds].flatMap((bound) => [bound, bound + 1]).sort((a, b) => a - b)
  const steps: { from: number; code: Code }[] = []
  for (const from of [Number.NEGATIVE_INFINITY, ...cuts]) {
    const code = codeAt(condition, from, asOf)
    if (code !== steps.at(-1)?.code) steps.push({ from, code })
  }
  const [below, above, ...rest] = steps
  return {
    nothing: codeAt(condition, Number.NaN, asOf),
    below: below?.code ?? 1,
    cut: above?.from ?? Number.POSITIVE_INFINITY,
    above: above?.code ?? 1,
    next: rest[0]?.from ?? Number.POSITIVE_INFINITY,
    rest,
  }
}

/** The code where the field has a value, by the definition of each node. */
function codeAt(condition: Condition, value: number, asOf: number): Code {
  switch (condition.op) {
    case 'constant':
      return condition.code
    case 'all':
      return condition.of.reduce<Code>((least, each) => min(least, codeAt(each, value, asOf)), 2)
    case 'any':
      return condition.of.reduce<Code>(
        (most, each) => flip(min(flip(most), flip(codeAt(each, value, asOf)))),
        0,
      )
    case 'not':
      return flip(codeAt(condition.of, value, asOf))
    case 'certain':
      return Number.isNaN(value) ? 0 : 2
    case 'reaches':
    case 'equals': {
      const at = (int: Int): number => (int.op === 'field' ? value : boundOf(int, asOf))
      const difference = at(condition.left.low) - at(condition.right.low)
      if (Number.isNaN(difference)) return 1
      return (condition.op === 'equals' ? difference === 0 : difference >= 0) ? 2 : 0
    }
    default:
      return 1
  }
}

function min(a: Code, b: Code): Code {
  return a < b ? a : b
}

function flip(code: Code): Code {
  return code === 2 ? 0 : code === 0 ? 2 : 1
}

/** Gathers the fields that a condition compares with bounds; false where it does anything else. */
function collectFields(condition: Condition, found: Set<FieldInt>): boolean {
  switch (condition.op) {
    case 'constant':
      return true
    case 'all':
    case 'any':
      return condition.of.every((each) => collectFields(each, found))
    case 'not':
      return collectFields(condition.of, found)
    case 'certain': {
      const { value } = condition
      if (value.op !== 'range' || value.low !== value.high || value.low.op !== 'field') return false
      found.add(value.low)
      return true
    }
    case 'reaches':
    case 'equals':
      // Between two fields there is no bound to step at.
      if (condition.left.low.op === 'field' && condition.right.low.op === 'field') return false
      return [condition.left, condition.right].every(({ low, high }) => {
        if (low.op === 'field') found.add(low)
        return low === high && (low.op === 'field' || low.op === 'const' || low.op === 'asOf')
      })
    default:
      return false
  }
}

function collectBounds(condition: Condition, asOf: number, bounds: Set<number>): void {
  if (condition.op === 'all' || condition.op === 'any') {
    for (const each of condition.of) collectBounds(each, asOf, bounds)
  } else if (condition.op === 'not') collectBounds(condition.of, asOf, bounds)
  else if (condition.op === 'reaches' || condition.op === 'equals') {
    for (const { low } of [condition.left, condition.right])
      if (low.op !== 'field') bounds.add(boundOf(low, asOf))
  }
}

function boundOf(int: Int, asOf: number): number {
  return int.op === 'const' ? int.value : asOf
}

/** Two words, or one word and a list. */
export function wordTest(node: Same | Among, frame: Frame, word: (node: Word) => Say): Decide {
  if (node.op === 'same' && node.right.op !== 'word') return sameWords(word(node.left), word(node.right))
  const [left, set] =
    node.op === 'among'
      ? [node.word, node.set]
      : [node.left, [node.right].map((each) => (each.op === 'word' ? each.value : ''))]
  const [first, second] = set
  if (left.op !== 'wordField' || set.length > 2) return amongWords(word(left), set)
  const { name } = left
  const ofRow = left.of === 'row'
  return (row) => {
    const facts = ofRow ? row : frame.subject
    const value = facts && propertyOf(facts, name)
    if (typeof value !== 'string') return 1
    return value === first || value === second ? 2 : 0
  }
}

function amongWords(word: Say, members: readonly string[]): Decide {
  const set = new Set(members)
  return (row) => {
    const found = word(row)
    return found === undefined ? 1 : set.has(found) ? 2 : 0
  }
}

function sameWords(left: Say, right: Say): Decide {
  return (row) => {
    const a = left(row)
    const b = right(row)
    return a === undefined || b === undefined ? 1 : a === b ? 2 : 0
  }
}
