import { isTirazhError, type StorageConflict } from '@tirazh/spec'

/** Throws an Error with this sentence unless the claim holds. */
export function claim(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise)
}

/** Throws an Error that shows both values unless they are the same JSON. */
export function same(found: unknown, expected: unknown, what: string): void {
  if (!equal(found, expected)) throw new Error(`${what}: expected ${show(expected)}, found ${show(found)}`)
}

/** The conflicts that the commit was refused with. Throws unless it was refused with STORAGE_CONFLICT. */
export async function refused(commit: Promise<void>, what: string): Promise<readonly StorageConflict[]> {
  const thrown = await thrownBy(commit)
  claim(thrown !== undefined, `${what} must be refused, but the commit was acknowledged`)
  claim(
    isTirazhError(thrown, 'STORAGE_CONFLICT'),
    `${what} must be a STORAGE_CONFLICT, not ${String(thrown)}`,
  )
  return thrown.details.conflicts
}

/** What the promise was rejected with; undefined if it was not. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
    return undefined
  } catch (thrown) {
    return thrown ?? new Error('rejected with nothing')
  }
}

/** Whether two values are the same JSON: the order of properties does not matter, undefined ones are absent. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = present(a)
  const right = new Map(present(b))
  return (
    left.length === right.size &&
    left.every(([name, value]) => right.has(name) && equal(value, right.get(name)))
  )
}

function present(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, property]) => property !== undefined)
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length <= 300 ? text : `${text.slice(0, 300)}… (${text.length} characters)`
}
