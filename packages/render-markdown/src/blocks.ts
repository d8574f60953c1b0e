import type { Block, Facts, ListItem, Path } from '@tirazh/spec'
import { atLineStart, escapeText, strong } from './escape.js'
import { writeImage } from './image.js'
import { writeMetrics } from './metrics.js'
import { writeSignature } from './signature.js'
import { writeChart, writeTable } from './table.js'
import { writeBases, writeInline, writeStatus, writeValue } from './values.js'
import type { Writer } from './writer.js'

/** Blocks as pieces of Markdown that stand apart by an empty line; `at` is the path of their list. */
export function writeBlocks(blocks: readonly Block[], at: Path, writer: Writer): readonly string[] {
  const pieces = blocks.flatMap((block, index) => writeBlock(block, [...at, index], writer))
  // Two lists in a row would be read as one.
  return pieces.flatMap((piece, index) =>
    isList(piece) && isList(pieces[index - 1] ?? '') ? ['<!-- -->', piece] : [piece],
  )
}

function isList(piece: string): boolean {
  return /^(- |1\. )/.test(piece)
}

function writeBlock(block: Block, at: Path, writer: Writer): readonly string[] {
  writer.context.signal?.throwIfAborted()
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${escapeText(block.text).trim()}`]
    case 'paragraph':
    case 'lead': {
      const text = writeInline(block.content, [...at, 'content'], writer, block.type === 'lead')
      return [atLineStart(text), ...writeBases(block, at, writer)]
    }
    case 'list':
      return [
        writeItems(block.items, block.ordered === true, [...at, 'items'], writer),
        ...writeBases(block, at, writer),
      ]
    case 'metrics':
      return [writeMetrics(block, at, writer)]
    case 'table':
      return writeTable(block, at, writer)
    case 'chart':
      return writeChart(block, at, writer)
    case 'columns':
      return block.columns.flatMap((blocks, index) => writeBlocks(blocks, [...at, 'columns', index], writer))
    case 'callout': {
      const pieces = [
        strong(escapeText(block.title)),
        ...writeBlocks(block.blocks, [...at, 'blocks'], writer),
      ]
      return [quote(pieces.join('\n\n'))]
    }
    case 'facts':
      return writeFacts(block, at, writer)
    case 'image':
      return writeImage(block, at, writer)
    case 'signature':
      return [writeSignature(block, writer)]
    case 'page-break':
      // There are no pages that a new one could follow.
      return []
    case 'custom':
      writer.context.omit(at, `this format has no form for the block ${block.name}; its fallback is written`)
      return writeBlocks(block.fallback, [...at, 'fallback'], writer)
  }
}

function writeItems(items: readonly ListItem[], ordered: boolean, at: Path, writer: Writer): string {
  return items
    .map((item, index) => {
      const marker = ordered ? `${index + 1}. ` : '- '
      const path = [...at, index]
      const content = writeInline(item.content, [...path, 'content'], writer)
      const text =
        item.status === undefined ? atLineStart(content) : writeStatus(item.status, writer) + content
      if (item.items === undefined || item.items.length === 0) return `${marker}${text}`
      const inner = writeItems(item.items, ordered, [...path, 'items'], writer)
      return `${marker}${text}\n${indent(inner, marker.length)}`
    })
    .join('\n')
}

function writeFacts(block: Facts, at: Path, writer: Writer): readonly string[] {
  const lines = block.items.map(({ label, value }, index) => {
    const path = [...at, 'items', index]
    const written =
      typeof value === 'object' && 'length' in value
        ? writeInline(value, path, writer)
        : writeValue(value, path, writer)
    return `- ${strong(`${escapeText(label)}:`)} ${written.trim()}`
  })
  return [lines.join('\n'), ...writeBases(block, at, writer)]
}

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

function indent(text: string, by: number): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n')
}
