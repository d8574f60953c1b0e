import {
  adoptionStatuses,
  certificateLevels,
  defenceDecisions,
  type ImprovementFactor,
  leanTools,
  metrics,
  type Snapshot,
  units,
} from '@tirazh/core'
import { type Explanation, explain, explainSuccession, explainWitness, type Step } from '@tirazh/rules'
import {
  type Block,
  type Cell,
  type Formats,
  formats,
  type Inline,
  type ListItem,
  type NumberValue,
  type PlainDate,
  type Report,
  type Value,
  type Verdict,
} from '@tirazh/spec'
import { nouns } from '../nouns.js'
import { type BuildOptions, provenanceOf } from '../provenance.js'
import { municipalitiesOf } from '../summary/collect.js'
import { type AdoptionLine, collectPassport, type PracticePassport } from './collect.js'
import { type PassportTexts, passportTexts } from './texts.js'

export interface PassportOptions extends BuildOptions {
  /** The id of the practice. */
  readonly practice: string
}

/** The passport of a practice: what it changed, where it is used, what it may be certified for and why. */
export function practicePassport(snapshot: Snapshot, options: PassportOptions): Report {
  return composePassport(collectPassport(snapshot, options), snapshot, options)
}

/** Puts a collected passport into a report. */
export function composePassport(data: PracticePassport, snapshot: Snapshot, options: BuildOptions): Report {
  const { asOf, locale } = options
  const f = formats(locale)
  const t = passportTexts[locale]
  const context: Context = { data, snapshot, f, t }
  return {
    schema: 'report/1',
    id: `passport/${data.practice.id}`,
    locale,
    title: data.practice.title,
    subtitle: t.subtitle(data.practice.id, f.date(asOf, 'long')),
    issuer: f.text(snapshot.region.office),
    issuedOn: options.issuedOn ?? asOf,
    ...(options.notice === undefined ? {} : { notice: options.notice }),
    provenance: provenanceOf(snapshot, options),
    blocks: [
      lead(context),
      facts(context),
      ...effects(context),
      ...data.verdicts.flatMap((verdict) => explained(verdict, context)),
      ...adoptions(context),
      ...checks(context),
      ...defences(context),
      ...certificates(context),
    ],
  }
}

interface Context {
  readonly data: PracticePassport
  readonly snapshot: Snapshot
  readonly f: Formats
  readonly t: PassportTexts
}

function lead({ data, f, t }: Context): Block {
  const replication = data.verdicts.find((verdict) => verdict.policy === 'replication')
  const { low, high } = replication ? municipalitiesOf(replication) : { low: 0, high: 0 }
  const inUse: NumberValue = {
    as: 'number',
    value: low,
    unit: f.plural(low, nouns.inMunicipality),
    ...(high === low ? {} : { bound: 'at-least' as const }),
    basis: {
      rule: t.countingRule(f.date(data.asOf)),
      records: [
        {
          kind: 'adoption',
          ids: data.adoptions.filter((line) => line.standing === 'counted').map((line) => line.adoption.id),
        },
      ],
    },
  }
  const best = data.effects
    .filter(({ effect }) => effect.outcome === 'improved')
    .map(({ indicator, effect }) => [
      ` ${metrics[indicator.metric][f.locale]}: `,
      measured(indicator.base, f),
      ' → ',
      measured(indicator.result, f),
      ...(effect.factor ? [' (', ...factorInline(effect.factor, t, f), ').'] : ['.']),
    ])
  return { type: 'lead', content: [t.inUse, inUse, '.', ...best.flat()] }
}

function facts({ data, snapshot, f, t }: Context): Block {
  const { practice, project, author } = data
  const { territory } = snapshot
  const unknown: Value = { as: 'unknown', text: t.notRecorded }
  const authorName = `${territory.nameOf(author.from)} (${author.from})`
  const authorText =
    author.steps.length === 0 ? authorName : `${authorName}; ${explainSuccession(author, f.locale)}`
  return {
    type: 'facts',
    items: [
      { label: t.code, value: practice.id },
      { label: t.author, value: authorText },
      { label: t.published, value: date(practice.publishedOn) ?? unknown },
      { label: t.sphere, value: practice.sphere ?? unknown },
      { label: t.project, value: project ? `${project.id} · ${project.title}` : unknown },
      { label: t.organisation, value: project?.organisation ?? unknown },
      { label: t.closed, value: date(project?.closedOn) ?? unknown },
      {
        label: t.tools,
        value: project?.tools ? f.list(project.tools.map((tool) => leanTools[tool][f.locale])) : unknown,
      },
    ],
  }
}

