import type { Predicate } from '@tirazh/spec'

/** Whether two pieces of plain JSON say the same. The order of keys does not matter. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || written(a, none) === written(b, none)
}

/** Conditions as texts that are equal where the conditions are, remembered for one comparison. */
export interface Forms {
  /** With the names, texts and documents of the conditions. */
  readonly whole: (predicate: Predicate) => string
  /** What is asked for only. */
  readonly asked: (predicate: Predicate) => string
}

export function forms(): Forms {
  return { whole: remembered(none), asked: remembered(labels) }
}

const none: ReadonlySet<string> = new Set()
const labels: ReadonlySet<string> = new Set(['id', 'text', 'cites'])

function remembered(leftOut: ReadonlySet<string>): (predicate: Predicate) => string {
  const known = new Map<Predicate, string>()
  return (predicate) => {
    const form = known.get(predicate) ?? written(predicate, leftOut)
    known.set(predicate, form)
    return form
  }
}

/** JSON with its keys in one order, and the conditions of a group as well, since theirs does not matter either. */
function written(value: unknown, leftOut: ReadonlySet<string>): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  if (Array.isArray(value)) return `[${value.map((each) => written(each, leftOut)).join()}]`
  const isGroup = 'op' in value && groups.has(value.op)
  const members = Object.entries(value).flatMap(([key, inner]) => {
    if (inner === undefined || leftOut.has(key)) return []
    const isUnordered = isGroup && key === 'of' && Array.isArray(inner)
    const of = isUnordered ? inner.map((each) => written(each, leftOut)).sort() : []
    return [`${JSON.stringify(key)}:${isUnordered ? `[${of.join()}]` : written(inner, leftOut)}`]
  })
  return `{${members.sort().join()}}`
}

const groups: ReadonlySet<unknown> = new Set(['all', 'any', 'atLeast'])
