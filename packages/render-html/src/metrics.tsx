import type { Metric, Metrics, Path, TypedValue } from '@tirazh/spec'
import type { VNode } from 'preact'
import { recordSample } from './basis.js'
import type { Page } from './page.js'
import { ValueView } from './values.js'

interface MetricsProps {
  readonly block: Metrics
  readonly at: Path
  readonly page: Page
}

/** Headline figures in a bordered row, each with its counting rule. */
export function MetricsView({ block, at, page }: MetricsProps): VNode {
  return (
    <dl class={`metrics metrics-${Math.min(block.items.length, 6)}`}>
      {block.items.map((metric, index) => (
        <div class="metric">
          <dt>{metric.label}</dt>
          <MetricValue value={metric.value} at={[...at, 'items', index]} page={page} />
          {metric.note === undefined ? null : <dd class="metric-note">{metric.note}</dd>}
          <MetricBasis metric={metric} page={page} />
        </div>
      ))}
    </dl>
  )
}

interface MetricValueProps {
  readonly value: TypedValue
  readonly at: Path
  readonly page: Page
}

/** The figure is large; its unit stands beside it in small letters. */
function MetricValue({ value, at, page }: MetricValueProps): VNode {
  const [figure, unit] = withoutUnit(value)
  const long = page.f.value(figure).length > 9 ? ' long' : ''
  return (
    <dd class={`metric-value${long}`}>
      <ValueView value={figure} at={at} page={page} />
      {unit === undefined ? null : <small> {unit}</small>}
    </dd>
  )
}

function withoutUnit(value: TypedValue): readonly [TypedValue, string | undefined] {
  if (value.as !== 'number' && value.as !== 'interval') return [value, undefined]
  const { unit, ...figure } = value
  return [figure, unit]
}

function MetricBasis({ metric, page }: { readonly metric: Metric; readonly page: Page }): VNode | null {
  const basis = 'basis' in metric.value ? metric.value.basis : undefined
  if (basis === undefined) return null
  const counts = basis.records.map(({ ids, noun }) => page.f.count(ids.length, noun))
  return (
    <dd class="metric-basis">
      <p>{basis.rule}</p>
      {counts.length === 0 ? null : (
        <details>
          <summary>{counts.join(', ')}</summary>
          {basis.records.map((group) => (
            <p>{recordSample(group, page.f)}</p>
          ))}
        </details>
      )}
    </dd>
  )
}
