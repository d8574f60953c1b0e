import { drawPlan, drawTrend } from '@tirazh/charts'
import type { Formats, Metric, Metrics, Path, TypedValue } from '@tirazh/spec'
import type { VNode } from 'preact'
import { Explanation, recordSample } from './basis.js'
import { Svg } from './figure.js'
import { isolated } from './isolate.js'
import { idOf, type Page } from './page.js'
import { ValueView } from './values.js'

interface MetricsProps {
  readonly block: Metrics
  readonly at: Path
  readonly page: Page
}

/** Headline figures in a bordered row, each with its course, its plan and its counting rule. */
export function MetricsView({ block, at, page }: MetricsProps): VNode {
  return (
    <dl class={`metrics metrics-${Math.min(block.items.length, 6)}`}>
      {block.items.map((metric, index) => (
        <MetricView metric={metric} at={[...at, 'items', index]} page={page} />
      ))}
    </dl>
  )
}

interface MetricProps {
  readonly metric: Metric
  readonly at: Path
  readonly page: Page
}

function MetricView({ metric, at, page }: MetricProps): VNode {
  const { label, trend, note } = metric
  return (
    <div class="metric">
      <dt>{label}</dt>
      <MetricValue value={metric.value} at={at} page={page} />
      {trend === undefined || trend.length === 0 ? null : (
        <dd class="trend">
          <Svg
            drawing={drawTrend(trend, { locale: page.f.locale, id: `${idOf(at)}-trend`, label })}
            name="line"
          />
        </dd>
      )}
      {note === undefined ? null : <dd class="metric-note">{note}</dd>}
      <MetricPlan metric={metric} at={at} page={page} />
      <MetricBasis metric={metric} at={at} page={page} />
    </div>
  )
}

/** The figure is large; what bounds it and its unit stand beside it in small letters. */
function MetricValue({
  value,
  at,
  page,
}: {
  readonly value: TypedValue
  readonly at: Path
  readonly page: Page
}): VNode {
  const { bound, figure, unit } = partsOf(value, page.f)
  const long = page.f.value(figure).length > 9 ? ' metric-long' : ''
  return (
    <dd class={`metric-value${long}`}>
      {bound === '' ? null : <small>{bound} </small>}
      <ValueView value={figure} at={at} page={page} />
      {unit === undefined ? null : <small> {isolated(unit)}</small>}
    </dd>
  )
}

interface Parts {
  /** «не менее», or nothing. */
  readonly bound: string
  readonly figure: TypedValue
  readonly unit: string | undefined
}

function partsOf(value: TypedValue, f: Formats): Parts {
  if (value.as !== 'number' && value.as !== 'interval') return { bound: '', figure: value, unit: undefined }
  const { unit, ...bounded } = value
  if (bounded.as === 'interval') return { bound: '', figure: bounded, unit }
  const { bound: _bound, ...figure } = bounded
  return { bound: f.value(bounded).slice(0, -f.value(figure).length).trim(), figure, unit }
}

/** The strip shows how far the figure is from its plan; the plan itself stands in words. */
function MetricPlan({ metric: { label, value, plan }, at, page }: MetricProps): VNode | null {
  if (plan === undefined) return null
  const id = `${idOf(at)}-plan`
  return (
    <dd class="plan">
      <Svg drawing={drawPlan({ label, value, plan }, { locale: page.f.locale, id })} name="strip" />
      {page.say('plan')}: <ValueView value={plan} at={[...at, 'plan']} page={page} />
    </dd>
  )
}

function MetricBasis({ metric, at, page }: MetricProps): VNode | null {
  const basis = 'basis' in metric.value ? metric.value.basis : undefined
  if (basis === undefined) return null
  const counts = basis.records.map(({ ids, noun }) => page.f.count(ids.length, noun))
  return (
    <dd class="metric-basis">
      <p>
        {page.text(basis.rule)} <Explanation basis={basis} at={[...at, 'value']} page={page} />
      </p>
      {counts.length === 0 ? null : (
        <details>
          <summary>{counts.map(isolated).join(', ')}</summary>
          {basis.records.map((group) => (
            <p>{recordSample(group, page.f)}</p>
          ))}
        </details>
      )}
    </dd>
  )
}
