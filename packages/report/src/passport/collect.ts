import {
  type Adoption,
  type Certificate,
  type Defence,
  type Effect,
  effectOf,
  type Indicator,
  isValid,
  type PartnerCheck,
  type PracticeFacts,
  type Project,
  type Snapshot,
} from '@tirazh/core'
import { evidenceOver } from '@tirazh/rules'
import type { PlainDate, Succession, Verdict, Witness } from '@tirazh/spec'

/** Everything about one practice on a day, before any wording. */
export interface PracticePassport {
  readonly asOf: PlainDate
  readonly practice: PracticeFacts
  /** The author's municipality on that day. */
  readonly author: Succession
  readonly project: Project | undefined
  readonly effects: readonly { readonly indicator: Indicator; readonly effect: Effect }[]
  readonly verdicts: readonly Verdict[]
  readonly adoptions: readonly AdoptionLine[]
  readonly checks: readonly PartnerCheck[]
  readonly defences: readonly Defence[]
  readonly certificates: readonly { readonly certificate: Certificate; readonly valid: boolean }[]
}

/** An adoption and what the replication rule made of it. */
export interface AdoptionLine {
  readonly adoption: Adoption
  /** What the municipality's code stands for on the day. */
  readonly succession: Succession
  readonly standing: 'counted' | 'counted-already' | 'pending' | 'rejected'
  readonly witness: Witness | undefined
}

/** Collects the passport of a practice. @throws RECORD_UNKNOWN */
export function collectPassport(
  snapshot: Snapshot,
  { practice: id, asOf }: { readonly practice: string; readonly asOf: PlainDate },
): PracticePassport {
  const { territory } = snapshot
  const practice = snapshot.practice(id)
  const records = snapshot.recordsOf(id)
  const verdicts = Object.keys(snapshot.region.policies).map((policy) =>
    snapshot.assess(policy, id, { asOf }),
  )
  const replication = verdicts.find((verdict) => verdict.policy === 'replication')
  return {
    asOf,
    practice,
    author: territory.successionOf(practice.author, asOf),
    project: records.project,
    effects: (records.project?.indicators ?? []).map((indicator) => {
      const known = asMeasured(indicator, asOf)
      return { indicator: known, effect: effectOf(known) }
    }),
    verdicts,
    adoptions: records.adoptions.map((adoption) => ({
      adoption,
      succession: territory.successionOf(adoption.municipality, asOf),
      ...standingOf(adoption, replication),
    })),
    checks: records.checks.filter((check) => check.heldOn <= asOf),
    defences: records.defences.filter((defence) => defence.heldOn <= asOf),
    certificates: records.certificates
      .filter((certificate) => certificate.issuedOn <= asOf)
      .map((certificate) => ({ certificate, valid: isValid(certificate, asOf) })),
  }
}

/** The indicator as it was known on the day: a result measured later is not there yet. */
function asMeasured(indicator: Indicator, asOf: PlainDate): Indicator {
  if (indicator.resultOn === undefined || indicator.resultOn <= asOf) return indicator
  const { result: _result, resultOn: _resultOn, ...before } = indicator
  return before
}

function standingOf(
  adoption: Adoption,
  verdict: Verdict | undefined,
): Pick<AdoptionLine, 'standing' | 'witness'> {
  const evidence = verdict?.finding ? evidenceOver('adoptions', verdict.finding) : undefined
  const find = (witnesses: readonly Witness[] | undefined): Witness | undefined =>
    witnesses?.find((witness) => witness.record.id === adoption.id)
  const counted = find(evidence?.counted)
  if (counted) return { standing: counted.sameAs ? 'counted-already' : 'counted', witness: counted }
  const pending = find(evidence?.pending)
  return pending
    ? { standing: 'pending', witness: pending }
    : { standing: 'rejected', witness: find(evidence?.rejected) }
}
