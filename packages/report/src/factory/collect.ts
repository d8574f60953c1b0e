import {
  type ClusterMember,
  type Effect,
  effectOf,
  type Factory,
  type Indicator,
  idsOf,
  inForceOn,
  isFinished,
  type Municipality,
  type OktmoCode,
  type Project,
  type Snapshot,
  type StageId,
  stages,
} from '@tirazh/core'
import { compareCodePoints, type PlainDate, type Succession, TirazhError } from '@tirazh/spec'
import { usesOn } from '../matrix/uses.js'
import { type RankedMunicipality, rankingOf } from '../scorecard/collect.js'
import { collectWork, type OwnPractice, type Work } from '../scorecard/work.js'

/** One training site and its cluster on a day, before any wording. */
export interface FactoryFigures {
  readonly asOf: PlainDate
  readonly factory: Factory
  /** Whether the site is open on the day. */
  readonly open: boolean
  /** What the code of its host stands for. */
  readonly host: Succession
  readonly hostExists: boolean
  /** The members as recorded. */
  readonly members: readonly ClusterLine[]
  readonly coverage: FactoryCoverage
  /** How far its projects have come. */
  readonly funnel: readonly StageLine[]
  /** Its projects, and the practices that grew out of them. */
  readonly work: Work
  /** Indicators of its finished projects that improved, the most improved first. */
  readonly improved: readonly ImprovedIndicator[]
  /** The municipalities that it serves and any other that has projects there. */
  readonly municipalities: readonly ServedMunicipality[]
  /** False where no wording of the rule of replication counts adoptions. */
  readonly countable: boolean
}

export interface ClusterLine {
  readonly member: ClusterMember
  /** What its code stands for on the day. */
  readonly succession: Succession
  /** Whether it belongs to the cluster on the day. */
  readonly belongs: boolean
}

/** What the cluster covers on the day: nothing where the site is not open. */
export interface FactoryCoverage {
  /** The municipalities served, by the code of the day. */
  readonly served: readonly Municipality[]
  /** All municipalities of the day. */
  readonly all: readonly Municipality[]
  /** Those served by other sites as well. */
  readonly shared: readonly OktmoCode[]
}

export interface StageLine {
  readonly stage: StageId
  /** Projects that have gone through it by the day. */
  readonly reached: readonly Project[]
  /** Projects that must have: a later stage has its day, this one has none. */
  readonly undated: readonly Project[]
  /** False where no project of the site has a day for it: then nobody can say. */
  readonly recorded: boolean
}

export interface ImprovedIndicator {
  readonly project: Project
  readonly indicator: Indicator & { readonly base: number; readonly result: number }
  readonly effect: Effect & { readonly change: number }
}

export interface ServedMunicipality {
  readonly code: OktmoCode
  /** Whether it belongs to the cluster. */
  readonly served: boolean
  /** Its standing among all municipalities; absent where it does not exist on the day. */
  readonly ranked: RankedMunicipality | undefined
  /** Projects of the site that it has finished. */
  readonly finished: readonly Project[]
  /** Practices of the site that come from it. */
  readonly practices: readonly OwnPractice[]
}

export interface FactoryChoice {
  /** The id of the site. */
  readonly factory: string
  readonly asOf: PlainDate
  /** Earlier days to compare with, oldest first; the last should be the day itself. */
  readonly history?: readonly PlainDate[]
}

/** Collects the figures of a training site. @throws RECORD_UNKNOWN */
export function collectFactory(snapshot: Snapshot, choice: FactoryChoice): FactoryFigures {
  const { factory: id, asOf, history = [] } = choice
  const { records, territory } = snapshot
  const factory = records.factory.find((each) => each.id === id)
  if (factory === undefined) {
    throw new TirazhError('RECORD_UNKNOWN', `There is no training site '${id}' in the register.`, {
      kind: 'factory',
      id,
    })
  }
  const projects = records.project.filter((project) => project.factory === id)
  const sources = new Set(projects.map((project) => project.id))
  const practices = snapshot.practices.filter((practice) => {
    const source = snapshot.recordsOf(practice.id).project
    return source !== undefined && sources.has(source.id)
  })
  const work = collectWork(snapshot, { projects, practices }, { asOf, history })
  const coverage = coverageOf(snapshot, factory, asOf)
  const all = usesOn(snapshot, asOf)
  return {
    asOf,
    factory,
    open: inForceOn(factory.openedOn, factory.closedOn, asOf),
    host: territory.successionOf(factory.municipality, asOf),
    hostExists: coverage.all.some((each) => each.id === factory.municipality),
    members: factory.cluster.map((member) => ({
      member,
      succession: territory.successionOf(member.municipality, asOf),
      belongs: inForceOn(member.from, member.until, asOf),
    })),
    coverage,
    funnel: funnelOf(projects, asOf),
    work,
    improved: improvedOf(projects, asOf),
    municipalities: municipalitiesOf(snapshot, { asOf, coverage, work, all }),
    countable: all.length === 0 || all.some((uses) => uses.municipalities !== undefined),
  }
}

