import type { PlainDate, Succession, SuccessionStep } from '@tirazh/spec'
import { dayOf } from './days.js'

/** What codes stand for through time, from the steps of their succession. */
export interface Successions {
  /** What a code stands for at the end of a day: itself where nothing succeeded it. */
  at(code: string, day: number): string
  /** The same with the steps that led there. */
  chain(code: string, on: PlainDate): Succession
  /** The stretches of a code in ascending order, without gaps: the first begins at −∞. One for a code that never changes. */
  stretches(code: string): readonly Stretch[]
  /** The codes that stand for something else on some day. */
  readonly codes: readonly string[]
}

/** From the day `from` on, until the next stretch begins, a code stands for `to`. */
export interface Stretch {
  readonly from: number
  readonly to: string
}

/** Follows each code along its steps. A code has one successor; a circle is followed once around at most. */
export function successions(steps: readonly SuccessionStep[]): Successions {
  const byCode = new Map(steps.map((step) => [step.from, { step, day: dayOf(step.on) }]))
  const known = new Map<string, readonly Stretch[]>()

  function follow(code: string, day: number): SuccessionStep[] {
    const taken: SuccessionStep[] = []
    const passed = new Set([code])
    for (
      let current = byCode.get(code);
      current && current.day <= day;
      current = byCode.get(current.step.to)
    ) {
      if (passed.has(current.step.to)) break
      passed.add(current.step.to)
      taken.push(current.step)
    }
    return taken
  }

  function stretches(code: string): readonly Stretch[] {
    const found = known.get(code)
    if (found !== undefined) return found
    const days = follow(code, Number.POSITIVE_INFINITY).map((step) => dayOf(step.on))
    const made: Stretch[] = [{ from: Number.NEGATIVE_INFINITY, to: code }]
    for (const from of [...new Set(days)].sort((a, b) => a - b)) {
      const to = follow(code, from).at(-1)?.to ?? code
      if (to !== made.at(-1)?.to) made.push({ from, to })
    }
    known.set(code, made)
    return made
  }

  return {
    at(code, day) {
      if (!byCode.has(code)) return code
      return stretches(code).findLast((each) => each.from <= day)?.to ?? code
    },
    chain(code, on) {
      const taken = follow(code, dayOf(on))
      return { from: code, to: taken.at(-1)?.to ?? code, steps: taken }
    },
    stretches,
    codes: [...byCode.keys()],
  }
}
