import type { Condition, Program } from '../program.js'

/** Numbers that are the same for what is worth the same on the same day, also in another program. */
export interface Keys {
  condition(node: Condition): number
  aggregation(place: number): number
  /** Of a policy as others use it. */
  part(place: number): number
}

/** `names` has the numbers that were given before, and takes those that are given now. */
export function keysOf({ parts, aggregations }: Program, names: Map<string, number>): Keys {
  function keyOf(node: unknown): number {
    const text = JSON.stringify(node, (_, part: unknown) => {
      if (typeof part !== 'object' || part === null || !('op' in part)) return part
      if (part.op === 'use' && 'part' in part) return ['use', partKey(Number(part.part))]
      if (part.op === 'end' && 'aggregation' in part && 'end' in part) {
        return ['end', aggregationKey(Number(part.aggregation)), part.end]
      }
      return part
    })
    const key = names.get(text) ?? names.size
    names.set(text, key)
    return key
  }

  const partKey = memo((place) => {
    const { rule, applies } = parts[place] ?? {}
    return keyOf(['part', rule, applies])
  })
  const aggregationKey = memo((place) => {
    const { fn, over, where, value } = aggregations[place] ?? {}
    return keyOf(['aggregation', fn, over, where, value])
  })
  return { condition: keyOf, aggregation: aggregationKey, part: partKey }
}

function memo(make: (place: number) => number): (place: number) => number {
  const known: number[] = []
  return (place) => (known[place] ??= make(place))
}
