import {
  type Certificate,
  type Defence,
  isValid,
  type PartnerCheck,
  type PracticeFacts,
  type Snapshot,
} from '@tirazh/core'
import type { Decision } from '@tirazh/rules'
import type { PlainDate } from '@tirazh/spec'

/** A certificate on a day, with everything it rests on. */
export interface CertificateLine {
  readonly certificate: Certificate
  readonly practice: PracticeFacts
  /** The check and the defence that the certificate names, where they are in the register. */
  readonly check: PartnerCheck | undefined
  readonly defence: Defence | undefined
  readonly state: CertificateState
  /** What the rule of its level says about the practice on the day; of a revoked one nothing is asked. */
  readonly decision: Decision | undefined
  /** What is wrong with the basis as it is recorded. */
  readonly flaws: readonly BasisFlaw[]
}

/** `doubtful`: valid, but the rule of its level is not met on the day, or cannot be decided. */
export type CertificateState = 'valid' | 'doubtful' | 'revoked'

export type BasisFlaw =
  | 'no-check'
  | 'no-defence'
  | 'check-after-issue'
  | 'defence-after-issue'
  | 'defence-failed'
  | 'defence-of-other-level'

/** How a certificate that was issued by the day stands on it. @throws RECORD_UNKNOWN for its practice */
export function standingOn(snapshot: Snapshot, certificate: Certificate, asOf: PlainDate): CertificateLine {
  const { checks, defences } = snapshot.recordsOf(certificate.practice)
  const check = checks.find(({ id }) => id === certificate.check)
  const defence = defences.find(({ id }) => id === certificate.defence)
  const valid = isValid(certificate, asOf)
  const decision = valid ? snapshot.decide(certificate.level, certificate.practice, { asOf }) : undefined
  const holds = decision?.standing === 'applies' && decision.status === 'met'
  return {
    certificate,
    practice: snapshot.practice(certificate.practice),
    check,
    defence,
    state: valid ? (holds ? 'valid' : 'doubtful') : 'revoked',
    decision,
    flaws: flawsOf(certificate, check, defence),
  }
}

function flawsOf(
  { issuedOn, level }: Certificate,
  check: PartnerCheck | undefined,
  defence: Defence | undefined,
): BasisFlaw[] {
  const flaws: BasisFlaw[] = []
  if (check === undefined) flaws.push('no-check')
  else if (check.heldOn > issuedOn) flaws.push('check-after-issue')
  if (defence === undefined) return [...flaws, 'no-defence']
  if (defence.heldOn > issuedOn) flaws.push('defence-after-issue')
  if (defence.decision === 'failed') flaws.push('defence-failed')
  if (defence.level !== level) flaws.push('defence-of-other-level')
  return flaws
}