function effects({ data, f, t }: Context): Block[] {
  if (data.effects.length === 0) return []
  const rows = data.effects.map(({ indicator, effect }): Cell[] => {
    const unit = units[indicator.unit][f.locale]
    return [
      metrics[indicator.metric][f.locale],
      unit,
      measured(indicator.base, f),
      measured(indicator.target, f),
      measured(indicator.result, f),
      date(indicator.resultOn) ?? null,
      effect.change === undefined
        ? { as: 'unknown', text: t.notComputed }
        : { as: 'share', value: effect.change, signed: true },
      effect.factor ? factorText(effect.factor, t, f) : null,
    ]
  })
  return [
    { type: 'heading', level: 2, text: t.effectsTitle },
    {
      type: 'table',
      caption: t.effectsCaption(data.project?.id ?? ''),
      columns: [
        { title: t.indicator, rowHeader: true },
        { title: t.unit },
        { title: t.base, align: 'end' },
        { title: t.target, align: 'end' },
        { title: t.result, align: 'end' },
        { title: t.resultOn, align: 'end' },
        { title: t.change, align: 'end' },
        { title: t.factor },
      ],
      rows,
      note: t.effectsNote,
    },
  ]
}

function explained(verdict: Verdict, { f, t }: Context): Block[] {
  const explanation: Explanation = explain(verdict, f.locale)
  return [
    { type: 'heading', level: 2, text: verdict.title[f.locale] },
    {
      type: 'list',
      items: [
        {
          status: explanation.status,
          content: [`${capitalize(f.truth(explanation.status))}: ${explanation.summary}`],
          items: explanation.steps.map(listItem),
        },
      ],
    },
    ...(verdict.version === null ? [] : [versionNote(verdict, t, f)]),
  ]
}

function versionNote(verdict: Verdict, t: PassportTexts, f: Formats): Block {
  return { type: 'paragraph', content: [t.asOfAndLaw(f.date(verdict.asOf), f.date(verdict.lawAt))] }
}

function listItem(step: Step): ListItem {
  return {
    content: [step.text],
    ...(step.status === undefined ? {} : { status: step.status }),
    ...(step.steps === undefined ? {} : { items: step.steps.map(listItem) }),
  }
}

function adoptions({ data, snapshot, f, t }: Context): Block[] {
  if (data.adoptions.length === 0) return []
  const rows = data.adoptions.map((line): Cell[] => {
    const { adoption, succession } = line
    return [
      adoption.id,
      `${snapshot.territory.nameOf(adoption.municipality)} (${adoption.municipality})`,
      adoptionStatuses[adoption.status][f.locale],
      date(adoption.implementedOn) ?? { as: 'unknown', text: t.notRecorded },
      date(adoption.confirmedOn) ?? null,
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

function checks({ data, snapshot, f, t }: Context): Block[] {
  if (data.checks.length === 0) return []
  const rows = data.checks.map((check): Cell[] => [
    check.id,
    { as: 'date', value: check.heldOn },
    check.assessors
      ? f.list(check.assessors.map((code) => snapshot.territory.nameOf(code)))
      : { as: 'unknown', text: t.notRecorded },
    check.blocks.map((score) => (score === null ? '?' : f.number(score))).join(' · '),
    check.blocks.includes(null)
      ? { as: 'unknown', text: t.notComputed }
      : { as: 'number', value: check.blocks.reduce<number>((sum, score) => sum + (score ?? 0), 0) },
    check.signedByBoth === undefined
      ? { as: 'unknown', text: t.notRecorded }
      : check.signedByBoth
        ? t.yes
        : t.no,
    check.openFindings === undefined
      ? { as: 'unknown', text: t.notRecorded }
      : { as: 'number', value: check.openFindings },
  ])
  return [
    { type: 'heading', level: 2, text: t.checksTitle },
    {
      type: 'table',
      caption: t.checksTitle,
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

function defences({ data, f, t }: Context): Block[] {
  if (data.defences.length === 0) return []
  return [
    { type: 'heading', level: 2, text: t.defencesTitle },
    {
      type: 'table',
      caption: t.defencesTitle,
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

function certificates({ data, f, t }: Context): Block[] {
  if (data.certificates.length === 0) return []
  return [
    { type: 'heading', level: 2, text: t.certificatesTitle },
    {
      type: 'table',
      caption: t.certificatesTitle,
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
        valid
          ? t.yes
          : certificate.revokedOn === undefined
            ? t.notYet
            : t.revoked(f.date(certificate.revokedOn)),
      ]),
    },
  ]
}

/** «более чем в 20 раз (в 21 раз)», «в 7,5 раза». */
function factorText(factor: ImprovementFactor, t: PassportTexts, f: Formats): string {
  return factorInline(factor, t, f).map(f.value).join('')
}

function factorInline(factor: ImprovementFactor, t: PassportTexts, f: Formats): Inline {
  if (factor.kind !== 'times') return [t.noFactor[factor.kind]]
  const { times, moreThan } = factor
  const exactly = t.times(f.count(round(times), nouns.times))
  return [moreThan === null ? exactly : `${t.moreThanTimes(f.count(moreThan, nouns.times))} (${exactly})`]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function measured(value: number | undefined, f: Formats): Value {
  return value === undefined
    ? { as: 'unknown', text: passportTexts[f.locale].notRecorded }
    : { as: 'number', value }
}

function date(value: PlainDate | undefined): Value | undefined {
  return value === undefined ? undefined : { as: 'date', value }
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
