import { adoptionStatuses, certificateLevels, defenceDecisions } from '@tirazh/core'
import { exact, explainSuccession, explainWitness } from '@tirazh/rules'
import type { Basis, Block, Cell, Formats } from '@tirazh/spec'
import { recordGroup } from '../nouns.js'
import { certificateRef } from '../references.js'
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
      adoption.fidelity === undefined
        ? null
        : {
            as: 'share',
            value: adoption.fidelity,
            basis: { rule: t.fidelityRule, records: [recordGroup('adoption', [adoption.id])] },
          },
      standing(line, t, f, succession.steps.length > 0 ? explainSuccession(succession, f.locale) : undefined),
    ]
  })
  return [
    { type: 'heading', level: 2, text: t.adoptionsTitle },
    {
      type: 'table',
      caption: t.adoptionsCaption(f.date(data.asOf)),
      columns: [
        { title: t.code, as: 'text', rowHeader: true },
        { title: t.municipality, as: 'text' },
        { title: t.status, as: 'text' },
        { title: t.implemented, as: 'date', align: 'end' },
        { title: t.confirmed, as: 'date', align: 'end' },
        { title: t.basis, as: 'text' },
        { title: t.fidelity, as: 'share', align: 'end' },
        { title: t.counted, as: 'text' },
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
    numberOr(totalOf(check.blocks), t.notComputed, ofCheck(check.id, t.totalRule)),
    check.signedByBoth === undefined
      ? { as: 'unknown', text: t.notRecorded }
      : check.signedByBoth
        ? t.yes
        : t.no,
    numberOr(check.openFindings, t.notRecorded, ofCheck(check.id, t.findingsRule)),
  ])
  return [
    { type: 'heading', level: 2, text: t.checksTitle },
    {
      type: 'table',
      caption: t.ofPractice(t.checksTitle, data.practice.id),
      columns: [
        { title: t.code, as: 'text', rowHeader: true },
        { title: t.date, as: 'date', align: 'end' },
        { title: t.assessors, as: 'text' },
        { title: t.blocks, as: 'text' },
        { title: t.total, as: 'number', align: 'end' },
        { title: t.signed, as: 'text' },
        { title: t.findings, as: 'number', align: 'end' },
      ],
      rows,
    },
  ]
}

function ofCheck(id: string, rule: string): Basis {
  return { rule, records: [recordGroup('check', [id])] }
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
        { title: t.code, as: 'text', rowHeader: true },
        { title: t.level, as: 'text' },
        { title: t.date, as: 'date', align: 'end' },
        { title: t.decision, as: 'text' },
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
        { title: t.code, as: 'reference', rowHeader: true },
        { title: t.level, as: 'text' },
        { title: t.issued, as: 'date', align: 'end' },
        { title: t.issuer, as: 'text' },
        { title: t.grounds, as: 'text' },
        { title: t.valid, as: 'text' },
      ],
      rows: data.certificates.map(({ certificate, valid }): Cell[] => [
        certificateRef(certificate.id),
        certificateLevels[certificate.level][f.locale],
        { as: 'date', value: certificate.issuedOn },
        certificate.issuer ?? null,
        [certificate.check, certificate.defence].filter((each) => each !== undefined).join(', ') || null,
        valid || certificate.revokedOn === undefined ? t.yes : t.revoked(f.date(certificate.revokedOn)),
      ]),
    },
  ]
}
