import { type CertificateLevel, certificateLevels, idsOf } from '@tirazh/core'
import { explain } from '@tirazh/rules'
import type { Block, Cell, PlainDate } from '@tirazh/spec'
import { certificateRef, municipalityRef, practiceRef } from '../references.js'
import { verdictCell } from '../verdict-cell.js'
import { figure } from './cells.js'
import type { CertificationContext } from './compose.js'
import type { BasisFlaw, CertificateLine } from './standing.js'
import { standingTexts } from './texts.js'

const levels: readonly CertificateLevel[] = idsOf(certificateLevels)

/** Certificates by year of issue: a chart and the same as a table with what has been revoked since. */
export function years({ data, f, t }: CertificationContext): Block[] {
  if (data.byYear.length === 0) return []
  const rule = t.issuedRule(f.date(data.asOf))
  const revokedRule = t.revokedRule(f.date(data.asOf))
  const count = (records: readonly { readonly id: string }[], how: string): Cell =>
    figure(records.length, { rule: how, kind: 'certificate', records })
  return [
    { type: 'heading', level: 2, text: t.yearsTitle },
    {
      type: 'chart',
      chart: 'stacked',
      title: t.yearsChart,
      note: t.yearsChartNote,
      labelTitle: t.year,
      parts: levels.map((level) => t.issuedOf[level]),
      items: data.byYear.map(({ year, issued }) => ({
        label: String(year),
        values: levels.map((level) => issued[level].length),
      })),
    },
    {
      type: 'table',
      caption: t.yearsCaption,
      columns: [
        { title: t.year, as: 'text', rowHeader: true },
        ...levels.map((level) => ({ title: t.issuedOf[level], as: 'number' as const })),
        { title: t.revokedSince, as: 'number' },
      ],
      rows: data.byYear.map(({ year, issued, revoked }): Cell[] => [
        String(year),
        ...levels.map((level) => count(issued[level], rule)),
        count(revoked, revokedRule),
      ]),
      total: [
        t.total,
        ...levels.map((level) =>
          count(
            data.byYear.flatMap(({ issued }) => issued[level]),
            rule,
          ),
        ),
        count(
          data.byYear.flatMap(({ revoked }) => revoked),
          revokedRule,
        ),
      ],
    },
  ]
}

/** The valid certificates whose basis is not shown to hold, with the reason. */
export function doubtful({ data, snapshot, f, t }: CertificationContext): Block[] {
  const { asOf } = data
  const lines = data.lines.filter(({ state }) => state === 'doubtful')
  if (lines.length === 0) return []
  return [
    { type: 'heading', level: 2, text: t.doubtfulTitle },
    {
      type: 'table',
      caption: t.doubtfulCaption(f.date(asOf)),
      columns: [
        { title: t.certificate, as: 'reference', rowHeader: true },
        { title: t.level, as: 'text' },
        { title: t.practice, as: 'reference' },
        { title: t.rule, as: 'status' },
        { title: t.why, as: 'text' },
      ],
      rows: lines.map(({ certificate: { id, level }, practice }): Cell[] => [
        certificateRef(id),
        certificateLevels[level][f.locale],
        practiceRef(practice),
        verdictCell(snapshot, { policy: level, practice: practice.id, asOf }, f),
        explain(snapshot.assess(level, practice.id, { asOf }), f.locale).summary,
      ]),
    },
  ]
}