function coverageOf({ territory }: Snapshot, factory: Factory, asOf: PlainDate): FactoryCoverage {
  const { factoriesOf } = territory.coverageOn(asOf)
  const all = territory.municipalitiesOn(asOf)
  const served = all.filter(({ id }) => factoriesOf.get(id)?.some((each) => each.id === factory.id))
  return {
    served,
    all,
    shared: served.filter(({ id }) => (factoriesOf.get(id)?.length ?? 0) > 1).map(({ id }) => id),
  }
}

function funnelOf(projects: readonly Project[], asOf: PlainDate): StageLine[] {
  const ids = idsOf(stages)
  const dayOf = (project: Project, stage: StageId): PlainDate | undefined => project[stages[stage].field]
  const isReached = (project: Project, stage: StageId): boolean => {
    const on = dayOf(project, stage)
    return on !== undefined && on <= asOf
  }
  const begun = projects.filter((project) => ids.some((stage) => isReached(project, stage)))
  return ids.map((stage, index) => {
    const later = ids.slice(index + 1)
    return {
      stage,
      reached: begun.filter((project) => isReached(project, stage)),
      undated: begun.filter(
        (project) => dayOf(project, stage) === undefined && later.some((each) => isReached(project, each)),
      ),
      recorded: begun.length === 0 || projects.some((project) => dayOf(project, stage) !== undefined),
    }
  })
}

function improvedOf(projects: readonly Project[], asOf: PlainDate): ImprovedIndicator[] {
  return projects
    .filter((project) => isFinished(project, asOf))
    .flatMap((project) =>
      (project.indicators ?? []).flatMap((indicator): ImprovedIndicator[] => {
        const { base, result, resultOn } = indicator
        const effect = effectOf(indicator)
        const { change, outcome } = effect
        const measured = resultOn === undefined || resultOn <= asOf
        if (outcome !== 'improved' || !measured) return []
        if (base === undefined || result === undefined || change === undefined || base < 0) return []
        return [{ project, indicator: { ...indicator, base, result }, effect: { ...effect, change } }]
      }),
    )
    .sort(
      (a, b) =>
        Math.abs(b.effect.change) - Math.abs(a.effect.change) ||
        compareCodePoints(a.project.id, b.project.id),
    )
}

function municipalitiesOf(
  { territory }: Snapshot,
  {
    asOf,
    coverage,
    work,
    all,
  }: Pick<FactoryFigures, 'asOf' | 'coverage' | 'work'> & { readonly all: ReturnType<typeof usesOn> },
): ServedMunicipality[] {
  const standsFor = (code: OktmoCode): OktmoCode => territory.successionOf(code, asOf).to
  const served = new Set(coverage.served.map((each) => each.id))
  const codes = new Set([
    ...served,
    ...work.projects.finished.map((project) => standsFor(project.municipality)),
  ])
  const ranking = rankingOf(
    all,
    coverage.all.map((each) => each.id),
  )
  const placeOf = new Map(ranking.map((each) => [each.code, each]))
  return [...codes]
    .map((code) => ({
      code,
      served: served.has(code),
      ranked: placeOf.get(code),
      finished: work.projects.finished.filter((project) => standsFor(project.municipality) === code),
      practices: work.practices.filter((own) => standsFor(own.uses.practice.author) === code),
    }))
    .sort((a, b) => (b.ranked?.inUse ?? -1) - (a.ranked?.inUse ?? -1) || compareCodePoints(a.code, b.code))
}
