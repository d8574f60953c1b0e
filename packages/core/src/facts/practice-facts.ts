import type { Facts } from '@tirazh/rules'
import type { PlainDate } from '@tirazh/spec'
import { type MetricId, metrics } from '../catalogues/metrics.js'
import type { AdoptionStatus, CertificateLevel, DefenceDecision } from '../catalogues/statuses.js'
import type { LeanToolId } from '../catalogues/tools.js'
import type { OktmoCode } from '../oktmo.js'
import type { Defence, PartnerCheck, Practice, Project } from '../records/types.js'
import type { Territory } from '../territory.js'
import type { PracticeRecords } from './practice-records.js'

/** A practice with everything that is recorded about it: what a policy judges. Does not depend on a date. */
export interface PracticeFacts extends Facts {
  readonly title: string
  readonly author: OktmoCode
  readonly publishedOn?: PlainDate | undefined
  readonly sphere?: string | undefined
  readonly adoptions: readonly AdoptionFacts[]
  /** Absent where the source project does not say. */
  readonly tools?: readonly ToolFacts[] | undefined
  /** Absent where the source project has none: nobody measured, which is not the same as no improvement. */
  readonly indicators?: readonly IndicatorFacts[] | undefined
  readonly checks: readonly CheckFacts[]
  readonly defences: readonly DefenceFacts[]
  readonly certificates: readonly CertificateFacts[]
}

export interface AdoptionFacts extends Facts {
  readonly municipality: OktmoCode
  readonly status: AdoptionStatus
  readonly plannedOn?: PlainDate | undefined
  readonly startedOn?: PlainDate | undefined
  readonly implementedOn?: PlainDate | undefined
  readonly confirmedOn?: PlainDate | undefined
  readonly endedOn?: PlainDate | undefined
  readonly basis?: string | undefined
  readonly fidelity?: number | undefined
}

/** A tool of the source project; `id` is the project. */
export interface ToolFacts extends Facts {
  readonly tool: LeanToolId
}

/** An indicator of the source project; `id` is the project. */
export interface IndicatorFacts extends Facts {
  readonly metric: MetricId
  /** The sign of an improvement: −1 where lower is better, 1 where higher is. */
  readonly better: number
  readonly base?: number | undefined
  readonly target?: number | undefined
  readonly result?: number | undefined
  readonly resultOn?: PlainDate | undefined
}

export interface CheckFacts extends Facts {
  readonly heldOn: PlainDate
  /** Different municipalities among the assessors, successors as of the day of the check. */
  readonly assessorMunicipalities?: number | undefined
  /** Whether the author's municipality is among them, successors as of the day of the check. */
  readonly authorAssesses?: boolean | undefined
  readonly block1?: number | undefined
  readonly block2?: number | undefined
  readonly block3?: number | undefined
  readonly block4?: number | undefined
  readonly block5?: number | undefined
  readonly signedByBoth?: boolean | undefined
  readonly openFindings?: number | undefined
  /** The earliest regional defence that was passed on the day of the check or later. */
  readonly defence?: string | undefined
  readonly defendedOn?: PlainDate | undefined
}

export interface DefenceFacts extends Facts {
  readonly level: CertificateLevel
  readonly heldOn: PlainDate
  readonly decision: DefenceDecision
}

export interface CertificateFacts extends Facts {
  readonly level: CertificateLevel
  readonly issuedOn: PlainDate
  readonly revokedOn?: PlainDate | undefined
}

/** What the records say about a practice. */
export function practiceFacts(records: PracticeRecords, territory: Territory): PracticeFacts {
  const { practice, project, adoptions, checks, defences, certificates } = records
  return {
    id: practice.id,
    title: practice.title,
    author: practice.author,
    publishedOn: practice.publishedOn,
    sphere: practice.sphere,
    ...projectFacts(project),
    adoptions,
    checks: checks.map((check) => checkFacts(check, practice, defences, territory)),
    defences,
    certificates,
  }
}

function projectFacts(project: Project | undefined): Pick<PracticeFacts, 'tools' | 'indicators'> {
  const { id = '', tools = [], indicators = [] } = project ?? {}
  return {
    tools: tools.length === 0 ? undefined : tools.map((tool) => ({ id, tool })),
    indicators:
      indicators.length === 0
        ? undefined
        : indicators.map(({ metric, base, target, result, resultOn }) => {
            const better = metrics[metric].better === 'lower' ? -1 : 1
            return { id, metric, better, base, target, result, resultOn }
          }),
  }
}

function checkFacts(
  check: PartnerCheck,
  practice: Practice,
  defences: readonly Defence[],
  territory: Territory,
): CheckFacts {
  const standsFor = (code: OktmoCode): OktmoCode => territory.successionOf(code, check.heldOn).to
  const assessors = check.assessors && new Set(check.assessors.map(standsFor))
  const [block1, block2, block3, block4, block5] = check.blocks.map((score) => score ?? undefined)
  const defence = defences
    .filter((each) => each.level === 'regional' && each.decision === 'passed' && each.heldOn >= check.heldOn)
    .reduce<Defence | undefined>(
      (first, each) => (first && first.heldOn <= each.heldOn ? first : each),
      undefined,
    )
  return {
    id: check.id,
    heldOn: check.heldOn,
    assessorMunicipalities: assessors?.size,
    authorAssesses: assessors?.has(standsFor(practice.author)),
    block1,
    block2,
    block3,
    block4,
    block5,
    signedByBoth: check.signedByBoth,
    openFindings: check.openFindings,
    defence: defence?.id,
    defendedOn: defence?.heldOn,
  }
}
