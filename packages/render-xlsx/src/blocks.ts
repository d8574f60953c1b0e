import {
  type Block,
  chartTable,
  type Image,
  type ListItem,
  type Path,
  type Signature,
  type Table,
  type Truth,
} from '@tirazh/spec'
import { basisText, cellOf, textCell } from './cells.js'
import { metricRows, trendTable } from './metrics.js'
import { pictureOf } from './picture.js'
import { basisRows, textRow } from './rows.js'
import { inlineCell } from './running-text.js'
import { tableSheet } from './table-sheet.js'
import type { Sheet, SheetRow } from './workbook.js'
import type { Writer } from './writer.js'

/** What blocks are in a workbook: rows of the first sheet, and sheets of their own. */
export interface Written {
  readonly rows: readonly SheetRow[]
  readonly sheets: readonly Sheet[]
}

export function blockRows(blocks: readonly Block[], at: Path, writer: Writer): Written {
  const parts: Written[] = []
  let newPage = false
  for (const [index, block] of blocks.entries()) {
    const { rows, sheets } = writeBlock(block, [...at, index], writer)
    const [first, ...rest] = rows
    const broken = newPage && first !== undefined
    parts.push({ rows: broken ? [{ ...first, newPage }, ...rest] : rows, sheets })
    newPage = block.type === 'page-break' || (newPage && first === undefined)
  }
  return joined(parts)
}

function writeBlock(block: Block, at: Path, writer: Writer): Written {
  switch (block.type) {
    case 'heading':
      return rows(textRow(block.text, block.level === 2 ? 'heading' : 'strong', at, writer))
    case 'paragraph':
    case 'lead': {
      const isLead = block.type === 'lead'
      const cell = inlineCell(block.content, [...at, 'content'], writer, isLead)
      return rows(
        { look: isLead ? 'lead' : 'text', spanned: true, cells: [cell] },
        ...basisRows(block, at, writer),
      )
    }
    case 'list':
      return rows(
        ...itemRows(block.items, block.ordered === true, [...at, 'items'], '', writer),
        ...basisRows(block, at, writer),
      )
    case 'metrics': {
      const trend = trendTable(block, writer)
      return joined([
        rows(...metricRows(block, at, writer)),
        trend === undefined ? nothing : onSheet(trend, at, writer),
      ])
    }
    case 'facts':
      return rows(
        ...block.items.map(({ label, value }, index): SheetRow => {
          const path = [...at, 'items', index]
          // One value alone keeps its type; a sentence is text.
          const [only] = typeof value === 'object' && 'length' in value && value.length === 1 ? value : []
          const single = typeof value === 'string' || 'as' in value ? value : only
          const name = { ...textCell(label, path, writer), look: 'strong' } as const
          if (single === undefined) {
            const cell =
              typeof value === 'object' && 'length' in value
                ? inlineCell(value, path, writer)
                : { value: null }
            return { look: 'text', cells: [name, cell] }
          }
          const reason = typeof single === 'object' && single.as === 'status' ? single.basis : undefined
          return {
            look: 'text',
            cells: [
              name,
              { ...cellOf(single, path, writer), align: 'start' },
              ...(reason === undefined ? [] : [textCell(basisText(reason, writer), path, writer)]),
            ],
          }
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
        rows(textRow(block.title, 'callout', [...at, 'title'], writer)),
        blockRows(block.blocks, [...at, 'blocks'], writer),
      ])
    case 'image':
      return rows(...imageRows(block, at, writer))
    case 'signature':
      return rows(signatureRow(block, at, writer))
    case 'page-break':
      // The row after it begins a page.
      return nothing
    case 'custom':
      writer.context.omit(at, `this format has no form for the block ${block.name}; its fallback is written`)
      return blockRows(block.fallback, [...at, 'fallback'], writer)
  }
}

/** The caption on the first sheet with a link to the sheet where the table is. */
function onSheet(table: Table, at: Path, writer: Writer): Written {
  const sheet = tableSheet(writer.names.take(table.caption), table, at, writer)
  const cell = textCell(`${table.caption} — ${writer.say('onSheet')} «${sheet.name}»`, at, writer)
  const link = { to: 'sheet', sheet: sheet.name } as const
  return { rows: [{ look: 'link', spanned: true, cells: [{ ...cell, link }] }], sheets: [sheet] }
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
    const cell = inlineCell([`${indent}${marker}${decision}`, ...content], path, writer)
    return [
      { look: 'text', spanned: true, cells: [cell] } as const,
      ...itemRows(inner ?? [], ordered, [...path, 'items'], `${indent}    `, writer),
    ]
  })
}

/** The picture in a row of its own, or the words that stand for it, and its caption. */
function imageRows(block: Image, at: Path, writer: Writer): readonly SheetRow[] {
  const picture = pictureOf(block)
  const caption =
    block.caption === undefined ? [] : [textRow(block.caption, 'note', [...at, 'caption'], writer)]
  if (typeof picture !== 'string') {
    return [{ look: 'text', cells: [], picture, height: Math.ceil(picture.height) + 8 }, ...caption]
  }
  writer.context.omit(at, `${picture}; the words that describe it are written`)
  const text = block.source.as === 'qr' ? `${block.alt}: ${block.source.text}` : block.alt
  return [textRow(text, 'text', at, writer), ...caption]
}

/** Who signs, a line to sign on, the name and the day. */
function signatureRow({ position, name, on }: Signature, at: Path, writer: Writer): SheetRow {
  return {
    look: 'signed',
    height: 48,
    cells: [
      textCell(position, [...at, 'position'], writer),
      { value: null, look: 'line' },
      { value: name === undefined ? null : textCell(name, [...at, 'name'], writer).value },
      ...(on === undefined
        ? []
        : [{ ...cellOf({ as: 'date', value: on }, [...at, 'on'], writer), align: 'start' } as const]),
    ],
  }
}

const nothing: Written = { rows: [], sheets: [] }

function rows(...written: readonly SheetRow[]): Written {
  return { rows: written, sheets: [] }
}

function joined(parts: readonly Written[]): Written {
  return { rows: parts.flatMap((part) => part.rows), sheets: parts.flatMap((part) => part.sheets) }
}
