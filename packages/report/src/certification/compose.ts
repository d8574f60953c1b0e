import { recordNouns, type Snapshot } from '@tirazh/core'
import {
  type Block,
  type Formats,
  formats,
  type Inline,
  type ListItem,
  type Metric,
  type Noun,
  type Report,
} from '@tirazh/spec'
import { documentOf } from '../document.js'
import type { BuildOptions } from '../provenance.js'
import { figure } from './cells.js'
import { type CertificationRegister, collectCertification } from './collect.js'
import { doubtful, eligible, register, years } from './tables.js'
import { type Around, type CertificationTexts, certificationTexts } from './texts.js'

/** Everything a section of the register of certificates is written from. */
export interface CertificationContext {
  readonly data: CertificationRegister
  readonly snapshot: Snapshot
  readonly f: Formats
  readonly t: CertificationTexts
}

/** The register of certificates: what is in force and on what basis, what may be certified, what to decide. */
export function certificationRegister(snapshot: Snapshot, options: BuildOptions): Report {
  return composeCertification(collectCertification(snapshot, options), snapshot, options)
}

/** Puts a collected register of certificates into a report. */
export function composeCertification(
  data: CertificationRegister,
  snapshot: Snapshot,
  options: BuildOptions,
): Report {
  const { asOf, locale } = options
  const { region } = snapshot
  const f = formats(locale)
  const t = certificationTexts[locale]
  const context: CertificationContext = { data, snapshot, f, t }
  return documentOf(snapshot, options, {
    id: 'certification',
    title: t.title,
    subtitle: t.subtitle(f.text(region.nameInTitles), f.date(asOf, 'long')),
    layout: 'wide',
    blocks: [
      { type: 'lead', content: finding(context) },
      { type: 'heading', level: 2, text: t.figuresTitle },
      { type: 'metrics', items: figures(context) },
      decisions(context),
      ...years(context),
      ...eligible(context),
      ...doubtful(context),
      ...register(context),
    ],
  })
}

function finding({ data, f, t }: CertificationContext): Inline {
  const { regional, federal } = data.byLevel
  const valid = { regional: inForce(regional).length, federal: inForce(federal).length }
  const inForceAtAll = valid.regional + valid.federal
  const doubtful = regional.doubtful.length + federal.doubtful.length
  const may = new Set([...regional.eligible, ...federal.eligible].map(({ id }) => id)).size
  const number = (value: number): Inline[number] => ({ as: 'number', value })
  return [
    t.asOf(f.date(data.asOf, 'long')),
    number(inForceAtAll),
    t.byLevel(f.number(valid.regional), f.number(valid.federal)),
    ...(doubtful > 0 ? [t.ofWhichDoubtful, number(doubtful)] : inForceAtAll > 0 ? [t.noneDoubtful] : []),
    t.mayBe,
    number(may),
    '.',
  ]
}

function figures({ data, f, t }: CertificationContext): Metric[] {
  const on = f.date(data.asOf)
  const { regional, federal } = data.byLevel
  const ids = (lines: readonly { readonly certificate: { readonly id: string } }[]): string[] =>
    lines.map(({ certificate }) => certificate.id)
  const certificates = (
    label: string,
    records: readonly string[],
    rule: string,
    note: string | undefined,
  ): Metric => ({
    label,
    value: figure(records.length, { rule, kind: 'certificate', records }),
    ...(note === undefined ? {} : { note }),
  })
  const may = (level: 'regional' | 'federal'): Metric => {
    const { eligible, undecided } = data.byLevel[level]
    const note = t.undecidedNote(f.number(undecided.length))
    return {
      label: t.eligible[level],
      value: figure(eligible.length, {
        rule: t.eligibleRule(level, on),
        kind: 'practice',
        records: eligible,
      }),
      ...(undecided.length === 0 ? {} : { note }),
    }
  }
  return [
    certificates(t.valid, ids([...inForce(regional), ...inForce(federal)]), t.validRule(on), undefined),
    certificates(
      t.doubtful,
      ids([...regional.doubtful, ...federal.doubtful]),
      t.doubtfulRule(on),
      t.doubtfulNote,
    ),
    certificates(t.revoked, ids([...regional.revoked, ...federal.revoked]), t.revokedRule(on), t.revokedNote),
    may('regional'),
    may('federal'),
  ]
}

function inForce({
  valid,
  doubtful,
}: CertificationRegister['byLevel']['regional']): CertificationRegister['lines'] {
  return [...valid, ...doubtful]
}

function decisions({ data, f, t }: CertificationContext): Block {
  const on = f.date(data.asOf)
  const { regional, federal } = data.byLevel
  const lines = [...regional.doubtful, ...federal.doubtful]
  const unmet = lines.filter(
    ({ decision }) => decision?.standing === 'applies' && decision.status === 'unmet',
  )
  const unknown = lines.filter((line) => !unmet.includes(line))
  const flawed = [...inForce(regional), ...inForce(federal)].filter(({ flaws }) => flaws.length > 0)
  const certificate = (around: Around, found: typeof lines, rule: string): ListItem[] =>
    item(
      around,
      recordNouns.certificate,
      'certificate',
      found.map((line) => line.certificate),
      rule,
    )
  const practice = (
    around: Around,
    found: CertificationRegister['byLevel']['regional']['eligible'],
    rule: string,
  ): ListItem[] => item(around, recordNouns.practice, 'practice', found, rule)
  const item = (
    { before, after }: Around,
    noun: Noun,
    kind: 'certificate' | 'practice',
    records: readonly { readonly id: string }[],
    rule: string,
  ): ListItem[] =>
    records.length === 0
      ? []
      : [
          {
            content: [
              before,
              figure(records.length, { rule, kind, records, unit: f.plural(records.length, noun) }),
              after,
            ],
          },
        ]
  const items = [
    ...certificate(t.decideUnmet, unmet, t.unmetRule(on)),
    ...certificate(t.decideUnknown, unknown, t.unknownRule(on)),
    ...certificate(t.decideFlawed, flawed, t.flawedRule),
    ...(['regional', 'federal'] as const).flatMap((level) => [
      ...practice(t.decideEligible[level], data.byLevel[level].eligible, t.eligibleRule(level, on)),
      ...practice(t.decideUndecided[level], data.byLevel[level].undecided, t.undecidedRule(level, on)),
    ]),
  ]
  return {
    type: 'callout',
    tone: items.length === 0 ? 'note' : 'attention',
    title: t.decisionsTitle,
    blocks: [
      items.length === 0 ? { type: 'paragraph', content: [t.nothingToDecide] } : { type: 'list', items },
    ],
  }
}
