import { adoptionStatuses, certificateLevels, defenceDecisions } from '@tirazh/core'
import { exact, explainSuccession, explainWitness } from '@tirazh/rules'
import type { Block, Cell, Formats } from '@tirazh/spec'
import { dateOr, numberOr } from '../values.js'
import type { AdoptionLine } from './collect.js'
import type { PassportContext } from './context.js'
import type { PassportTexts } from './texts.js'

export function adoptions({ data, snapshot, f, t }: PassportContext): Block[] {
  if (data.adoptions.length === 0) return []
  const rows = data.adoptions.map((line): Cell[] => {
    const { adoption, succession } = line
    return [
      adoption.id,
      `${snapshot.territory.nameOf(adoption.municipality)} (${adoption.municipality})`,
      adoptionStatuses[adoption.status][f.locale],
      dateOr(adoption.implementedOn, t.notRecorded),
      adoption.confirmedOn && adoption.confirmedOn <= data.asOf
        ? { as: 'date', value: adoption.confirmedOn }
        : null,
      adoption.basis ?? null,
      adoption.fidelity === undefined ? null : { as: 'share', value: adoption.fidelity },
      standing(line, t, f, succession.steps.length > 0 ? explainSuccession(succession, f.locale) : undefined),
    ]
  })
  return [
    { type: 'heading', level: 2, text: t.adoptionsTitle },
    {
      type: 'table',
      caption: t.adoptionsCaption(f.date(data.asOf)),
      columns: [
        { title: t.code, rowHeader: true },
        { title: t.municipality },
        { title: t.status },
        { title: t.implemented, align: 'end' },
        { title: t.confirmed, align: 'end' },
        { title: t.basis },
        { title: t.fidelity, align: 'end' },
        { title: t.counted },
      ],
      rows,
    },
  ]
}

function standing(line: AdoptionLine, t: PassportTexts, f: Formats, merged: string | undefined): string {
  const parts = [t.standing[line.standing]]
  if (line.witness?.sameAs) parts.push(t.sameAs(line.witness.sameAs.id))
  if (merged) parts.push(merged)
  const why = line.witness ? explainWitness(line.witness, f.locale) : ''
  return [...parts, ...(why === '' ? [] : [why])].join('; ')
}

export function checks({ data, snapshot, f, t }: PassportContext): Block[] {
  if (data.checks.length === 0) return []
  const rows = data.checks.map((check): Cell[] => [
    check.id,
    { as: 'date', value: check.heldOn },
    check.assessors
      ? f.list(check.assessors.map((code) => snapshot.territory.nameOf(code)))
      : { as: 'unknown', text: t.notRecorded },
    check.blocks.map((score) => (score === null ? '?' : f.number(score))).join(' · '),
    numberOr(totalOf(check.blocks), t.notComputed),
    check.signedByBoth === undefined
      ? { as: 'unknown', text: t.notRecorded }
      : check.signedByBoth
        ? t.yes
        : t.no,
    numberOr(check.openFindings, t.notRecorded),
  ])
  return [
    { type: 'heading', level: 2, text: t.checksTitle },
    {
      type: 'table',
      caption: t.ofPractice(t.checksTitle, data.practice.id),
      columns: [
        { title: t.code, rowHeader: true },
        { title: t.date, align: 'end' },
        { title: t.assessors },
        { title: t.blocks },
        { title: t.total, align: 'end' },
        { title: t.signed },
        { title: t.findings, align: 'end' },
      ],
      rows,
    },
  ]
}

/** The exact sum of the scores, if all of them are recorded. */
function totalOf(blocks: readonly (number | null)[]): number | undefined {
  if (blocks.includes(null)) return undefined
  const scores = blocks.map((score) => exact.exact(score ?? 0))
  return exact.approximate(scores.reduce(exact.add, exact.exact(0)))
}

export function defences({ data, f, t }: PassportContext): Block[] {
  if (data.defences.length === 0) return []
  return [
    { type: 'heading', level: 2, text: t.defencesTitle },
    {
      type: 'table',
      caption: t.ofPractice(t.defencesTitle, data.practice.id),
      columns: [
        { title: t.code, rowHeader: true },
        { title: t.level },
        { title: t.date, align: 'end' },
        { title: t.decision },
      ],
      rows: data.defences.map((defence): Cell[] => [
        defence.id,
        certificateLevels[defence.level][f.locale],
        { as: 'date', value: defence.heldOn },
        defenceDecisions[defence.decision][f.locale],
      ]),
    },
  ]
}

export function certificates({ data, f, t }: PassportContext): Block[] {
  if (data.certificates.length === 0) return []
  return [
    { type: 'heading', level: 2, text: t.certificatesTitle },
    {
      type: 'table',
      caption: t.ofPractice(t.certificatesTitle, data.practice.id),
      columns: [
        { title: t.code, rowHeader: true },
        { title: t.level },
        { title: t.issued, align: 'end' },
        { title: t.issuer },
        { title: t.grounds },
        { title: t.valid },
      ],
      rows: data.certificates.map(({ certificate, valid }): Cell[] => [
        certificate.id,
        certificateLevels[certificate.level][f.locale],
        { as: 'date', value: certificate.issuedOn },
        certificate.issuer ?? null,
        [certificate.check, certificate.defence].filter((each) => each !== undefined).join(', ') || null,
        valid || certificate.revokedOn === undefined ? t.yes : t.revoked(f.date(certificate.revokedOn)),
      ]),
    },
  ]
}
