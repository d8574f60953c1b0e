import type { Decision } from '@tirazh/rules'
import type { PlainDate } from '@tirazh/spec'
import type { Certificate } from './records/types.js'

/** Whether a certificate was issued by the end of the day and not revoked by then. */
export function isValid(certificate: Certificate, asOf: PlainDate): boolean {
  const { issuedOn, revokedOn } = certificate
  return issuedOn <= asOf && (revokedOn === undefined || revokedOn > asOf)
}

/** A valid certificate whose practice does not meet the rule for its level, may not, or is not under it. */
export interface DoubtfulCertificate {
  readonly certificate: Certificate
  /** What the rule of its level says today. */
  readonly decision: Decision
}

/** The valid certificates whose basis no longer holds, by the rule of their level. */
export function doubtfulCertificates(
  certificates: readonly Certificate[],
  asOf: PlainDate,
  decide: (level: Certificate['level'], practice: string) => Decision,
): DoubtfulCertificate[] {
  return certificates.flatMap((certificate) => {
    if (!isValid(certificate, asOf)) return []
    const decision = decide(certificate.level, certificate.practice)
    return decision.standing === 'applies' && decision.status === 'met' ? [] : [{ certificate, decision }]
  })
}
