import type { Standing } from './counting.js'

/** What became of the units of all rounds of a test. */
export interface Tally {
  rounds: number
  /** Units whose `transact` has returned. */
  acknowledged: number
  /** Acknowledged units that are not there. */
  lost: number
  /** Units that are there in part or more than once, and every other disagreement. */
  wrong: number
  /** Units that are there though nobody was told. */
  unheard: number
}

/** Nothing yet. */
export function tally(): Tally {
  return { rounds: 0, acknowledged: 0, lost: 0, wrong: 0, unheard: 0 }
}

/** What one store is to hold, over all rounds that it goes through. */
export interface Book {
  /**
   * Ends a round with all that has ever been acknowledged.
   * @throws Error that says which units are lost or wrong
   */
  close(acknowledged: readonly string[], standing: Standing): void
}

/** A book of a new store, whose rounds are added to the tally. */
export function book(sum: Tally): Book {
  const all = new Set<string>()
  let unheard = 0
  return {
    close(acknowledged, { units, problems }) {
      const before = all.size
      for (const unit of acknowledged) all.add(unit)
      const there = new Set(units)
      const lost = [...all].filter((unit) => !there.has(unit))
      const unheardNow = [...there].filter((unit) => !all.has(unit)).length
      sum.rounds += 1
      sum.acknowledged += all.size - before
      sum.lost += lost.length
      sum.wrong += problems.length
      sum.unheard += unheardNow - unheard
      unheard = unheardNow
      if (lost.length + problems.length === 0) return
      const told = [...lost.map((unit) => `The acknowledged unit ${unit} is lost.`), ...problems]
      throw new Error(`Round ${sum.rounds}: ${told.slice(0, 10).join(' ')} (${told.length} in all)`)
    },
  }
}

/** `200 rounds: 14,764 acknowledged, 0 lost, 0 half or double, 12 written though nobody was told`. */
export function told({ rounds, acknowledged, lost, wrong, unheard }: Tally): string {
  const numbers = `${amount(acknowledged)} acknowledged, ${amount(lost)} lost, ${amount(wrong)} half or double`
  return `${amount(rounds)} rounds: ${numbers}, ${amount(unheard)} written though nobody was told`
}

export function amount(number: number): string {
  return number.toLocaleString('en-US')
}
