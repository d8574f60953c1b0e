import {
  type Certificate,
  type CertificateLevel,
  certificateLevels,
  idsOf,
  type PracticeFacts,
  type Snapshot,
} from '@tirazh/core'
import type { PlainDate, Truth } from '@tirazh/spec'
import { type CertificateLine, standingOn } from './standing.js'

/** Every certificate issued by a day, and what may or should be decided about certificates, before any wording. */
export interface CertificationRegister {
  readonly asOf: PlainDate
  /** In the order in which they were issued. */
  readonly lines: readonly CertificateLine[]
  readonly byLevel: Readonly<Record<CertificateLevel, LevelLists>>
  /** By the year of issue, oldest first, without gaps. */
  readonly byYear: readonly YearLine[]
}

/** One level of certificates: certificates by state, and published practices without a valid one. */
export interface LevelLists {
  readonly valid: readonly CertificateLine[]
  readonly doubtful: readonly CertificateLine[]
  readonly revoked: readonly CertificateLine[]
  /** The rule of the level is met, and there is no valid certificate of it. */
  readonly eligible: readonly PracticeFacts[]
  /** The rule cannot be decided, and there is no valid certificate. */
  readonly undecided: readonly PracticeFacts[]
}

export interface YearLine {
  readonly year: number
  readonly issued: Readonly<Record<CertificateLevel, readonly Certificate[]>>
  /** Those of them that have been revoked by the day. */
  readonly revoked: readonly Certificate[]
}

/** Computes the register of certificates for a day. */
export function collectCertification(
  snapshot: Snapshot,
  { asOf }: { readonly asOf: PlainDate },
): CertificationRegister {
  const lines = snapshot.records.certificate
    .filter(({ issuedOn }) => issuedOn <= asOf)
    .map((certificate) => standingOn(snapshot, certificate, asOf))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  return {
    asOf,
    lines,
    byLevel: perLevel((level) => listsOf(snapshot, lines, level, asOf)),
    byYear: yearsOf(lines),
  }
}

/** A record with a value for each level. */
function perLevel<Value>(of: (level: CertificateLevel) => Value): Record<CertificateLevel, Value> {
  return Object.fromEntries(idsOf(certificateLevels).map((level) => [level, of(level)])) as Record<
    CertificateLevel,
    Value
  >
}

function orderOf({ certificate: { issuedOn, id } }: CertificateLine): string {
  return `${issuedOn} ${id}`
}

function listsOf(
  snapshot: Snapshot,
  lines: readonly CertificateLine[],
  level: CertificateLevel,
  asOf: PlainDate,
): LevelLists {
  const ofLevel = lines.filter(({ certificate }) => certificate.level === level)
  const inState = (state: CertificateLine['state']): CertificateLine[] =>
    ofLevel.filter((line) => line.state === state)
  const certified = new Set(
    ofLevel.filter(({ state }) => state !== 'revoked').map(({ practice }) => practice.id),
  )
  const open = snapshot
    .publishedOn(asOf)
    .filter(({ id }) => !certified.has(id))
    .map((practice) => ({ practice, decision: snapshot.decide(level, practice.id, { asOf }) }))
  const practices = (status: Truth): PracticeFacts[] =>
    open
      .filter(({ decision }) => decision.standing === 'applies' && decision.status === status)
      .map(({ practice }) => practice)
  return {
    valid: inState('valid'),
    doubtful: inState('doubtful'),
    revoked: inState('revoked'),
    eligible: practices('met'),
    undecided: practices('unknown'),
  }
}

function yearsOf(lines: readonly CertificateLine[]): YearLine[] {
  const yearOf = ({ certificate }: CertificateLine): number => Number(certificate.issuedOn.slice(0, 4))
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return []
  const years = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, index) => yearOf(first) + index)
  return years.map((year) => {
    const issued = lines.filter((line) => yearOf(line) === year)
    return {
      year,
      issued: perLevel((level) =>
        issued.map(({ certificate }) => certificate).filter((certificate) => certificate.level === level),
      ),
      revoked: issued.filter(({ state }) => state === 'revoked').map(({ certificate }) => certificate),
    }
  })
}
