import type { PlainDate } from '@tirazh/spec'
import type { MetricId, UnitId } from '../catalogues/metrics.js'
import type {
  AdoptionStatus,
  CertificateLevel,
  DefenceDecision,
  MunicipalityType,
  ProjectResult,
} from '../catalogues/statuses.js'
import type { LeanToolId } from '../catalogues/tools.js'
import type { OktmoCode } from '../oktmo.js'

/** What a programme keeps, by kind. A field that is absent is not known; it is never zero. */
export interface RecordTypes {
  readonly municipality: Municipality
  readonly factory: Factory
  readonly project: Project
  readonly practice: Practice
  readonly adoption: Adoption
  readonly check: PartnerCheck
  readonly defence: Defence
  readonly certificate: Certificate
}

export type RecordKind = keyof RecordTypes

/** Every kind, in an order in which none refers to a later one more than it must. */
export const recordKinds: readonly RecordKind[] = [
  'municipality',
  'factory',
  'project',
  'practice',
  'adoption',
  'check',
  'defence',
  'certificate',
]

/** All records of a programme. */
export type Records = { readonly [Kind in RecordKind]: readonly RecordTypes[Kind][] }

/** A municipality for as long as it exists. Its `id` is its OKTMO code. */
export interface Municipality {
  readonly id: OktmoCode
  readonly name: string
  readonly type: MunicipalityType
  /** The check digit as published, where it is known. A wrong one is a warning. */
  readonly checkDigit?: number
  /** People. */
  readonly population?: number
  readonly existsFrom?: PlainDate
  /** The first day on which it no longer exists. */
  readonly dissolvedOn?: PlainDate
  /** The municipality that took over its rights and duties. */
  readonly successor?: OktmoCode
}

/** A training site («фабрика») and the municipalities it serves («куст»). */
export interface Factory {
  readonly id: string
  readonly name: string
  readonly municipality: OktmoCode
  readonly openedOn: PlainDate
  /** The first day on which it is no longer open. */
  readonly closedOn?: PlainDate
  readonly cluster: readonly ClusterMember[]
}

export interface ClusterMember {
  readonly municipality: OktmoCode
  readonly from?: PlainDate
  /** The first day on which it no longer belongs to the cluster. */
  readonly until?: PlainDate
}

/** One improvement of one process. */
export interface Project {
  readonly id: string
  readonly title: string
  readonly municipality: OktmoCode
  readonly organisation?: string
  readonly process?: string
  readonly factory?: string
  /** The sphere of municipal work. */
  readonly sphere?: string
  readonly result?: ProjectResult
  readonly openedOn?: PlainDate
  readonly diagnosedOn?: PlainDate
  readonly implementedOn?: PlainDate
  readonly closedOn?: PlainDate
  readonly monitoredOn?: PlainDate
  readonly tools?: readonly LeanToolId[]
  /** Absent where nothing was recorded; a metric stands in it at most once. */
  readonly indicators?: readonly Indicator[]
}

/** A metric of a process before and after, as measured. */
export interface Indicator {
  readonly metric: MetricId
  readonly unit: UnitId
  readonly base?: number
  readonly target?: number
  readonly ideal?: number
  readonly result?: number
  readonly baseOn?: PlainDate
  readonly resultOn?: PlainDate
  /** How often the process runs in a year. */
  readonly yearlyVolume?: number
  readonly method?: string
  readonly source?: string
  /** The number of observations. */
  readonly sample?: number
}

/** A solution that others may take over. */
export interface Practice {
  readonly id: string
  readonly title: string
  readonly sourceProject: string
  /** The municipality of the author. */
  readonly author: OktmoCode
  /** Absent while it is not published. */
  readonly publishedOn?: PlainDate
  readonly sphere?: string
}

/** A municipality takes a practice over. */
export interface Adoption {
  readonly id: string
  readonly practice: string
  readonly municipality: OktmoCode
  readonly status: AdoptionStatus
  readonly plannedOn?: PlainDate
  readonly startedOn?: PlainDate
  readonly implementedOn?: PlainDate
  readonly confirmedOn?: PlainDate
  /** The first day on which the practice is no longer used there. */
  readonly endedOn?: PlainDate
  /** The document it is based on. */
  readonly basis?: string
  /** The share of the practice's core that was taken over, 0 to 1. */
  readonly fidelity?: number
}

/** Assessors from other municipalities look at a practice on site («партнёрская проверка»). */
export interface PartnerCheck {
  readonly id: string
  readonly practice: string
  readonly heldOn: PlainDate
  readonly assessors?: readonly OktmoCode[]
  /** Points for each of the five blocks, 0 to 20; `null` where a score is not recorded. */
  readonly blocks: readonly (number | null)[]
  readonly signedByBoth?: boolean
  readonly openFindings?: number
}

/** A practice is defended before a commission. */
export interface Defence {
  readonly id: string
  readonly practice: string
  readonly level: CertificateLevel
  readonly heldOn: PlainDate
  readonly decision: DefenceDecision
}

export interface Certificate {
  readonly id: string
  readonly practice: string
  readonly level: CertificateLevel
  readonly issuedOn: PlainDate
  readonly issuer?: string
  /** The check and the defence it is based on. */
  readonly check?: string
  readonly defence?: string
  /** The first day on which it is no longer valid. */
  readonly revokedOn?: PlainDate
}
