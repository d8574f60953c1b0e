import {
  type Certificate,
  type DoubtfulCertificate,
  doubtfulCertificates,
  idsOf,
  isFinished,
  isValid,
  type PracticeFacts,
  type Project,
  type ProjectResult,
  type ReleasedCapacity,
  releasedCapacity,
  type Snapshot,
  type StageId,
  stages,
} from '@tirazh/core'
import type { Decision } from '@tirazh/rules'
import type { PlainDate } from '@tirazh/spec'
import { type PracticeUses, usesOf } from '../matrix/uses.js'
import type { PolicyId } from '../summary/collect.js'

/** What some projects and the practices that grew out of them have come to by a day, before any wording. */
export interface Work {
  readonly asOf: PlainDate
  readonly projects: ProjectsOn
  /** The practices published by the day, those in most municipalities first. */
  readonly practices: readonly OwnPractice[]
  /** Practices without a day of publication. */
  readonly unpublished: readonly PracticeFacts[]
  readonly certificates: {
    readonly valid: readonly Certificate[]
    readonly doubtful: readonly DoubtfulCertificate[]
    /** Practices that meet the rule of a level and hold no valid certificate of it. */
    readonly due: readonly { readonly practice: PracticeFacts; readonly level: Certificate['level'] }[]
  }
  /** The same on earlier days, oldest first; the last is the day itself. */
  readonly history: readonly WorkPoint[]
}

export interface ProjectsOn {
  /** Closed by the day. */
  readonly finished: readonly Project[]
  /** Begun by the day and not closed, with the last stage that is dated. */
  readonly open: readonly { readonly project: Project; readonly stage: StageId }[]
  /** Projects without a single date: nobody can say how far they are. */
  readonly undated: readonly Project[]
  /** Finished projects by what they did to the process. */
  readonly byResult: Readonly<Record<ProjectResult, readonly Project[]>>
  /** Finished projects of which that is not recorded. */
  readonly unnamed: readonly Project[]
  readonly capacity: ReleasedCapacity
}

/** A published practice on the day. */
export interface OwnPractice {
  readonly uses: PracticeUses
  readonly decisions: Readonly<Record<PolicyId, Decision>>
  readonly certificates: readonly Certificate[]
}

/** The policies that reports are about. */
export const policyIds: readonly PolicyId[] = ['replication', 'regional', 'federal']

/** The figures of one day; `null` where nothing was measured. */
export interface WorkPoint {
  readonly on: PlainDate
  readonly finished: number
  readonly labourHoursPerYear: number | null
  readonly headcount: number | null
  readonly replicated: number
  readonly certificates: number
}

/** Collects what some projects and practices have come to. */
export function collectWork(
  snapshot: Snapshot,
  scope: { readonly projects: readonly Project[]; readonly practices: readonly PracticeFacts[] },
  { asOf, history = [] }: { readonly asOf: PlainDate; readonly history?: readonly PlainDate[] },
): Work {
  const published = publishedBy(scope.practices, asOf)
  const certificates = scope.practices.flatMap((practice) => snapshot.recordsOf(practice.id).certificates)
  const practices = published
    .map((practice) => ownPractice(snapshot, practice, asOf))
    .sort((a, b) => (b.uses.municipalities?.low ?? 0) - (a.uses.municipalities?.low ?? 0))
  return {
    asOf,
    projects: projectsOn(scope.projects, asOf),
    practices,
    unpublished: scope.practices.filter((practice) => practice.publishedOn === undefined),
    certificates: {
      valid: certificates.filter((certificate) => isValid(certificate, asOf)),
      doubtful: doubtfulCertificates(certificates, asOf, (level, practice) =>
        snapshot.decide(level, practice, { asOf }),
      ),
      due: practices.flatMap((own) =>
        (['regional', 'federal'] as const)
          .filter((level) => isMet(own.decisions[level]))
          .filter((level) => !own.certificates.some((certificate) => certificate.level === level))
          .map((level) => ({ practice: own.uses.practice, level })),
      ),
    },
    history: history.map((on) => {
      const capacity = releasedCapacity(scope.projects, on)
      return {
        on,
        finished: scope.projects.filter((project) => isFinished(project, on)).length,
        labourHoursPerYear: hoursOf(capacity) ?? null,
        headcount: headcountOf(capacity) ?? null,
        replicated: publishedBy(scope.practices, on).filter((practice) =>
          isMet(snapshot.decide('replication', practice.id, { asOf: on })),
        ).length,
        certificates: certificates.filter((certificate) => isValid(certificate, on)).length,
      }
    }),
  }
}

/** The hours released in a year; undefined where no labour was measured. */
export function hoursOf(capacity: ReleasedCapacity): number | undefined {
  return capacity.labourProjects.length === 0 ? undefined : capacity.labourHoursPerYear
}

/** The people released; undefined where none were counted. */
export function headcountOf(capacity: ReleasedCapacity): number | undefined {
  return capacity.headcountProjects.length === 0 ? undefined : capacity.headcount
}

/** Whether a rule is about the practice and met. */
export function isMet({ standing, status }: Decision): boolean {
  return standing === 'applies' && status === 'met'
}

/** Whether a rule gives no answer about a practice that it is about, or may be about. */
export function isOpen({ standing, status }: Decision): boolean {
  return standing === 'unclear' || (standing === 'applies' && status === 'unknown')
}

function publishedBy(practices: readonly PracticeFacts[], on: PlainDate): PracticeFacts[] {
  return practices.filter(({ publishedOn }) => publishedOn !== undefined && publishedOn <= on)
}

function ownPractice(snapshot: Snapshot, practice: PracticeFacts, asOf: PlainDate): OwnPractice {
  const decide = (policy: PolicyId): Decision => snapshot.decide(policy, practice.id, { asOf })
  return {
    uses: usesOf(snapshot, practice.id, asOf),
    decisions: {
      replication: decide('replication'),
      regional: decide('regional'),
      federal: decide('federal'),
    },
    certificates: snapshot
      .recordsOf(practice.id)
      .certificates.filter((certificate) => isValid(certificate, asOf)),
  }
}

function projectsOn(projects: readonly Project[], asOf: PlainDate): ProjectsOn {
  const finished = projects.filter((project) => isFinished(project, asOf))
  const withResult = (result: ProjectResult): Project[] =>
    finished.filter((project) => project.result === result)
  return {
    finished,
    open: projects.flatMap((project) => {
      const stage = isFinished(project, asOf) ? undefined : stageReached(project, asOf)
      return stage === undefined ? [] : [{ project, stage }]
    }),
    undated: projects.filter((project) =>
      idsOf(stages).every((stage) => project[stages[stage].field] === undefined),
    ),
    byResult: {
      improved: withResult('improved'),
      accelerated: withResult('accelerated'),
      simplified: withResult('simplified'),
    },
    unnamed: finished.filter((project) => project.result === undefined),
    capacity: releasedCapacity(projects, asOf),
  }
}

/** The last stage with a date by the day; undefined where none has come yet. */
function stageReached(project: Project, asOf: PlainDate): StageId | undefined {
  return idsOf(stages).findLast((stage) => {
    const on = project[stages[stage].field]
    return on !== undefined && on <= asOf
  })
}
