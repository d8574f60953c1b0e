import { type Block, type Image, type Path, type Signature, valuesOf } from '@tirazh/spec'
import type { Grid } from './grid.js'
import { writeChart, writeFacts, writeMetrics, writeTable } from './tables.js'
import { writeDate } from './values.js'
import type { Writer } from './writer.js'

/** Blocks as grids that stand apart by an empty line; `at` is the path of their list. */
export function writeBlocks(blocks: readonly Block[], at: Path, writer: Writer): readonly Grid[] {
  return blocks.flatMap((block, index) => writeBlock(block, [...at, index], writer))
}

function writeBlock(block: Block, at: Path, writer: Writer): readonly Grid[] {
  writer.context.signal?.throwIfAborted()
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
      return writeMetrics(block, writer)
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
    case 'image':
      return [writeImage(block, at, writer)]
    case 'signature':
      return [writeSignature(block, writer)]
    case 'page-break':
      // Only layout: a file of rows has no pages.
      return []
    case 'custom':
      writer.context.omit(at, `CSV has no form for the block ${block.name}; its fallback is written`)
      return writeBlocks(block.fallback, [...at, 'fallback'], writer)
  }
}

/** The words that stand for a picture; the text of a QR code is beside them. */
function writeImage({ source, alt, caption }: Image, at: Path, { context, text }: Writer): Grid {
  if (source.as === 'file') context.omit(at, 'CSV has no pictures: the words that describe it are written')
  return [
    source.as === 'file' ? [text(alt)] : [text(alt), text(source.text)],
    ...(caption === undefined ? [] : [[text(caption)]]),
  ]
}

/** Who signs and when. */
function writeSignature({ position, name, on }: Signature, writer: Writer): Grid {
  return [
    [
      writer.text(position),
      ...(name === undefined ? [] : [writer.text(name)]),
      ...(on === undefined ? [] : [writeDate(on, writer)]),
    ],
  ]
}

/** Once for a block: a register may have a link in every row. */
function omitLinks(block: Block, at: Path, { context }: Writer): void {
  const linked = valuesOf(block).some((value) => {
    if (typeof value === 'string') return false
    const report =
      value.as === 'reference' ? value.report : 'basis' in value ? value.basis?.report : undefined
    return report !== undefined && context.link(report) !== undefined
  })
  if (linked) context.omit(at, 'CSV has no links: references are written as text')
}
