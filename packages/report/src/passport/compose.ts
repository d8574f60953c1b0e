import { type ImprovementFactor, isFinished, leanTools, metrics, type Snapshot, units } from '@tirazh/core'
import {
  type Explanation,
  explain,
  explainSuccession,
  explainTurning,
  type Step,
  turningPoints,
} from '@tirazh/rules'
import {
  type Basis,
  type Block,
  type Cell,
  type Formats,
  formats,
  type ListItem,
  type NumberValue,
  type Report,
  type Value,
  type Verdict,
} from '@tirazh/spec'
import { documentOf } from '../document.js'
import { nouns, recordGroup } from '../nouns.js'
import type { BuildOptions } from '../provenance.js'
import { municipalitiesOf } from '../summary/collect.js'
import { dateOr, numberOr } from '../values.js'
import { collectPassport, type PracticePassport } from './collect.js'
import type { PassportContext } from './context.js'
import { adoptions, certificates, checks, defences } from './tables.js'
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
  const context: PassportContext = { data, snapshot, f, t }
  return documentOf(snapshot, options, {
    id: `passport/${data.practice.id}`,
    title: data.practice.title,
    subtitle: t.subtitle(data.practice.id, f.date(asOf, 'long')),
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
  })
}

/** Measured values are those of the project; each leads to it. */
function measured({ data, t }: PassportContext): Basis {
  return { rule: t.measuredRule, records: [recordGroup('project', data.project ? [data.project.id] : [])] }
}

function lead(context: PassportContext): Block {
  const { data, f, t } = context
  const replication = data.verdicts.find((verdict) => verdict.policy === 'replication')
  const { low, high } = replication ? municipalitiesOf(replication) : { low: 0, high: 0 }
  const inUse: NumberValue = {
    as: 'number',
    value: low,
    unit: f.plural(low, nouns.inMunicipality),
    basis: {
      rule: t.countingRule(f.date(data.asOf)),
      records: [
        recordGroup(
          'adoption',
          data.adoptions.filter((line) => line.standing === 'counted').map((line) => line.adoption.id),
        ),
      ],
    },
  }
  const best = data.effects
    .filter(({ effect }) => effect.outcome === 'improved')
    .map(({ indicator, effect }) => [
      ` ${metrics[indicator.metric][f.locale]}: `,
      numberOr(indicator.base, t.notRecorded, measured(context)),
      ' → ',
      numberOr(indicator.result, t.notRecorded, measured(context)),
      ` (${[
        ...(effect.change === undefined ? [] : [f.share(effect.change, { signed: true })]),
        ...(effect.factor ? [factorText(effect.factor, t, f, 'short')] : []),
      ].join(', ')}).`,
    ])
  return { type: 'lead', content: [high === low ? t.inUse : t.inUseAtLeast, inUse, '.', ...best.flat()] }
}

function facts({ data, snapshot, f, t }: PassportContext): Block {
  const { practice, project, author } = data
  const { territory } = snapshot
  const closedOn = project && isFinished(project, data.asOf) ? project.closedOn : undefined
  const unknown: Value = { as: 'unknown', text: t.notRecorded }
  const authorName = `${territory.nameOf(author.from)} (${author.from})`
  const authorText = author.steps.length === 0 ? authorName : explainSuccession(author, f.locale)
  return {
    type: 'facts',
    items: [
      { label: t.code, value: practice.id },
      { label: t.author, value: authorText },
      { label: t.published, value: dateOr(practice.publishedOn, t.notRecorded) },
      { label: t.sphere, value: practice.sphere ?? unknown },
      { label: t.project, value: project ? `${project.id} · ${project.title}` : unknown },
      { label: t.organisation, value: project?.organisation ?? unknown },
      { label: t.closed, value: dateOr(closedOn, t.notRecorded) },
      {
        label: t.tools,
        value: project?.tools ? f.list(project.tools.map((tool) => leanTools[tool][f.locale])) : unknown,
      },
    ],
  }
}

function effects(context: PassportContext): Block[] {
  const { data, f, t } = context
  if (data.effects.length === 0) return []
  const basis = measured(context)
  const rows = data.effects.map(({ indicator, effect }): Cell[] => {
    const unit = units[indicator.unit][f.locale]
    return [
      metrics[indicator.metric][f.locale],
      unit,
      numberOr(indicator.base, t.notRecorded, basis),
      numberOr(indicator.target, t.notRecorded, basis),
      numberOr(indicator.result, t.notRecorded, basis),
      dateOr(indicator.resultOn, t.notRecorded),
      effect.change === undefined
        ? { as: 'unknown', text: t.notComputed }
        : {
            as: 'share',
            value: effect.change,
            signed: true,
            basis: { ...basis, rule: t.changeRule },
          },
      effect.factor ? factorText(effect.factor, t, f, 'full') : null,
    ]
  })
  return [
    { type: 'heading', level: 2, text: t.effectsTitle },
    {
      type: 'table',
      caption: t.effectsCaption(data.project?.id ?? ''),
      columns: [
        { title: t.indicator, as: 'text', rowHeader: true },
        { title: t.unit, as: 'text' },
        { title: t.base, as: 'number', align: 'end' },
        { title: t.target, as: 'number', align: 'end' },
        { title: t.result, as: 'number', align: 'end' },
        { title: t.resultOn, as: 'date', align: 'end' },
        { title: t.change, as: 'share', align: 'end' },
        { title: t.factor, as: 'text' },
      ],
      rows,
      note: t.effectsNote,
    },
  ]
}

function explained(verdict: Verdict, { f, t }: PassportContext): Block[] {
  const explanation: Explanation = explain(verdict, f.locale)
  return [
    { type: 'heading', level: 2, text: verdict.title[f.locale] },
    {
      type: 'list',
      items: [
        {
          ...(verdict.standing === 'applies' ? { status: explanation.status } : {}),
          content: [
            verdict.standing === 'applies'
              ? `${capitalize(f.truth(explanation.status))}: ${explanation.summary}`
              : capitalize(explanation.summary),
          ],
          items: explanation.steps.map(listItem),
        },
      ],
    },
    ...toMeet(verdict, f),
    ...(verdict.version === null ? [] : [versionNote(verdict, t, f)]),
  ]
}

/** The least that would have to change for the policy to be met. */
function toMeet(verdict: Verdict, f: Formats): Block[] {
  if (verdict.standing !== 'applies' || verdict.status === 'met') return []
  const sets = turningPoints(verdict)
  return sets.length === 0
    ? []
    : [{ type: 'paragraph', content: [`${capitalize(explainTurning(sets, f.locale))}.`] }]
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

/** «более чем в 20 раз (в 21 раз)», in short «более чем в 20 раз»; «в 7,5 раза». */
function factorText(factor: ImprovementFactor, t: PassportTexts, f: Formats, form: 'short' | 'full'): string {
  if (factor.kind !== 'times') return t.noFactor[factor.kind]
  const { times, moreThan } = factor
  const exactly = t.times(f.count(round(times), nouns.times))
  if (moreThan === null) return exactly
  const aloud = t.moreThanTimes(f.count(moreThan, nouns.times))
  return form === 'short' ? aloud : `${aloud} (${exactly})`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
