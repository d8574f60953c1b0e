import { chartProblem, type Drawing, drawChart } from '@tirazh/charts'
import { type Chart, chartTable, type Path } from '@tirazh/spec'
import { mm, type Page, tallest } from './page.js'
import { table } from './tables.js'
import type { DrawingNode, FigureNode, TableNode } from './tree.js'

/** Points in a pixel of a drawing: its 11 px are then as large as the text of tables. */
const scale = 0.72
/** Below this the letters of a drawing cannot be read. */
const leastScale = 0.5

/** A chart with all its numbers as its alternative text; a table of them where it cannot be drawn. */
export function figure(chart: Chart, at: Path, page: Page): FigureNode | TableNode {
  const problem = chartProblem(chart)
  if (problem !== undefined) return data(chart, at, problem, page)
  const drawn = drawChart(chart, {
    ...{ locale: page.f.locale, id: at.join('-'), palette: page.colours },
    width: page.width > 110 * mm ? 'wide' : 'narrow',
  })
  const width = Math.min(page.width, drawn.width * scale)
  const height = (width / drawn.width) * drawn.height
  const fitting = Math.min(1, tallest[page.layout] / height)
  if ((width * fitting) / drawn.width < leastScale) {
    return data(chart, at, 'the chart is taller than a page; its numbers are drawn as a table', page)
  }
  return {
    kind: 'figure',
    title: chart.title,
    note: chart.note ?? null,
    ...drawing(drawn, width * fitting, page),
    alt: `${drawn.description} ${numbers(chart, page)}`,
  }
}

/** A drawing at a width, in the typeface of the document, which must compose the letters it lacks. */
export function drawing(drawn: Drawing, width: number, page: Page): DrawingNode {
  const { family, regular } = page.fonts
  const composed = (letter: string): string =>
    regular.has(letter.codePointAt(0) ?? 0) ? letter : letter.normalize('NFD')
  return {
    svg: drawn.svg
      .replaceAll('font-family="Onest', `font-family="${family}`)
      .replace(/[^\u0000-\u007f]/gu, composed),
    alt: drawn.description,
    width,
    height: (width / drawn.width) * drawn.height,
  }
}

function data(chart: Chart, at: Path, why: string, page: Page): TableNode {
  page.context.omit(at, why)
  const numbers = chartTable(chart, page.f.locale)
  return table(chart.note === undefined ? numbers : { ...numbers, note: chart.note }, at, page)
}

/** What the data table of a chart says, for readers who cannot see the drawing: «Муниципалитет; Внедрений: Бор — 31, …». */
function numbers(chart: Chart, page: Page): string {
  const { columns, rows } = chartTable(chart, page.f.locale)
  const lines = rows.map((cells) =>
    cells.map((cell) => (cell === null ? '—' : page.f.value(cell))).join(' — '),
  )
  return `${columns.map(({ title }) => title).join(' — ')}: ${lines.join('; ')}.`
}
