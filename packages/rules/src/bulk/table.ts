import type { Condition } from '../program.js'
import type { Column, Places } from './column.js'
import { type Addend, merged } from './joint.js'
import type { Codes } from './scope.js'

/*
 * The values of a column fall into few classes: those that the conditions on it do not tell apart. A
 * table has the code of every combination of classes, so that a record costs one lookup for each column
 * and one in the table, whatever the condition.
 */

export const mostColumns = 4

/** A table that stays in the memory next to the processor. */
const mostCombinations = 4096

/** A column with the conditions that read it alone, and their codes for each of its values. */
export interface Axis {
  readonly column: Column
  readonly decided: Map<Condition, Uint8Array>
}

/** `undefined` where there are too many combinations. */
export function tableOf(node: Condition, axes: readonly Axis[], capacity: number): Codes | undefined {
  const sides: Side[] = []
  let size = 1
  for (const axis of axes) {
    const side = sideOf(axis, size)
    if (side === undefined) return undefined
    sides.push(side)
    size *= side.members.length
    if (size > mostCombinations) return undefined
  }
  const table = new Uint8Array(size)
  for (let combination = 0; combination < size; combination += 1) {
    table[combination] = decide(node, (part) => {
      for (const { axis, stride, members } of sides) {
        const codes = axis.decided.get(part)
        if (codes) return codes[members[Math.floor(combination / stride) % members.length] ?? 0]
      }
      return undefined
    })
  }
  return kernel(
    merged(sides, (size) => new Uint16Array(size)),
    table,
    capacity,
  )
}

/** What the values of a column add to the place in the table. */
type Lookup = Addend<Uint16Array>

interface Side extends Lookup {
  readonly axis: Axis
  /** What one class adds. */
  readonly stride: number
  /** A value of each class. */
  readonly members: readonly number[]
}

function sideOf(axis: Axis, stride: number): Side | undefined {
  const { places, values } = axis.column
  const classes = new Uint16Array(values.length)
  let members = [0]
  for (const codes of axis.decided.values()) {
    const known = new Uint16Array(members.length * 3)
    members = []
    for (let value = 0; value < classes.length; value += 1) {
      const pair = (classes[value] ?? 0) * 3 + (codes[value] ?? 0)
      if (known[pair] === 0) known[pair] = members.push(value)
      classes[value] = (known[pair] ?? 0) - 1
    }
    if (members.length > mostCombinations) return undefined
  }
  return { axis, places, steps: classes.map((each) => each * stride), stride, members }
}

/** The code of a condition, where those of some parts are known. */
function decide(node: Condition, known: (part: Condition) => number | undefined): number {
  const code = known(node)
  if (code !== undefined) return code
  switch (node.op) {
    case 'all':
      return Math.min(2, ...node.of.map((part) => decide(part, known)))
    case 'any':
      return Math.max(0, ...node.of.map((part) => decide(part, known)))
    case 'atLeast': {
      const parts = node.of.map((part) => decide(part, known))
      if (parts.filter((each) => each === 2).length >= node.count) return 2
      return parts.filter((each) => each !== 0).length >= node.count ? 1 : 0
    }
    case 'not':
      return 2 - decide(node.of, known)
    case 'constant':
      return node.code
    default:
      return 1
  }
}

function kernel([a, b, c, d]: readonly Lookup[], table: Uint8Array, capacity: number): Codes | undefined {
  const made = new Uint8Array(capacity)
  if (a === undefined) return undefined
  if (b === undefined) {
    const codes = new Uint8Array(a.steps.length)
    for (let place = 0; place < codes.length; place += 1) codes[place] = table[a.steps[place] ?? 0] ?? 0
    return ({ from, size }) => one(made, size, from, a.places, codes)
  }
  if (c === undefined) return ({ from, size }) => two(made, size, from, table, a, b)
  if (d === undefined) return ({ from, size }) => three(made, size, from, table, a, b, c)
  return ({ from, size }) => four(made, size, from, table, a, b, c, d)
}

/*
 * Written out for each number of columns: a loop that takes any number is several times slower.
 */

function one(made: Uint8Array, size: number, from: number, places: Places, codes: Uint8Array): Uint8Array {
  for (let index = 0; index < size; index += 1) made[index] = codes[places[from + index] ?? 0] ?? 0
  return made
}

function two(
  made: Uint8Array,
  size: number,
  from: number,
  table: Uint8Array,
  a: Lookup,
  b: Lookup,
): Uint8Array {
  const { places: placesA, steps: stepsA } = a
  const { places: placesB, steps: stepsB } = b
  for (let index = 0; index < size; index += 1) {
    const row = from + index
    made[index] = table[(stepsA[placesA[row] ?? 0] ?? 0) + (stepsB[placesB[row] ?? 0] ?? 0)] ?? 0
  }
  return made
}

function three(
  made: Uint8Array,
  size: number,
  from: number,
  table: Uint8Array,
  a: Lookup,
  b: Lookup,
  c: Lookup,
): Uint8Array {
  const { places: placesA, steps: stepsA } = a
  const { places: placesB, steps: stepsB } = b
  const { places: placesC, steps: stepsC } = c
  for (let index = 0; index < size; index += 1) {
    const row = from + index
    made[index] =
      table[
        (stepsA[placesA[row] ?? 0] ?? 0) + (stepsB[placesB[row] ?? 0] ?? 0) + (stepsC[placesC[row] ?? 0] ?? 0)
      ] ?? 0
  }
  return made
}

function four(
  made: Uint8Array,
  size: number,
  from: number,
  table: Uint8Array,
  a: Lookup,
  b: Lookup,
  c: Lookup,
  d: Lookup,
): Uint8Array {
  const { places: placesA, steps: stepsA } = a
  const { places: placesB, steps: stepsB } = b
  const { places: placesC, steps: stepsC } = c
  const { places: placesD, steps: stepsD } = d
  for (let index = 0; index < size; index += 1) {
    const row = from + index
    made[index] =
      table[
        (stepsA[placesA[row] ?? 0] ?? 0) +
          (stepsB[placesB[row] ?? 0] ?? 0) +
          (stepsC[placesC[row] ?? 0] ?? 0) +
          (stepsD[placesD[row] ?? 0] ?? 0)
      ] ?? 0
  }
  return made
}
