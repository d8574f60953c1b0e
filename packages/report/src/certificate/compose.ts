import { certificateLevels, type Snapshot } from '@tirazh/core'
import { explain, explainSuccession } from '@tirazh/rules'
import {
  type Block,
  type Facts,
  type Formats,
  formats,
  type Image,
  type PlainDate,
  type Report,
  type Signature,
  safeAddress,
  type Value,
} from '@tirazh/spec'
import { standingTexts } from '../certification/texts.js'
import { documentOf } from '../document.js'
import type { BuildOptions } from '../provenance.js'
import { practiceRef } from '../references.js'
import { verdictCell } from '../verdict-cell.js'
import { type CollectedCertificate, collectCertificate } from './collect.js'
import { type CertificateTexts, certificateTexts } from './texts.js'

export interface CertificateOptions extends BuildOptions {
  /** The id of the certificate. */
  readonly certificate: string
  /**
   * The address where anyone may verify this certificate, with `http` or `https`. It becomes the QR code;
   * without it the code holds the number, the practice and the date of issue.
   */
  readonly verifyAt?: string
  /** Who signs, in this order. */
  readonly signatures?: readonly Signatory[]
}

export interface Signatory {
  /** «Ректор КУПНО». */
  readonly position: string
  /** Initials and family name; absent where it is filled in by hand. */
  readonly name?: string
  readonly on?: PlainDate
}

/** Everything a part of the certificate is written from. */
interface CertificateContext {
  readonly data: CollectedCertificate
  readonly snapshot: Snapshot
  readonly f: Formats
  readonly t: CertificateTexts
}

/**
 * The certificate of a practice, on one page. A revoked one, and one whose basis is not shown to hold, says so.
 * @throws RECORD_UNKNOWN where none of this id was issued by the day; TypeError for an address that is
 * neither http nor https
 */
export function practiceCertificate(snapshot: Snapshot, options: CertificateOptions): Report {
  return composeCertificate(collectCertificate(snapshot, options), snapshot, options)
}

/** Puts a collected certificate into a report. @throws TypeError for an address that is neither http nor https */
export function composeCertificate(
  data: CollectedCertificate,
  snapshot: Snapshot,
  options: Omit<CertificateOptions, 'certificate'>,
): Report {
  const { locale, signatures = [], verifyAt } = options
  const { certificate, state } = data
  const f = formats(locale)
  const t = certificateTexts[locale]
  const context: CertificateContext = { data, snapshot, f, t }
  const signed: Signature[] = signatures.map((each) => ({ type: 'signature', ...each }))
  return documentOf(snapshot, options, {
    id: `certificate/${certificate.id}`,
    title: state === 'revoked' ? t.titleRevoked[certificate.level] : t.title[certificate.level],
    subtitle: t.subtitle(certificate.id, f.date(certificate.issuedOn, 'long')),
    layout: 'certificate',
    blocks: [
      ...warning(context),
      ...statement(context),
      facts(context),
      // Nobody signs what is no longer in force.
      ...(state === 'revoked' ? [] : signed),
      code(verifyAt, context),
    ],
  })
}

/** What stands above everything else where the certificate may not be relied on. */
function warning({ data, f, t }: CertificateContext): Block[] {
  const { asOf, certificate, state, verdict } = data
  if (state === 'valid') return []
  const text =
    state === 'revoked' && certificate.revokedOn !== undefined
      ? t.revoked(f.date(certificate.revokedOn, 'long'))
      : t.doubtful(f.date(asOf, 'long'), explain(verdict, f.locale).summary)
  const title = state === 'revoked' ? t.revokedTitle : t.doubtfulTitle
  return [{ type: 'callout', tone: 'attention', title, blocks: [{ type: 'paragraph', content: [text] }] }]
}

/** That the practice meets the rule; where that is not shown to be so, only whom it was issued to. */
function statement({ data, snapshot, f, t }: CertificateContext): Block[] {
  const { asOf, author, certificate, practice, state } = data
  const municipality = snapshot.territory.nameOf(author.from)
  const rule = snapshot.region.policies[certificate.level].title[f.locale]
  const holds = state === 'valid'
  return [
    { type: 'paragraph', content: [holds ? t.confirms : t.wasIssued] },
    { type: 'lead', content: [{ ...practiceRef(practice), text: practice.title }] },
    {
      type: 'paragraph',
      content: [
        holds
          ? t.meets(practice.id, municipality, rule, f.date(asOf, 'long'))
          : t.issuedTo(practice.id, municipality),
      ],
    },
  ]
}

function facts({ data, snapshot, f, t }: CertificateContext): Facts {
  const { asOf, author, certificate, check, defence, flaws, practice, state } = data
  const words = standingTexts[f.locale]
  const on = (record: { readonly id: string; readonly heldOn: PlainDate } | undefined): Value =>
    record === undefined
      ? { as: 'unknown', text: words.notRecorded }
      : t.onDate(record.id, f.date(record.heldOn, 'long'))
  const misfits = flaws.filter((flaw) => flaw !== 'no-check' && flaw !== 'no-defence')
  return {
    type: 'facts',
    items: [
      ...(author.steps.length === 0
        ? []
        : [{ label: t.successor, value: explainSuccession(author, f.locale) }]),
      { label: t.check, value: on(check) },
      { label: t.defence, value: on(defence) },
      { label: t.issuer, value: certificate.issuer ?? { as: 'unknown', text: words.notRecorded } },
      ...(state === 'valid'
        ? [
            {
              label: t.rule,
              value: verdictCell(snapshot, { policy: certificate.level, practice: practice.id, asOf }, f),
            },
          ]
        : []),
      ...(state === 'revoked' ? [] : [{ label: t.standing, value: t.inForce(f.date(asOf, 'long')) }]),
      ...(misfits.length === 0
        ? []
        : [{ label: t.remark, value: f.list(misfits.map((flaw) => words.flaws[flaw])) }]),
    ],
  }
}

/** The address as a QR code, or without one what identifies the certificate. */
function code(verifyAt: string | undefined, { data, f, t }: CertificateContext): Image {
  const { certificate, practice } = data
  const level = certificateLevels[certificate.level][f.locale]
  const plain = t.plain(certificate.id, level, practice.id, f.date(certificate.issuedOn))
  const address = verifyAt === undefined ? undefined : webAddress(verifyAt)
  return {
    type: 'image',
    source: { as: 'qr', text: address ?? plain },
    alt: t.qrAlt(certificate.id),
    caption: address === undefined ? t.plainCaption : t.verify(address),
  }
}

/** @throws TypeError for anything but an address with http or https */
function webAddress(text: string): string {
  const address = safeAddress(text)
  if (address === undefined || !/^https?:\/\/[^/?#]/i.test(address)) {
    throw new TypeError(
      `\`verifyAt\` must be an address with http or https, such as https://example.org/certificates/1, not '${text}'.`,
    )
  }
  return address
}
