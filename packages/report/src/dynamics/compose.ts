import type { Snapshot } from '@tirazh/core'
import { type Block, formats, type Inline, type Metric, type Report, type TypedValue } from '@tirazh/spec'
import { groupOf } from '../certification/cells.js'
import { documentOf } from '../document.js'
import type { BuildOptions } from '../provenance.js'
import type { FigureChange } from './change.js'
import { collectDynamics, type Dynamics, type DynamicsDay, type Measure, measures } from './collect.js'
import { type DynamicsContext, measured } from './context.js'
import { charts, tables } from './sections.js'
import { dynamicsTexts } from './texts.js'
import { changeText, pointsText } from './wording.js'

export interface DynamicsOptions extends BuildOptions {
  /** How many years, with the one that ends on the day; 5 unless told. */
  readonly years?: number
}

/**
 * The programme year on year: the same figures on the same day of the last years, and how they changed.
 * @throws TypeError where `years` is not a whole number from 1 to 50
 */
export function dynamicsReport(snapshot: Snapshot, options: DynamicsOptions): Report {
  return composeDynamics(collectDynamics(snapshot, options), snapshot, options)
}

/** Puts collected dynamics into a report. */
export function composeDynamics(data: Dynamics, snapshot: Snapshot, options: BuildOptions): Report {
  const { asOf, locale } = options
  const { region } = snapshot
  const f = formats(locale)
  const t = dynamicsTexts[locale]
  const context: DynamicsContext = { data, f, t }
  const first = data.days[0]?.on ?? asOf
  return documentOf(snapshot, options, {
    id: 'dynamics',
    title: t.title,
    subtitle: t.subtitle(f.text(region.nameInTitles), f.date(first, 'long'), f.date(asOf, 'long')),
    layout: 'wide',
    blocks: [
      { type: 'lead', content: finding(context) },
      ...fell(context),
      { type: 'heading', level: 2, text: t.figuresTitle },
      { type: 'metrics', items: [...measures.map((measure) => metric(measure, context)), coverage(context)] },
      {
        type: 'callout',
        tone: 'note',
        title: t.pastTitle,
        blocks: [{ type: 'list', items: t.past.map((text) => ({ content: [text] })) }],
      },
      ...charts(context),
      ...tables(context),
    ],
  })
}

/** The last day and how it compares with the same day a year before. */
function latest({ data }: DynamicsContext): {
  readonly day: DynamicsDay | undefined
  readonly change: Dynamics['changes'][number] | undefined
} {
  return { day: data.days.at(-1), change: data.changes.at(-1) }
}

function finding(context: DynamicsContext): Inline {
  const { data, f, t } = context
  const { day, change } = latest(context)
  const say = (measure: Measure, words: string): Inline => {
    const value = day?.figures[measure]
    if (value === undefined) return [words, { as: 'unknown', text: t.notMeasured }]
    // Read aloud: whole numbers here, the exact ones among the figures.
    const shown: TypedValue = { as: 'number', value: Math.round(value) }
    const moved = change?.figures[measure]
    return [words, shown, ...(moved === undefined ? [] : [`, ${changeText(rounded(moved), f, t)}`])]
  }
  return [
    t.asOf(f.date(data.asOf, 'long')),
    ...say('replicated', t.leadReplicated),
    '. ',
    ...say('processes', capitalize(t.leadProcesses)),
    '. ',
    ...say('hours', capitalize(t.leadHours)),
    '.',
  ]
}

function rounded(change: FigureChange): FigureChange {
  return { ...change, absolute: Math.round(change.absolute) }
}

/** What is lower than a year before. */
function fell(context: DynamicsContext): Block[] {
  const { data, f, t } = context
  const { day, change } = latest(context)
  const before = data.days.at(-2)
  const fallen = measures.filter((measure) => (change?.figures[measure]?.absolute ?? 0) < 0)
  if (fallen.length === 0 || day === undefined || before === undefined) return []
  const on = f.date(day.on)
  return [
    {
      type: 'callout',
      tone: 'attention',
      title: t.fellTitle,
      blocks: [
        {
          type: 'list',
          items: fallen.map((measure) => ({
            content: [
              t.fell(t.names[measure], f.number(before.figures[measure] ?? 0)),
              measured(measure, day, t.rules[measure](on), t),
              '.',
            ],
          })),
        },
        { type: 'paragraph', content: [t.fellText] },
      ],
    },
  ]
}

function metric(measure: Measure, context: DynamicsContext): Metric {
  const { data, f, t } = context
  const { day, change } = latest(context)
  const rule = t.rules[measure](f.date(data.asOf))
  return {
    label: t.names[measure],
    value: day === undefined ? { as: 'unknown', text: t.notMeasured } : measured(measure, day, rule, t),
    note: changeText(change?.figures[measure], f, t),
    ...(data.days.length < 2
      ? {}
      : {
          trend: data.days.map(({ on, figures }) => ({ label: f.date(on), value: figures[measure] ?? null })),
        }),
  }
}

function coverage(context: DynamicsContext): Metric {
  const { data, f, t } = context
  const { day, change } = latest(context)
  const { share, served = [], municipalities = [] } = day?.coverage ?? { share: undefined }
  const note = t.coverageNote(f.number(served.length), f.number(municipalities.length))
  return {
    label: t.coverage,
    value:
      share === undefined
        ? { as: 'unknown', text: t.notComputed }
        : {
            as: 'share',
            value: share,
            basis: {
              rule: t.coverageRule(f.date(data.asOf)),
              records: [groupOf('municipality', municipalities)],
            },
          },
    note: `${note}; ${pointsText(change?.coverage, f, t)}`,
  }
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
