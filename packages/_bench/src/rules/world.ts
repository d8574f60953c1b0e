import { metrics } from '@tirazh/core'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { chance } from './chance.js'

/*
 * A register of practices as typed arrays: the layout that a hand-written program for exactly these
 * policies would choose. The same register as objects is made from it in `facts.ts`.
 */

/** The rows of practice p are those from `starts[p]` up to, not including, `starts[p + 1]`. */
interface Rows {
  readonly starts: Int32Array
}

/** What is not recorded. Days, counts, scores and yes/no are never negative. */
export const missing = -1

export const statuses = ['planned', 'in-progress', 'implemented', 'declined'] as const
export const levels = ['regional', 'federal'] as const
export const decisions = ['passed', 'failed'] as const
export const metricIds = ['lead-time', 'output', 'complaints', 'distance', 'satisfaction'] as const
export const tools = [
  'standard-work',
  'five-s',
  'value-stream-map',
  'visual-management',
  'kanban',
  'suggestions',
  'five-whys',
  'ishikawa',
  'pareto',
  'a3',
] as const
export const codes: readonly string[] = nizhnyNovgorod.municipalities.map((each) => each.id)

export interface World {
  readonly practices: number
  /** Days since 1970-01-01, as everywhere here. */
  readonly publishedOn: Int32Array
  /** Index in `codes`, as everywhere here. */
  readonly author: Uint8Array
  readonly adoptions: Rows & {
    readonly municipality: Uint8Array
    /** Index in `statuses`. */
    readonly status: Uint8Array
    readonly implementedOn: Int32Array
    readonly endedOn: Int32Array
  }
  /** A practice without rows has nothing recorded. */
  readonly tools: Rows & { readonly tool: Uint8Array }
  /** A practice without rows has nothing recorded. Numbers that are missing are NaN. */
  readonly indicators: Rows & {
    readonly metric: Uint8Array
    readonly better: Int8Array
    readonly base: Float64Array
    readonly result: Float64Array
    readonly resultOn: Int32Array
  }
  readonly checks: Rows & {
    readonly heldOn: Int32Array
    readonly assessors: Int8Array
    readonly authorAssesses: Int8Array
    readonly blocks: readonly [Int8Array, Int8Array, Int8Array, Int8Array, Int8Array]
    readonly signed: Int8Array
    readonly openFindings: Int8Array
    readonly defendedOn: Int32Array
  }
  readonly defences: Rows & {
    readonly level: Uint8Array
    readonly heldOn: Int32Array
    readonly decision: Uint8Array
  }
  readonly certificates: Rows & {
    readonly level: Uint8Array
    readonly issuedOn: Int32Array
    readonly revokedOn: Int32Array
  }
}

/** From 2019 to 2026: some of what is recorded lies after the day of the facts. */
const firstDay = 17_897
const lastDay = 20_818

/** A register of so many practices with 23 adoptions each on average. */
export function world(practices: number, seed = 1): World {
  const { whole, happens } = chance(seed)
  const day = (gap: number): number => (happens(gap) ? missing : whole(firstDay, lastDay))
  const after = (start: number, share: number): number =>
    start !== missing && happens(share) ? whole(start, lastDay) : missing
  const passes = (share: number, gap: number): number => (happens(gap) ? missing : happens(share) ? 1 : 0)
  const score = (): number => (happens(0.02) ? missing : happens(0.98) ? whole(16, 20) : whole(8, 15))

  const publishedOn = Int32Array.from({ length: practices }, () => day(0.05))
  const author = Uint8Array.from({ length: practices }, () => whole(0, codes.length - 1))

  const adoptions = rows(practices, () => whole(4, 42))
  const status = Uint8Array.from({ length: adoptions.count }, () => {
    const share = whole(1, 100)
    return share <= 8 ? 0 : share <= 20 ? 1 : share <= 95 ? 2 : 3
  })
  const implementedOn = Int32Array.from(status, (each) => day(each === 2 ? 0.05 : each === 1 ? 0.5 : 0.95))

  const toolRows = rows(practices, () => (happens(0.04) ? 0 : whole(2, 8)))
  const indicators = rows(practices, () => (happens(0.04) ? 0 : whole(1, 5)))
  const metric = Uint8Array.from({ length: indicators.count }, () => whole(0, metricIds.length - 1))
  const base = Float64Array.from({ length: indicators.count }, () =>
    happens(0.05) ? Number.NaN : whole(0, 400) / 2,
  )

  const checks = rows(practices, () => whole(0, 4))
  const heldOn = Int32Array.from({ length: checks.count }, () => day(0))
  const block = (): Int8Array => Int8Array.from({ length: checks.count }, score)
  const defences = rows(practices, () => whole(0, 5))
  const certificates = rows(practices, () => whole(0, 3))
  const issuedOn = Int32Array.from({ length: certificates.count }, () => day(0))

  return {
    practices,
    publishedOn,
    author,
    adoptions: {
      starts: adoptions.starts,
      municipality: Uint8Array.from({ length: adoptions.count }, () => whole(0, codes.length - 1)),
      status,
      implementedOn,
      endedOn: implementedOn.map((start) => after(start, 0.1)),
    },
    tools: {
      starts: toolRows.starts,
      tool: Uint8Array.from({ length: toolRows.count }, () => whole(0, tools.length - 1)),
    },
    indicators: {
      starts: indicators.starts,
      metric,
      better: Int8Array.from(metric, (index) => signs[index] ?? 1),
      base,
      result: base.map((before) => (happens(0.05) ? Number.NaN : whole(0, Math.ceil(before) * 3) / 2)),
      resultOn: Int32Array.from({ length: indicators.count }, () => day(0.3)),
    },
    checks: {
      starts: checks.starts,
      heldOn,
      assessors: Int8Array.from({ length: checks.count }, () => (happens(0.02) ? missing : whole(1, 9))),
      authorAssesses: Int8Array.from({ length: checks.count }, () => passes(0.05, 0.02)),
      blocks: [block(), block(), block(), block(), block()],
      signed: Int8Array.from({ length: checks.count }, () => passes(0.97, 0.02)),
      openFindings: Int8Array.from({ length: checks.count }, () =>
        happens(0.02) ? missing : happens(0.9) ? 0 : whole(1, 5),
      ),
      defendedOn: heldOn.map((held) => after(held, 0.9)),
    },
    defences: {
      starts: defences.starts,
      level: Uint8Array.from({ length: defences.count }, () => whole(0, 1)),
      heldOn: Int32Array.from({ length: defences.count }, () => day(0)),
      decision: Uint8Array.from({ length: defences.count }, () => (happens(0.8) ? 0 : 1)),
    },
    certificates: {
      starts: certificates.starts,
      level: Uint8Array.from({ length: certificates.count }, () => (happens(0.7) ? 0 : 1)),
      issuedOn,
      revokedOn: issuedOn.map((issued) => after(issued, 0.2)),
    },
  }
}

/** 1 where more is better, −1 where less is. */
const signs = metricIds.map((id) => (metrics[id].better === 'lower' ? -1 : 1))

function rows(practices: number, count: () => number): Rows & { readonly count: number } {
  const starts = new Int32Array(practices + 1)
  for (let practice = 0; practice < practices; practice += 1)
    starts[practice + 1] = (starts[practice] ?? 0) + count()
  return { starts, count: starts[practices] ?? 0 }
}
