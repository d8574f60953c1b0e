import type { Aggregation, Code } from '../program.js'
import { Heap } from './heap.js'

/** What a record counts as: a word or whole number; `undefined` is nothing. */
export type Share = string | number | undefined

/** The ends of an aggregation, kept up to date record by record; see `Aggregation`. NaN is nothing. */
export interface Counter {
  /** Counts a record (`by` 1) or takes it back (−1). `code` is 2 where its condition is met, 1 where it is unknown. */
  count(code: Code, share: Share, by: 1 | -1): void
  readonly low: number
  readonly high: number
}

export function counterOf({ fn, value }: Aggregation): Counter {
  if (fn === 'count' || value === undefined) return new Count()
  if (fn === 'countDistinct') return new Distinct()
  return fn === 'sum' ? new Sum() : new Extreme(fn === 'max' ? 1 : -1)
}

class Count implements Counter {
  low = 0
  high = 0

  count(code: Code, _share: Share, by: 1 | -1): void {
    if (code === 2) this.low += by
    this.high += by
  }
}

class Distinct implements Counter {
  private readonly met = new Map<Share, number>()
  /** Most subjects have no open records. */
  private open: Map<Share, number> | undefined
  /** How many different shares there are, met or open. */
  private different = 0
  private metNameless = 0
  private openNameless = 0

  count(code: Code, share: Share, by: 1 | -1): void {
    if (share === undefined) {
      if (code === 2) this.metNameless += by
      else this.openNameless += by
      return
    }
    const before = this.has(share)
    if (code !== 2) this.open ??= new Map()
    const shares = code === 2 ? this.met : this.open
    const records = (shares?.get(share) ?? 0) + by
    if (records === 0) shares?.delete(share)
    else shares?.set(share, records)
    this.different += Number(this.has(share)) - Number(before)
  }

  get low(): number {
    return this.met.size === 0 && this.metNameless > 0 ? 1 : this.met.size
  }

  get high(): number {
    return this.different + this.metNameless + this.openNameless
  }

  private has(share: Share): boolean {
    return this.met.has(share) || this.open?.has(share) === true
  }
}

class Sum implements Counter {
  private least = 0
  private greatest = 0
  private nameless = 0

  count(code: Code, share: Share, by: 1 | -1): void {
    if (typeof share !== 'number') {
      this.nameless += by
      return
    }
    if (code === 2 || share < 0) this.least += by * share
    if (code === 2 || share > 0) this.greatest += by * share
  }

  get low(): number {
    return this.nameless > 0 ? Number.NaN : this.least
  }

  get high(): number {
    return this.nameless > 0 ? Number.NaN : this.greatest
  }
}

/** `sign` 1 for the greatest, −1 for the least: the least is the greatest of the negatives. */
class Extreme implements Counter {
  private readonly met = new Bag()
  private readonly possible = new Bag()
  private metRecords = 0
  private nameless = 0

  constructor(private readonly sign: 1 | -1) {}

  count(code: Code, share: Share, by: 1 | -1): void {
    if (code === 2) this.metRecords += by
    if (typeof share !== 'number') {
      this.nameless += by
      return
    }
    if (code === 2) this.met.count(-this.sign * share, by)
    this.possible.count(-this.sign * share, by)
  }

  get low(): number {
    return this.sign === 1 ? this.inner() : this.outer()
  }

  get high(): number {
    return this.sign === 1 ? this.outer() : this.inner()
  }

  private inner(): number {
    return this.metRecords > 0 ? -this.sign * this.met.least : Number.NaN
  }

  private outer(): number {
    return this.metRecords > 0 && this.nameless === 0 ? -this.sign * this.possible.least : Number.NaN
  }
}

/** Numbers with repetitions, of which the least is asked for; NaN where there are none. */
class Bag {
  private readonly times = new Map<number, number>()
  /** Every number of `times` once, also those that are there no more until they come up. */
  private readonly heap = new Heap<number>()

  count(value: number, by: 1 | -1): void {
    const times = this.times.get(value)
    if (times === undefined) this.heap.push(value, value)
    this.times.set(value, (times ?? 0) + by)
  }

  get least(): number {
    for (let least = this.heap.first; least !== undefined; least = this.heap.first) {
      if (this.times.get(least) !== 0) return least
      this.times.delete(least)
      this.heap.pop()
    }
    return Number.NaN
  }
}
