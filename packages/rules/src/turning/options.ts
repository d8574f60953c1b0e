import type { Missing } from '@tirazh/spec'
import type { RecordChange } from '../turning.js'

/*
 * The algebra of “what would do”: an option is a set of changes, a list of options is a choice. An empty
 * list means that nothing would do; a list with the empty option, that nothing needs to be done.
 */

/** Changes that together would do, each under a key of its own: the same key is the same change. */
export interface Option {
  readonly size: number
  readonly changes: ReadonlyMap<string, RecordChange>
}

export const nothingNeeded: Option = { size: 0, changes: new Map() }

/** How many options are kept at every step. With it the work grows with the number of conditions only. */
const kept = 16

/** From so many changes on, one way is as good as another, and only the first is looked for. */
const many = 64

export function single(key: string, change: RecordChange): Option {
  return { size: sizeOf(change), changes: new Map([[key, change]]) }
}

function sizeOf(change: RecordChange): number {
  return 'count' in change ? change.count : 1
}

/** All of it together. A change that is needed twice is made once. */
export function together(options: readonly Option[]): Option {
  const changes = new Map(options.flatMap((option) => [...option.changes]))
  let size = 0
  for (const change of changes.values()) size += sizeOf(change)
  return { size, changes }
}

/** The smallest ways to get so many of the parts; each part is a choice of options. */
export function ofParts(needed: number, parts: readonly (readonly Option[])[]): readonly Option[] {
  if (needed <= 0) return [nothingNeeded]
  const candidates = cheapest(needed, parts)
  if (candidates.length < needed) return []
  if (needed > many) return [together(candidates.slice(0, needed).flatMap(([first]) => first ?? []))]
  // ways[n]: the smallest ways to get n of the parts seen so far, where the rest could still suffice.
  const ways: (readonly Option[])[] = [[nothingNeeded]]
  candidates.forEach((part, index) => {
    const least = needed - (candidates.length - index - 1)
    for (let n = Math.min(ways.length, needed); n > 0 && n >= least; n -= 1) {
      ways[n] = smallest([...(ways[n] ?? []), ...both(ways[n - 1] ?? [], part)])
    }
  })
  return ways[needed] ?? []
}

/** The parts that can be got, without those that would hardly be chosen: of thousands, the cheapest. */
function cheapest(needed: number, parts: readonly (readonly Option[])[]): readonly (readonly Option[])[] {
  const possible = parts.filter((part) => part.length > 0)
  if (needed <= many && possible.length <= needed + kept) return possible
  const cost = ([first]: readonly Option[]): number => first?.size ?? 0
  return possible.toSorted((a, b) => cost(a) - cost(b)).slice(0, needed + kept)
}

/** A part that goes one way or the other. */
export interface Either {
  readonly yes: readonly Option[]
  readonly no: readonly Option[]
}

/** The smallest ways for exactly so many of the parts to go one way, and all others the other; of many parts none. */
export function ofEach(needed: number, parts: readonly Either[]): readonly Option[] {
  if (parts.length > many) return []
  let ways: (readonly Option[])[] = [[nothingNeeded]]
  for (const { yes, no } of parts) {
    ways = Array.from({ length: Math.min(ways.length, needed) + 1 }, (_, n) =>
      smallest([...both(ways[n] ?? [], no), ...both(ways[n - 1] ?? [], yes)]),
    )
  }
  return ways[needed] ?? []
}

function both(ways: readonly Option[], part: readonly Option[]): Option[] {
  return ways.flatMap((way) => part.map((option) => together([way, option])))
}

/** The smallest options, none of which contains another. */
export function smallest(options: readonly Option[], most: number = kept): readonly Option[] {
  const best: Option[] = []
  for (const option of options.toSorted((a, b) => a.size - b.size)) {
    if (best.length >= most) break
    if (!best.some((smaller) => contains(option, smaller))) best.push(option)
  }
  return best
}

function contains(option: Option, smaller: Option): boolean {
  for (const [key, change] of smaller.changes) {
    const own = option.changes.get(key)
    if (own !== undefined && sizeOf(own) >= sizeOf(change)) continue
    if (change.kind !== 'fill-some') return false
    const filled = change.of.filter((missing) => option.changes.has(fillKey(missing)))
    if (filled.length < change.count) return false
  }
  return true
}

/** One value is filled in once, whatever asks for it. */
export function fill(missing: Missing): Option {
  return single(fillKey(missing), { kind: 'fill', missing })
}

function fillKey({ record, field }: Missing): string {
  return `${record.kind} ${record.id} ${field}`
}
