import type { Coverage, Municipality, OktmoCode, Snapshot } from '@tirazh/core'
import { compareCodePoints, type PlainDate, type Succession } from '@tirazh/spec'
import { municipalityOf } from '../matrix/collect.js'
import {
  adoptersOn,
  type PracticeUses,
  type Standing,
  standings,
  type Use,
  useByMunicipality,
  usesOn,
} from '../matrix/uses.js'
import { type Place, placeAmong } from './place.js'
import { collectWork, type Work } from './work.js'

/** One municipality on a day, before any wording. */
export interface MunicipalityScorecard {
  readonly asOf: PlainDate
  /** From the code that was asked for to the one it stands for: the municipality of the scorecard. */
  readonly succession: Succession
  readonly municipality: Municipality
  /** Whether it exists on the day. */
  readonly exists: boolean
  /** The municipalities that it has succeeded by the day. Their records are its own, in all years. */
  readonly predecessors: readonly Succession[]
  /** The clusters it belongs to. */
  readonly factories: Coverage['openFactories']
  /** Its own projects and practices: what it gives to others. */
  readonly work: Work
  /** The practices of all authors that have come to it, by what the rule of replication makes of them. */
  readonly taken: Readonly<Record<Standing, readonly TakenPractice[]>>
  /** False where no wording of the rule counts adoptions: then nobody can say what is in use. */
  readonly countable: boolean
  /** By the number of practices certainly in use; absent where it does not exist or nothing is countable. */
  readonly place: Place | undefined
  /** Every municipality of the day with its number of practices in use, the most first. */
  readonly ranking: readonly RankedMunicipality[]
  /** The municipalities of its clusters, itself among them, in the same order. */
  readonly clusterMates: readonly RankedMunicipality[]
  /** Practices in use there at earlier days, within the bounds of the day of the scorecard. */
  readonly history: readonly { readonly on: PlainDate; readonly inUse: number | null }[]
}

/** A practice that has come to the municipality, however far. */
export interface TakenPractice {
  readonly uses: PracticeUses
  /** The adoption that says most. */
  readonly use: Use
  /** Whether it comes from the municipality itself. */
  readonly own: boolean
}

export interface RankedMunicipality {
  readonly code: OktmoCode
  readonly inUse: number
  /** The adoptions behind the number, one for each practice. */
  readonly adoptions: readonly string[]
  readonly place: Place
}

export interface ScorecardChoice {
  /** A dissolved code leads to its successor. */
  readonly municipality: OktmoCode
  readonly asOf: PlainDate
  /** Earlier days to compare with, oldest first; the last should be the day itself. */
  readonly history?: readonly PlainDate[]
}

/** Collects the scorecard of a municipality. @throws RECORD_UNKNOWN */
export function collectScorecard(snapshot: Snapshot, choice: ScorecardChoice): MunicipalityScorecard {
  const { asOf, history = [] } = choice
  const { records, territory } = snapshot
  const municipality = municipalityOf(snapshot, choice.municipality, asOf)
  const code = municipality.id
  const standsFor = (other: OktmoCode): boolean => territory.successionOf(other, asOf).to === code
  const all = usesOn(snapshot, asOf)
  const { factoriesOf } = territory.coverageOn(asOf)
  const factories = factoriesOf.get(code) ?? []
  const existing = territory.municipalitiesOn(asOf)
  const countable = all.some((uses) => uses.municipalities !== undefined) || all.length === 0
  const ranking = rankingOf(
    all,
    existing.map((each) => each.id),
  )
  return {
    asOf,
    succession: territory.successionOf(choice.municipality, asOf),
    municipality,
    exists: existing.some((each) => each.id === code),
    predecessors: records.municipality
      .filter((each) => each.id !== code && standsFor(each.id))
      .map((each) => territory.successionOf(each.id, asOf)),
    factories,
    work: collectWork(
      snapshot,
      {
        projects: records.project.filter((project) => standsFor(project.municipality)),
        practices: snapshot.practices.filter((practice) => standsFor(practice.author)),
      },
      { asOf, history },
    ),
    taken: takenBy(code, all, standsFor),
    countable,
    place: countable ? ranking.find((each) => each.code === code)?.place : undefined,
    ranking,
    clusterMates: ranking.filter((each) =>
      factoriesOf.get(each.code)?.some((factory) => factories.includes(factory)),
    ),
    history: history.map((on) => ({ on, inUse: inUseOn(snapshot, on, standsFor) })),
  }
}

function takenBy(
  code: OktmoCode,
  all: readonly PracticeUses[],
  isOwn: (author: OktmoCode) => boolean,
): Record<Standing, TakenPractice[]> {
  const taken = all.flatMap((uses): TakenPractice[] => {
    const use = useByMunicipality(uses.uses).get(code)
    return use === undefined ? [] : [{ uses, use, own: isOwn(uses.practice.author) }]
  })
  return Object.fromEntries(
    standings.map((standing) => [standing, taken.filter(({ use }) => use.standing === standing)]),
  ) as Record<Standing, TakenPractice[]>
}

/** The municipalities by how many practices are certainly in use there. */
export function rankingOf(
  all: readonly PracticeUses[],
  codes: readonly OktmoCode[],
): readonly RankedMunicipality[] {
  const inUse = new Map<OktmoCode, string[]>(codes.map((code) => [code, []]))
  for (const { uses } of all) {
    for (const [code, use] of useByMunicipality(uses)) {
      if (use.standing === 'in-use') inUse.get(code)?.push(use.adoption.id)
    }
  }
  const numbers = [...inUse.values()].map((adoptions) => adoptions.length)
  return [...inUse]
    .sort(([a, x], [b, y]) => y.length - x.length || compareCodePoints(a, b))
    .map(([code, adoptions]) => ({
      code,
      inUse: adoptions.length,
      adoptions,
      place: placeAmong(adoptions.length, numbers),
    }))
}

/** How many practices were in use on an earlier day within today's bounds; `null` where nothing was countable. */
function inUseOn(
  snapshot: Snapshot,
  on: PlainDate,
  isOurs: (municipality: OktmoCode) => boolean,
): number | null {
  const ours = adoptersOn(snapshot, on).filter(({ practice }) =>
    practice.adoptions.some((adoption) => isOurs(adoption.municipality)),
  )
  if (ours.length > 0 && ours.every(({ adopters }) => adopters === undefined)) return null
  return ours.filter(({ adopters }) => adopters?.some(isOurs)).length
}
