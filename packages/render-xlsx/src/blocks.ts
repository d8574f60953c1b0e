import {
  type Block,
  chartTable,
  type Inline,
  type ListItem,
  type Path,
  type Table,
  type Truth,
} from '@tirazh/spec'
import { textCell } from './cells.js'
import { factRow } from './head.js'
import { basisRows, basisText, textRow } from './rows.js'
import { tableSheet } from './table-sheet.js'
import type { Sheet, SheetCell, SheetRow } from './workbook.js'
import type { Writer } from './writer.js'

/** What blocks are in a workbook: rows of the first sheet, and sheets of their own. */
export interface Written {
  readonly rows: readonly SheetRow[]
  readonly sheets: readonly Sheet[]
}

export function blockRows(blocks: readonly Block[], at: Path, writer: Writer): Written {
  return joined(blocks.map((block, index) => writeBlock(block, [...at, index], writer)))
}

function writeBlock(block: Block, at: Path, writer: Writer): Written {
  switch (block.type) {
    case 'heading':
      return rows(textRow(block.text, block.level === 2 ? 'heading' : 'strong', at, writer))
    case 'paragraph':
    case 'lead': {
      const look = block.type === 'lead' ? 'strong' : 'body'
      const text = inlineText(block.content, [...at, 'content'], writer)
      return rows(textRow(text, look, at, writer), ...basisRows(block, at, writer))
    }
    case 'list':
      return rows(
        ...itemRows(block.items, block.ordered === true, [...at, 'items'], '', writer),
        ...basisRows(block, at, writer),
      )
    case 'metrics':
      return rows(
        ...block.items.map(({ label, value, note }, index) => {
          const path = [...at, 'items', index]
          const row = factRow(label, value, path, writer)
          const basis = 'basis' in value ? value.basis : undefined
          const extra: SheetCell[] = [{ value: null }, { value: null }]
          if (note !== undefined) extra[0] = textCell(note, [...path, 'note'], writer)
          if (basis !== undefined) {
            const text = `${writer.say('howCounted')}: ${basisText(basis, writer)}`
            extra[1] = { ...textCell(text, path, writer), look: 'note' }
          }
          return { ...row, cells: [...row.cells, ...extra] }
        }),
      )
    case 'facts':
      return rows(
        ...block.items.map(({ label, value }, index) => {
          const path = [...at, 'items', index]
          if (typeof value === 'string' || 'as' in value) return factRow(label, value, path, writer)
          const [only] = value
          // One value alone keeps its type; a sentence is text.
          if (only !== undefined && value.length === 1) return factRow(label, only, path, writer)
          return factRow(label, inlineText(value, path, writer), path, writer)
        }),
        ...basisRows(block, at, writer),
      )
    case 'table':
      return onSheet(block, at, writer)
    case 'chart': {
      const table = chartTable(block, writer.f.locale)
      writer.context.omit(at, 'the picture of a chart is not drawn; its numbers have a sheet')
      return onSheet(block.note === undefined ? table : { ...table, note: block.note }, at, writer)
    }
    case 'columns':
      return joined(
        block.columns.map((blocks, index) => blockRows(blocks, [...at, 'columns', index], writer)),
      )
    case 'callout':
      return joined([
        rows(textRow(block.title, 'strong', [...at, 'title'], writer)),
        blockRows(block.blocks, [...at, 'blocks'], writer),
      ])
    case 'custom':
      writer.context.omit(at, `this format has no form for the block ${block.name}; its fallback is written`)
      return blockRows(block.fallback, [...at, 'fallback'], writer)
  }
}

/** The caption on the first sheet with the name of the sheet where the table is. */
function onSheet(table: Table, at: Path, writer: Writer): Written {
  const sheet = tableSheet(writer.names.take(table.caption), table, at, writer)
  const text = `${writer.say('onSheet')} «${sheet.name}»`
  return { rows: [factRow(table.caption, text, [...at, 'caption'], writer)], sheets: [sheet] }
}

const marks: Readonly<Record<Truth, string>> = { met: '✓', unknown: '?', unmet: '✗' }

function itemRows(
  items: readonly ListItem[],
  ordered: boolean,
  at: Path,
  indent: string,
  writer: Writer,
): readonly SheetRow[] {
  return items.flatMap(({ content, status, items: inner }, index) => {
    const path = [...at, index]
    const decision = status === undefined ? '' : `${marks[status]} ${writer.f.truth(status)} — `
    const marker = ordered ? `${index + 1}. ` : '• '
    const text = inlineText(content, [...path, 'content'], writer)
    return [
      textRow(`${indent}${marker}${decision}${text}`, 'body', path, writer),
      ...itemRows(inner ?? [], ordered, [...path, 'items'], `${indent}    `, writer),
    ]
  })
}

function inlineText(content: Inline, at: Path, writer: Writer): string {
  content.forEach((value, index) => {
    const report = typeof value === 'object' && value.as === 'reference' ? value.report : undefined
    if (report !== undefined && writer.context.link(report) !== undefined) writer.unlinked([...at, index])
  })
  return writer.f.inline(content)
}

function rows(...written: readonly SheetRow[]): Written {
  return { rows: written, sheets: [] }
}

function joined(parts: readonly Written[]): Written {
  return { rows: parts.flatMap((part) => part.rows), sheets: parts.flatMap((part) => part.sheets) }
}
