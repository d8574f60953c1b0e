import type { Programme, Retry } from '@tirazh/core'
import { isTirazhError, type StorageAdapter } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { unreliable } from '@tirazh/testkit'
import { count, inspect, openCounting, type Standing } from './counting.js'
import { type Random, random } from './random.js'
import { amount } from './tally.js'
import { veryLate } from './very-late.js'

/** What became of the units of all seeds. */
export interface Outcome {
  seeds: number
  units: number
  /** Calls that threw STORAGE_UNCERTAIN … */
  uncertain: number
  /** … and those that said for certain that nothing was written. */
  failed: number
  /** Units that were there although every call so far had thrown. */
  landed: number
}

/**
 * Counts over connections on which a third of the commits fails, is late or is not answered. One or two hosts
 * write to one store, with work that may fail or change its mind when it is run again; after an error some call again with the same unit at once, the others when the
 * connections are good again. Then every unit must be there once.
 * @throws Error that names the seed and what is wrong
 */
export async function countUnreliably(seeds: number, first = 1): Promise<Outcome> {
  const sum: Outcome = { seeds: 0, units: 0, uncertain: 0, failed: 0, landed: 0 }
  for (let seed = first; seed < first + seeds; seed += 1) {
    try {
      await countWithSeed(seed, sum)
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error)
      throw new Error(`Seed ${seed}: ${what}`, { cause: error })
    }
    sum.seeds += 1
  }
  return sum
}

/** `2,000 seeds: 20,000 units, each there once; …`. */
export function toldOutcome({ seeds, units, uncertain, failed, landed }: Outcome): string {
  return (
    `${amount(seeds)} seeds: ${amount(units)} units, each there once; ${amount(uncertain)} calls were uncertain, ` +
    `${amount(failed)} failed; ${amount(landed)} units were there though no call had returned`
  )
}

async function countWithSeed(seed: number, sum: Outcome): Promise<void> {
  const chance = random(seed)
  const inner = memory()
  // Where nobody else writes, even what is very late is not refused.
  const first = await newHost(inner, chance)
  const hosts = chance.integer(2) === 0 ? [first] : [first, await newHost(inner, chance)]
  const told = (
    await Promise.all(hosts.map((host, number) => countAll(host, `host-${number}`, chance)))
  ).flat()
  // Whatever is on its way arrives, and from now on nothing goes wrong.
  for (const { settle } of hosts) await settle()

  const { programme } = first
  const { units } = sound(await inspect(programme))
  const there = new Set(units)
  const open = told.filter(({ returned }) => !returned)
  for (const { unit, returned, errors } of told) {
    if (returned && !there.has(unit)) throw new Error(`The acknowledged unit ${unit} is lost.`)
    const refused = !returned && !errors.some((error) => isTirazhError(error, 'STORAGE_UNCERTAIN'))
    if (refused && there.has(unit))
      throw new Error(`${unit} failed for certain and is there: ${errors.at(-1)}`)
  }
  if (open.length > 0) {
    const patient = await openCounting(inner)
    for (const { unit } of open) await count(patient, unit)
  }
  const total = sound(await inspect(programme)).units.length
  if (total !== told.length) throw new Error(`There are ${total} units and not ${told.length}.`)

  const errors = told.flatMap((each) => each.errors)
  const uncertain = errors.filter((error) => isTirazhError(error, 'STORAGE_UNCERTAIN')).length
  sum.units += told.length
  sum.uncertain += uncertain
  sum.failed += errors.length - uncertain
  sum.landed += open.filter(({ unit }) => there.has(unit)).length
}

interface Host {
  readonly programme: Programme
  /** Ends everything that goes wrong on its connection. */
  settle(): Promise<void>
}

async function newHost(inner: StorageAdapter, chance: Random): Promise<Host> {
  const late = veryLate(inner, random(chance.integer(2 ** 31)))
  const storage = unreliable(late, { seed: chance.integer(2 ** 31) })
  // The patience of a host, or so little that calls end without an answer.
  const retry: Retry = { attempts: [50, 50, 2, 1, 1, 1][chance.integer(6)] ?? 50, wait: async () => {} }
  return {
    programme: await openCounting(storage, retry),
    async settle() {
      await storage.settle()
      await late.arrive()
    },
  }
}

/** What a host knows of a unit. */
interface Told {
  readonly unit: string
  /** Whether a call has returned. */
  readonly returned: boolean
  /** What the calls before have thrown. */
  readonly errors: readonly unknown[]
}

async function countAll({ programme }: Host, name: string, chance: Random): Promise<readonly Told[]> {
  const all: Told[] = []
  for (let left = 3 + chance.integer(4); left > 0; left -= 1) {
    const unit = `${name}-unit-${left}`
    const calls = 1 + chance.integer(4)
    const errors: unknown[] = []
    let returned = false
    while (!returned && errors.length < calls) {
      try {
        const { outcome } = await count(programme, unit, moodOf(chance))
        returned = outcome !== 'unchanged'
        if (!returned) errors.push(lostInterest)
      } catch (error) {
        errors.push(expected(error))
      }
    }
    all.push({ unit, returned, errors })
  }
  return all
}

/** At times the work of a host is of another mind when it is run again: it fails, or has nothing to do any more. */
function moodOf(chance: Random): () => boolean {
  const mood = chance.integer(8)
  let runs = 0
  return () => {
    runs += 1
    if (runs > 1 && mood === 0) throw lostHeart
    return runs === 1 || mood !== 1
  }
}

const lostHeart: Error = new Error('The work of the host has failed')
const lostInterest: Error = new Error('The work of the host has changed nothing')

/** @throws what is no error of the storage or of the host */
function expected(error: unknown): unknown {
  if (error === lostHeart) return error
  for (const code of ['STORAGE_UNCERTAIN', 'STORAGE_FAILED', 'STORAGE_CONFLICT'] as const) {
    if (isTirazhError(error, code)) return error
  }
  throw error
}

/** @throws Error with what does not agree */
function sound(standing: Standing): Standing {
  if (standing.problems.length > 0) throw new Error(standing.problems.join(' '))
  return standing
}
