import { type Places, placesFor } from './column.js'

/** What each value of a column adds to something. */
export interface Addend<Steps extends Uint16Array | Float64Array> {
  readonly places: Places
  readonly steps: Steps
}

/** Columns with few pairs of values add what both add together. */
export function merged<Steps extends Uint16Array | Float64Array>(
  addends: readonly Addend<Steps>[],
  room: (size: number) => Steps,
): readonly Addend<Steps>[] {
  const made: Addend<Steps>[] = []
  for (const addend of [...addends].sort((a, b) => a.steps.length - b.steps.length)) {
    const last = made.at(-1)
    const joint = last && jointOf(last.places, last.steps.length, addend.places, addend.steps.length)
    if (last === undefined || joint === undefined) {
      made.push(addend)
      continue
    }
    const { places, firsts, seconds } = joint
    const steps = room(firsts.length)
    for (let pair = 0; pair < steps.length; pair += 1) {
      steps[pair] = (last.steps[firsts[pair] ?? 0] ?? 0) + (addend.steps[seconds[pair] ?? 0] ?? 0)
    }
    made.splice(-1, 1, { places, steps })
  }
  return made
}

/** Two columns as one: the pairs of values that occur take their places in a dictionary of their own. */
interface Joint {
  readonly places: Places
  /** For each pair: the place of its first value, and of its second. */
  readonly firsts: Uint32Array
  readonly seconds: Uint32Array
}

/** A dictionary of pairs stays small enough for the memory next to the processor, and repays making it. */
const mostPairs = 1 << 14
const rowsPerPair = 8

/** Beyond that, the pairs that occur are not looked for. */
const mostPossible = 1 << 20

const known = new WeakMap<Places, WeakMap<Places, { readonly joint: Joint | undefined }>>()

/** Made once and kept as long as the columns; `undefined` where there are too many pairs. */
function jointOf(a: Places, sizeOfA: number, b: Places, sizeOfB: number): Joint | undefined {
  if (sizeOfA * sizeOfB > mostPossible) return undefined
  const ofA = known.get(a) ?? new WeakMap<Places, { readonly joint: Joint | undefined }>()
  known.set(a, ofA)
  const found = ofA.get(b) ?? { joint: joined(a, b, sizeOfB, sizeOfA * sizeOfB) }
  ofA.set(b, found)
  return found.joint
}

function joined(a: Places, b: Places, sizeOfB: number, possible: number): Joint | undefined {
  const most = Math.min(mostPairs, Math.floor(a.length / rowsPerPair))
  const named = new Uint16Array(possible)
  const places = new Uint16Array(a.length)
  const pairs: number[] = []
  for (let row = 0; row < a.length; row += 1) {
    const pair = (a[row] ?? 0) * sizeOfB + (b[row] ?? 0)
    let name = named[pair] ?? 0
    if (name === 0) {
      if (pairs.length >= most) return undefined
      name = pairs.push(pair)
      named[pair] = name
    }
    places[row] = name - 1
  }
  const narrow = placesFor(pairs.length, a.length)
  narrow.set(places)
  return {
    places: narrow,
    firsts: Uint32Array.from(pairs, (pair) => Math.floor(pair / sizeOfB)),
    seconds: Uint32Array.from(pairs, (pair) => pair % sizeOfB),
  }
}
