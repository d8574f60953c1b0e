import type { Facts, Inline, Path, Value } from '@tirazh/spec'
import type { ParagraphChild } from 'docx'
import type { Drawn } from './paragraphs.js'
import { gap, paragraph } from './paragraphs.js'
import { dataTable } from './rows.js'
import { howCounted, inlineRuns, toldRuns } from './values.js'
import type { Writer } from './writer.js'

/** Names and values as a table of two columns. */
export function drawFacts(block: Facts, at: Path, writing: Writer): readonly Drawn[] {
  const lines = block.items.map(({ label, value }, index) => ({
    label,
    value: factRuns(value, [...at, 'items', index, 'value'], writing),
  }))
  return [...factTable(lines, writing), ...howCounted(block, at, writing)]
}

interface Line {
  readonly label: string
  readonly value: readonly ParagraphChild[]
}

/** A table of names and what stands beside them; nothing for none. */
export function factTable(lines: readonly Line[], writing: Writer): readonly Drawn[] {
  if (lines.length === 0) return []
  const first = Math.round(writing.width * 0.32)
  const rows = lines.map(({ label, value }) => ({
    cells: [[paragraph('FactLabel', label)], [paragraph('TableText', value)]],
  }))
  return [
    gap(),
    dataTable(rows, [first, writing.width - first], { head: false, total: false, rowHeader: true }),
    gap(),
  ]
}

function factRuns(value: Value | Inline, at: Path, writing: Writer): readonly ParagraphChild[] {
  return isInline(value) ? inlineRuns(value, at, writing) : toldRuns(value, at, writing)
}

function isInline(value: Value | Inline): value is Inline {
  return Array.isArray(value)
}
