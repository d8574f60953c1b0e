import { metrics, stages, units } from '@tirazh/core'
import type { Block, Cell } from '@tirazh/spec'
import { figure } from '../matrix/cells.js'
import { recordGroup } from '../nouns.js'
import type { ImprovedIndicator, StageLine } from './collect.js'
import type { FactoryContext } from './context.js'

/** How many projects went through each stage. */
export function funnel(context: FactoryContext): Block[] {
  const { data, f, t, on } = context
  const heading: Block = { type: 'heading', level: 2, text: t.funnelTitle }
  if (data.funnel.every(({ reached, undated }) => reached.length + undated.length === 0)) {
    return [heading, { type: 'paragraph', content: [t.noProjects] }]
  }
  return [
    heading,
    {
      type: 'table',
      caption: t.funnelCaption(on),
      columns: [
        { title: t.stage, as: 'text', rowHeader: true },
        { title: t.projects, as: 'number', align: 'end', bar: true },
        { title: t.undated, as: 'number', align: 'end' },
      ],
      rows: data.funnel.map((line): Cell[] => [
        f.text(stages[line.stage]),
        reached(line, context),
        undated(line, context),
      ]),
      note: t.funnelNote,
    },
  ]
}

function reached({ stage, reached: projects, recorded }: StageLine, { f, t, on }: FactoryContext): Cell {
  if (!recorded) return { as: 'unknown', text: t.noDates }
  const rule = t.stageRule(f.text(stages[stage]), on)
  return figure(
    projects.length,
    rule,
    'project',
    projects.map(({ id }) => id),
  )
}

function undated({ stage, undated: projects }: StageLine, { f, t, on }: FactoryContext): Cell {
  if (projects.length === 0) return null
  const rule = t.undatedRule(f.text(stages[stage]), on)
  return figure(
    projects.length,
    rule,
    'project',
    projects.map(({ id }) => id),
  )
}

const shownIndicators = 10

/** The indicators that improved most, before and after. */
export function improvedBlocks(context: FactoryContext): Block[] {
  const { data, f, t } = context
  const heading: Block = { type: 'heading', level: 2, text: t.improvedTitle }
  const shown = data.improved.slice(0, shownIndicators)
  if (shown.length === 0) return [heading, { type: 'paragraph', content: [t.noImproved] }]
  const all = data.improved.length
  return [
    heading,
    {
      type: 'chart',
      chart: 'dumbbell',
      title: t.improvedChart,
      note: t.improvedChartNote,
      labelTitle: t.indicator,
      fromTitle: t.before,
      toTitle: t.after,
      items: shown.map(({ project, indicator, effect }) => ({
        label: `${f.text(metrics[indicator.metric])} · ${project.id}`,
        from: 100,
        // The base is above zero here: nothing improves from zero by a share of it.
        to: Math.round((1 + effect.change) * 1000) / 10,
      })),
    },
    {
      type: 'table',
      caption: t.improvedCaption,
      columns: [
        { title: t.project, as: 'text', rowHeader: true },
        { title: t.indicator, as: 'text' },
        { title: t.base, as: 'number', align: 'end' },
        { title: t.result, as: 'number', align: 'end' },
        { title: t.change, as: 'share', align: 'end' },
      ],
      rows: shown.map((each) => improvedRow(each, context)),
      ...(all > shown.length ? { note: t.firstOf(f.number(shown.length), f.number(all)) } : {}),
    },
  ]
}

function improvedRow({ project, indicator, effect }: ImprovedIndicator, { f, t, w }: FactoryContext): Cell[] {
  const unit = units[indicator.unit][f.locale]
  const basis = { rule: t.improvedRule, records: [recordGroup('project', [project.id])] }
  return [
    `${project.id} · ${project.title}`,
    f.text(metrics[indicator.metric]),
    figure(indicator.base, w.measuredRule, 'project', [project.id], unit),
    figure(indicator.result, w.measuredRule, 'project', [project.id], unit),
    { as: 'share', value: effect.change, signed: true, basis },
  ]
}
