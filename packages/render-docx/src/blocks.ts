import type { Block, Callout, Columns, Path } from '@tirazh/spec'
import { BorderStyle, HeadingLevel, PageBreak, Paragraph } from 'docx'
import { drawChart } from './charts.js'
import { drawFacts } from './facts.js'
import { drawImage } from './image.js'
import { layoutTable } from './layout-table.js'
import { drawList } from './lists.js'
import { drawMetrics } from './metrics.js'
import { type Drawn, gap, paragraph, runs } from './paragraphs.js'
import { drawSignature } from './signature.js'
import { drawTable } from './table.js'
import { howCounted, inlineRuns } from './values.js'
import { type Writer, within } from './writer.js'

/** Blocks one below the other; `at` is the path of their list. */
function drawBlocks(blocks: readonly Block[], at: Path, writing: Writer): readonly Drawn[] {
  return blocks.flatMap((block, index) => drawBlock(block, [...at, index], writing))
}

/** One block; `at` is its path. */
export function drawBlock(block: Block, at: Path, writing: Writer): readonly Drawn[] {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: headings[writing.headingLevel(block.level) - 1] ?? HeadingLevel.HEADING_3,
          children: runs(block.text),
        }),
      ]
    case 'paragraph':
    case 'lead': {
      const lead = block.type === 'lead'
      const content = inlineRuns(block.content, [...at, 'content'], writing, lead)
      return [paragraph(lead ? 'Lead' : 'Normal', content), ...howCounted(block, at, writing)]
    }
    case 'list':
      return drawList(block, at, writing)
    case 'metrics':
      return drawMetrics(block, at, writing)
    case 'table':
      return drawTable(block, at, writing)
    case 'chart':
      return drawChart(block, at, writing)
    case 'columns':
      return drawColumns(block, at, writing)
    case 'callout':
      return drawCallout(block, at, writing)
    case 'facts':
      return drawFacts(block, at, writing)
    case 'image':
      return drawImage(block, at, writing)
    case 'signature':
      return drawSignature(block, writing)
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()], style: 'Gap' })]
    case 'custom':
      writing.context.omit(
        at,
        `this format has no drawing for the block ${block.name}; its fallback is drawn`,
      )
      return drawBlocks(block.fallback, [...at, 'fallback'], writing)
  }
}

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

/** Side by side where all of it is short and light, one below the other where it is not. */
function drawColumns(block: Columns, at: Path, writing: Writer): readonly Drawn[] {
  const paths = block.columns.map((_, index) => [...at, 'columns', index])
  const drawAt = (index: number, writer: Writer): readonly Drawn[] =>
    drawBlocks(block.columns[index] ?? [], paths[index] ?? at, writer)
  const count = block.columns.length
  if (count < 2 || count > 3 || !block.columns.every((blocks) => blocks.every(isLight))) {
    return block.columns.flatMap((_, index) => drawAt(index, writing))
  }
  const space = 280
  const width = Math.floor((writing.width - space * (count - 1)) / count)
  const cells = block.columns.map((_, index) => ({
    content: drawAt(index, within(writing, width)),
    width: width + (index < count - 1 ? space : 0),
    margins: { right: index < count - 1 ? space : 0 },
  }))
  return [layoutTable([{ cells }]), gap()]
}

/** What is good to read in half of a page and does not run over its end. */
function isLight(block: Block): boolean {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'lead':
    case 'image':
    case 'facts':
    case 'list':
      return true
    case 'chart':
      return block.chart === 'bars' || block.chart === 'columns' || block.chart === 'line'
    case 'callout':
      return block.blocks.every(isLight)
    case 'custom':
      return block.fallback.every(isLight)
    case 'table':
    case 'metrics':
    case 'columns':
    case 'signature':
    case 'page-break':
      return false
  }
}

function drawCallout({ title, tone, blocks }: Callout, at: Path, writing: Writer): readonly Drawn[] {
  const attention = tone === 'attention'
  const bar = {
    style: BorderStyle.SINGLE,
    size: 36,
    color: writing.colour(attention ? 'mark' : 'soft'),
  }
  const padding = 200
  const inside = within(writing, writing.width - 2 * padding)
  const cell = {
    content: [paragraph('CalloutTitle', title), ...drawBlocks(blocks, [...at, 'blocks'], inside)],
    width: writing.width,
    margins: { top: 80, bottom: 80, left: padding, right: padding },
    fill: writing.colour(attention ? 'attention' : 'quiet'),
    borders: { left: bar },
  }
  return [gap(), layoutTable([{ cells: [cell] }]), gap()]
}
