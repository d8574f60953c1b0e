import { chartProblem, type Drawing, drawChart } from '@tirazh/charts'
import { type Chart, chartTable, type Path } from '@tirazh/spec'
import type { VNode } from 'preact'
import { idOf, type Page } from './page.js'
import { TableView } from './table.js'

interface FigureProps {
  readonly block: Chart
  readonly at: Path
  readonly page: Page
}

/**
 * A drawing for wide and one for narrow places, of which the style sheet shows one, and the data as a table.
 * Columns are narrow on paper and on phones, so there the narrow one does for all.
 */
export function FigureView({ block, at, page }: FigureProps): VNode {
  const problem = chartProblem(block)
  if (problem !== undefined) page.context.omit(at, problem)
  const data = chartTable(block, page.f.locale)
  const table = <TableView block={data} at={[...at, 'data']} page={page} />
  return (
    <figure class="chart" aria-labelledby={`${idOf(at)}-title`}>
      {/* No figcaption: on paper the title stays with the drawing, which only a box around both ensures. */}
      <div class="drawn">
        <p class="title" id={`${idOf(at)}-title`}>
          {block.title}
        </p>
        {problem === undefined ? (
          <>
            {at.includes('columns') ? null : <Drawn block={block} width="wide" at={at} page={page} />}
            <Drawn block={block} width="narrow" at={at} page={page} />
          </>
        ) : null}
      </div>
      {block.note === undefined ? null : <p class="note">{block.note}</p>}
      {problem === undefined ? (
        <details class={data.columns.length === 2 ? 'data pairs' : 'data'}>
          <summary>{page.say('dataTable')}</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </figure>
  )
}

function Drawn({ block, width, at, page }: FigureProps & { readonly width: 'wide' | 'narrow' }): VNode {
  const drawing = drawChart(block, { locale: page.f.locale, width, id: `${idOf(at)}-${width}` })
  return <Svg drawing={drawing} name={`chart-${width}`} />
}

/** A drawing is markup in which all text is escaped: the one place where markup is let in. */
export function Svg({ drawing, name }: { readonly drawing: Drawing; readonly name: string }): VNode {
  return <div class={name} dangerouslySetInnerHTML={{ __html: lean(drawing.svg) }} />
}

/** Without what the style sheet of the page says anyway. */
function lean(svg: string): string {
  return svg
    .replace(/ (?:xmlns|font-family)="[^"]*"/g, '')
    .replace(/(class="tz-(?:fill|stroke)-\w+") (?:fill|stroke)="#[0-9a-f]{6}"/g, '$1')
}
