import type { Snapshot } from '@tirazh/core'
import { type PlainDate, type Succession, TirazhError, type Verdict } from '@tirazh/spec'
import { type CertificateLine, standingOn } from '../certification/standing.js'

/** One certificate on a day, before any wording. */
export interface CollectedCertificate extends CertificateLine {
  readonly asOf: PlainDate
  /** The author's municipality on that day. */
  readonly author: Succession
  /** What the rule of its level says about the practice on that day. */
  readonly verdict: Verdict
}

/** Collects a certificate. @throws RECORD_UNKNOWN where none of this id was issued by the day */
export function collectCertificate(
  snapshot: Snapshot,
  { certificate: id, asOf }: { readonly certificate: string; readonly asOf: PlainDate },
): CollectedCertificate {
  const certificate = snapshot.records.certificate.find((each) => each.id === id && each.issuedOn <= asOf)
  if (certificate === undefined) {
    throw new TirazhError('RECORD_UNKNOWN', `No certificate '${id}' issued by ${asOf} is in the register.`, {
      kind: 'certificate',
      id,
    })
  }
  const line = standingOn(snapshot, certificate, asOf)
  return {
    ...line,
    asOf,
    author: snapshot.territory.successionOf(line.practice.author, asOf),
    verdict: snapshot.assess(certificate.level, certificate.practice, { asOf }),
  }
}
