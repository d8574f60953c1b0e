import { type Drawing, drawPlan, drawTrend } from '@tirazh/charts'
import type { Metric, Metrics, Path, TypedValue } from '@tirazh/spec'
import { drawing } from './figures.js'
import { mm, type Page } from './page.js'
import { runOf, textOf } from './runs.js'
import { bodySize } from './sizes.js'
import type { DrawingNode, MetricItem, MetricsNode } from './tree.js'

/** Headline figures in a bordered row. */
export function metrics(block: Metrics, at: Path, page: Page): MetricsNode {
  const across = acrossOf(block.items.length, page.width)
  const room = page.width / across - 6 * mm
  return {
    ...{ kind: 'metrics', across },
    items: block.items.map((metric, index) => item(metric, [...at, 'items', index], room, page)),
    keep: JSON.stringify(block.items.map(({ label, note }) => [label, note])).length < 2_000,
  }
}

/** Rows of equal length where that is possible. */
function acrossOf(count: number, width: number): number {
  const most = Math.max(1, Math.min(4, Math.floor(width / (38 * mm))))
  if (count <= most) return Math.max(1, count)
  return most === 4 && count % 4 !== 0 && count % 3 === 0 ? 3 : most
}

function item(metric: Metric, at: Path, room: number, page: Page): MetricItem {
  const [figure, unit] = withoutUnit(metric.value)
  const run = runOf(figure, [...at, 'value'], page)
  const id = at.join('-')
  const options = { locale: page.f.locale, palette: page.colours }
  return {
    label: metric.label,
    value: [run],
    unit: unit ?? null,
    size: sizeOf(textOf(run), unit, room, page),
    trend:
      metric.trend === undefined || metric.trend.length < 2
        ? null
        : narrowed(
            drawTrend(metric.trend, { ...options, id: `${id}-trend`, label: metric.label }),
            room,
            page,
          ),
    note: metric.note ?? null,
    ...plan(metric, at, room, page),
  }
}

/** The plan is said in words, and drawn where both figures are numbers. */
function plan(
  { label, value, plan }: Metric,
  at: Path,
  room: number,
  page: Page,
): Pick<MetricItem, 'plan' | 'planText'> {
  if (plan === undefined) return { plan: null, planText: null }
  const planText = `${page.say('plan')}: ${page.f.value(plan)}`
  if (!isFigure(value) || !isFigure(plan)) return { plan: null, planText }
  const options = { locale: page.f.locale, id: `${at.join('-')}-plan`, palette: page.colours }
  return { plan: narrowed(drawPlan({ label, value, plan }, options), room, page), planText }
}

const figures: ReadonlySet<TypedValue['as']> = new Set(['number', 'share', 'money', 'interval'])

function isFigure({ as }: TypedValue): boolean {
  return figures.has(as)
}

function narrowed(drawn: Drawing, room: number, page: Page): DrawingNode {
  return drawing(drawn, Math.min(room, drawn.width * 0.75), page)
}

/** The figure is large; its unit stands beside it in small letters. */
function withoutUnit(value: TypedValue): readonly [TypedValue, string | undefined] {
  if (value.as !== 'number' && value.as !== 'interval') return [value, undefined]
  const { unit, ...figure } = value
  return [figure, unit]
}

/** As large as fits on a line, from 19 points down to 10; from there on it is wrapped. */
function sizeOf(text: string, unit: string | undefined, room: number, page: Page): number {
  const beside = unit === undefined ? 0 : page.fonts.regular.width(` ${unit}`, bodySize)
  const wanted = page.fonts.bold.width(text, 1)
  const fitting = wanted === 0 ? 19 : (room - beside) / wanted
  return Math.max(10, Math.min(19, Math.floor(fitting * 2) / 2))
}