/** The practices that may be certified by the rules, and are not. */
export function eligible({ data, snapshot, f, t }: CertificationContext): Block[] {
  const { asOf } = data
  const open = levels.flatMap((level) =>
    data.byLevel[level].eligible.map((practice) => ({ level, practice })),
  )
  const title: Block = { type: 'heading', level: 2, text: t.eligibleTitle }
  if (open.length === 0) return [title, { type: 'paragraph', content: [t.noneEligible] }]
  const before = (level: CertificateLevel, practice: string): string | null => {
    const line = data.byLevel[level].revoked.findLast((each) => each.practice.id === practice)
    const revokedOn = line?.certificate.revokedOn
    return line === undefined || revokedOn === undefined
      ? null
      : t.revokedBefore(line.certificate.id, f.date(revokedOn))
  }
  return [
    title,
    { type: 'paragraph', content: [t.eligibleText] },
    {
      type: 'table',
      caption: t.eligibleCaption(f.date(asOf)),
      columns: [
        { title: t.practice, as: 'reference', rowHeader: true },
        { title: t.municipality, as: 'reference' },
        { title: t.level, as: 'text' },
        { title: t.rule, as: 'status' },
        { title: t.before, as: 'text' },
      ],
      rows: open.map(({ level, practice }): Cell[] => [
        practiceRef(practice),
        municipalityRef(snapshot, practice.author),
        certificateLevels[level][f.locale],
        verdictCell(snapshot, { policy: level, practice: practice.id, asOf }, f),
        before(level, practice.id),
      ]),
    },
  ]
}

/** Every certificate issued by the day, one table for each level. */
export function register(context: CertificationContext): Block[] {
  const { data, t } = context
  if (data.lines.length === 0) return []
  return [
    { type: 'heading', level: 2, text: t.registerTitle },
    ...levels.flatMap((level) => registerOf(level, context)),
  ]
}

function registerOf(level: CertificateLevel, { data, snapshot, f, t }: CertificationContext): Block[] {
  const { asOf } = data
  const lines = data.lines.filter(({ certificate }) => certificate.level === level)
  if (lines.length === 0) return []
  return [
    {
      type: 'table',
      caption: t.registerCaption(level, f.date(asOf)),
      columns: [
        { title: t.certificate, as: 'reference', rowHeader: true },
        { title: t.practice, as: 'reference' },
        { title: t.municipality, as: 'reference' },
        { title: t.issued, as: 'date' },
        { title: t.issuer, as: 'text' },
        { title: t.check, as: 'text' },
        { title: t.defence, as: 'text' },
        { title: t.state, as: 'text' },
        { title: t.rule, as: 'status' },
      ],
      rows: lines.map((line): Cell[] => {
        const { certificate, practice, state, check, defence } = line
        return [
          certificateRef(certificate.id),
          practiceRef(practice),
          municipalityRef(snapshot, practice.author),
          { as: 'date', value: certificate.issuedOn },
          certificate.issuer ?? { as: 'unknown', text: standingTexts[f.locale].notRecorded },
          basisCell(check, line, ['no-check', 'check-after-issue'], { f, t }),
          basisCell(defence, line, defenceFlaws, { f, t }),
          state === 'revoked' && certificate.revokedOn !== undefined
            ? t.revokedOn(f.date(certificate.revokedOn))
            : t.states[state],
          state === 'revoked'
            ? null
            : verdictCell(snapshot, { policy: level, practice: practice.id, asOf }, f),
        ]
      }),
      note: t.registerNote,
    },
  ]
}

const defenceFlaws: readonly BasisFlaw[] = [
  'no-defence',
  'defence-after-issue',
  'defence-failed',
  'defence-of-other-level',
]

/** «ПП-0001 от 10.03.2023» with what is wrong with it, or that it is not recorded. */
function basisCell(
  record: { readonly id: string; readonly heldOn: PlainDate } | undefined,
  { flaws }: CertificateLine,
  among: readonly BasisFlaw[],
  { f, t }: Pick<CertificationContext, 'f' | 't'>,
): Cell {
  const words = standingTexts[f.locale]
  if (record === undefined) return { as: 'unknown', text: words.notRecorded }
  const wrong = flaws.filter((flaw) => among.includes(flaw)).map((flaw) => words.flaws[flaw])
  return [t.heldOn(record.id, f.date(record.heldOn)), ...wrong].join('; ')
}
