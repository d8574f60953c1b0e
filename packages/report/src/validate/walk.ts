import type { Problem, ReportIssue } from './problems.js'

/** A way through a report: where it is, and what was found wrong so far. */
export interface Walk {
  /** From the root to what is checked now. One list for the whole way, so that a sound cell costs no path. */
  readonly path: (string | number)[]
  readonly issues: ReportIssue[]
  /** The lists of blocks and items that the way is in, outermost first. */
  readonly open: unknown[]
}

/** Looks at one value and adds what is wrong with it. */
export type Check = (value: unknown, walk: Walk) => void

/** Adds an issue at what is checked now, or at something in it. */
export function add(walk: Walk, { code, message }: Problem, ...within: readonly (string | number)[]): void {
  walk.issues.push({ code, path: [...walk.path, ...within], message })
}

/** Carries out a check one step further in. */
export function step(walk: Walk, key: string | number, value: unknown, check: Check): void {
  walk.path.push(key)
  check(value, walk)
  walk.path.pop()
}
