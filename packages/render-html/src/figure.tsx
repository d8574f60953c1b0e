import { chartProblem, drawChart } from '@tirazh/charts'
import { type Chart, chartTable, type Path } from '@tirazh/spec'
import type { VNode } from 'preact'
import { idOf, type Page } from './page.js'
import { TableView } from './table.js'

interface FigureProps {
  readonly block: Chart
  readonly at: Path
  readonly page: Page
}

/** A drawing for wide and one for narrow places, of which the style sheet shows one, and the data as a table. */
export function FigureView({ block, at, page }: FigureProps): VNode {
  const problem = chartProblem(block)
  if (problem !== undefined) page.context.omit(at, problem)
  const table = <TableView block={chartTable(block, page.f.locale)} at={[...at, 'data']} page={page} />
  return (
    <figure class="chart" aria-labelledby={`${idOf(at)}-title`}>
      <figcaption id={`${idOf(at)}-title`}>{block.title}</figcaption>
      {problem === undefined ? (
        <>
          <Drawn block={block} width="wide" at={at} page={page} />
          <Drawn block={block} width="narrow" at={at} page={page} />
        </>
      ) : null}
      {block.note === undefined ? null : <p class="note">{block.note}</p>}
      {problem === undefined ? (
        <details class="data">
          <summary>{page.say('dataTable')}</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </figure>
  )
}

/** The drawing is markup in which all text is escaped: the one place where markup is let in. */
function Drawn({ block, width, at, page }: FigureProps & { readonly width: 'wide' | 'narrow' }): VNode {
  const { svg } = drawChart(block, { locale: page.f.locale, width, id: `${idOf(at)}-${width}` })
  return <div class={`chart-${width}`} dangerouslySetInnerHTML={{ __html: svg }} />
}
