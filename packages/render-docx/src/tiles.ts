import { describeChart } from '@tirazh/charts'
import { chartTable, type Path, type TileChart, valuesTitle } from '@tirazh/spec'
import { BorderStyle, TextRun } from 'docx'
import { begins, cleanText } from './clean.js'
import { fold } from './fold.js'
import { type LayoutCell, layoutTable } from './layout-table.js'
import { twips } from './page.js'
import type { Drawn } from './paragraphs.js'
import { gap, paragraph, runs } from './paragraphs.js'
import { drawTable } from './table.js'
import { colourClass, legendOf } from './tile-classes.js'
import type { Writer } from './writer.js'

/** The most that tiles may lie apart: further, and the map is only its table. */
const mostAcross = 20

/** A map of shaded cells with its legend, in words what it shows, and all of its numbers as a table. */
export function drawTiles(chart: TileChart, at: Path, writing: Writer): readonly Drawn[] {
  const map = drawMap(chart, at, writing)
  const table = { ...chartTable(chart, writing.f.locale), caption: valuesTitle(chart) }
  return [
    ...map,
    ...(chart.note === undefined ? [] : [paragraph('Note', chart.note)]),
    paragraph('Note', describeChart(chart, writing.f.locale)),
    ...drawTable(fold(table, timesOf(chart, writing)), at, writing),
  ]
}

/** How often the table of the numbers stands beside itself. */
function timesOf({ tiles }: TileChart, { width }: Writer): number {
  const longest = Math.max(...tiles.map(({ label }) => label.length))
  if (width < twips(120) || longest > 40) return 1
  return longest > 24 ? 2 : 3
}

function drawMap(chart: TileChart, at: Path, writing: Writer): readonly Drawn[] {
  const [xs, ys] = [chart.tiles.map(({ x }) => x), chart.tiles.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [across, down] = [Math.max(...xs) - left + 1, Math.max(...ys) - top + 1]
  const even = [...xs, ...ys].every(Number.isInteger)
  if (!even || across > mostAcross || down > 2 * mostAcross) {
    writing.context.omit(at, `a map of more than ${mostAcross} tiles across is only the table of its numbers`)
    return []
  }
  const width = Math.min(Math.floor(writing.width / across), twips(17))
  const places = new Map(chart.tiles.map((tile) => [`${tile.x - left} ${tile.y - top}`, tile]))
  const rows = Array.from({ length: down }, (_, y) => ({
    whole: true,
    cells: Array.from({ length: across }, (_, x) => {
      const tile = places.get(`${x} ${y}`)
      return tile === undefined
        ? { content: [paragraph('Tile', [], keep)], width }
        : drawTile(tile, chart, width, writing)
    }),
  }))
  return [layoutTable(rows), ...drawLegend(chart, writing), gap()]
}

function drawTile(
  { short, value }: TileChart['tiles'][number],
  { breaks }: TileChart,
  width: number,
  writing: Writer,
): LayoutCell {
  const step = value === null ? undefined : colourClass(value, breaks)
  const color = writing.colour(step === undefined ? 'muted' : `on${step}`)
  const figure = value === null ? writing.say('noDataShort') : writing.f.number(value)
  return {
    content: [
      paragraph('Tile', [new TextRun({ text: cleanText(begins(short, 7)), color })], keep),
      paragraph('Tile', [new TextRun({ text: figure, color, bold: true, size: 17 })], keep),
    ],
    width,
    margins: { top: 30, bottom: 30 },
    borders: edges(writing.colour('paper')),
    ...(step === undefined ? { hatched: writing.colour('line') } : { fill: writing.colour(`seq${step}`) }),
  }
}

/** A map stands on one page with its legend. */
const keep = { keepNext: true }

/** White lines between the tiles. */
function edges(color: string) {
  const edge = { style: BorderStyle.SINGLE, size: 18, color }
  return { top: edge, bottom: edge, left: edge, right: edge }
}

function drawLegend(chart: TileChart, writing: Writer): readonly Drawn[] {
  const signs = legendOf(chart, writing)
  if (signs.length === 0) return [gap()]
  const width = Math.min(Math.floor(writing.width / signs.length), twips(28))
  const cells = signs.map(({ text, step }): LayoutCell => {
    const color = writing.colour(step === undefined ? 'muted' : `on${step}`)
    return {
      content: [paragraph('Tile', [new TextRun({ text, color })])],
      width,
      margins: { top: 20, bottom: 20 },
      borders: edges(writing.colour('paper')),
      ...(step === undefined ? { hatched: writing.colour('line') } : { fill: writing.colour(`seq${step}`) }),
    }
  })
  return [
    paragraph('FinePrint', runs(valuesTitle(chart)), { ...keep, spacing: { before: 80, after: 20 } }),
    layoutTable([{ cells, whole: true }]),
  ]
}
