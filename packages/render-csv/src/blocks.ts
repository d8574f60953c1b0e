import { type Block, type Path, valuesOf } from '@tirazh/spec'
import type { Grid } from './grid.js'
import { writeChart, writeFacts, writeMetrics, writeTable } from './tables.js'
import type { Writer } from './writer.js'

/** Blocks as grids that stand apart by an empty line; `at` is the path of their list. */
export function writeBlocks(blocks: readonly Block[], at: Path, writer: Writer): readonly Grid[] {
  return blocks.flatMap((block, index) => writeBlock(block, [...at, index], writer))
}

function writeBlock(block: Block, at: Path, writer: Writer): readonly Grid[] {
  switch (block.type) {
    case 'heading':
      return [[[writer.text(block.text)]]]
    case 'paragraph':
    case 'lead':
    case 'list':
      writer.context.omit(at, `CSV holds tables: the running text of the ${block.type} is left out`)
      return []
    case 'metrics':
      omitLinks(block, at, writer)
      return [writeMetrics(block, writer)]
    case 'table':
      omitLinks(block, at, writer)
      return writeTable(block, writer)
    case 'chart':
      return writeChart(block, writer)
    case 'facts':
      omitLinks(block, at, writer)
      return writeFacts(block, writer)
    case 'columns':
      return block.columns.flatMap((blocks, index) => writeBlocks(blocks, [...at, 'columns', index], writer))
    case 'callout':
      return [[[writer.text(block.title)]], ...writeBlocks(block.blocks, [...at, 'blocks'], writer)]
    case 'custom':
      writer.context.omit(at, `CSV has no form for the block ${block.name}; its fallback is written`)
      return writeBlocks(block.fallback, [...at, 'fallback'], writer)
  }
}

/** Once for a block: a register may have a link in every row. */
function omitLinks(block: Block, at: Path, { context }: Writer): void {
  const linked = valuesOf(block).some(
    (value) =>
      typeof value === 'object' &&
      value.as === 'reference' &&
      value.report !== undefined &&
      context.link(value.report) !== undefined,
  )
  if (linked) context.omit(at, 'CSV has no links: references are written as text')
}
