import type { Block, Inline, ListItem, Metric, Path, RenderContext, Renderer, Table } from '@tirazh/spec'
import { basesOf, chartTable, formats, type Report, reportWords, valuesOf } from '@tirazh/spec'

/** Renders a report to plain text for a letter or a terminal; charts become tables of their numbers. */
export function plainText(): Renderer<string> {
  return {
    format: 'plain-text',
    mediaType: 'text/plain',
    extension: 'txt',
    render: async (report, context) => document(report, context),
  }
}

function document(report: Report, context: RenderContext): string {
  const f = formats(report.locale)
  const issued = `${report.issuer}, ${f.date(report.issuedOn, 'long')}`
  const head = [report.notice, underlined(report.title, '='), report.subtitle, issued]
  return `${[...head, ...drawAll(report.blocks, ['blocks'])].filter((piece) => piece).join('\n\n')}\n`

  function drawAll(blocks: readonly Block[], at: Path): readonly string[] {
    context.signal?.throwIfAborted()
    return blocks.flatMap((block, index) => [
      ...draw(block, [...at, index]),
      ...basesOf(valuesOf(block)).map(({ rule }) => `* ${rule}`),
    ])
  }

  function draw(block: Block, at: Path): readonly string[] {
    switch (block.type) {
      case 'heading':
        return [underlined(block.text, '-')]
      case 'lead':
      case 'paragraph':
        return [said(block.content)]
      case 'list':
        return [items(block.items, '')]
      case 'metrics':
        return [block.items.map((item, index) => metric(item, [...at, 'items', index])).join('\n')]
      case 'facts':
        return [block.items.map(({ label, value }) => `${label}: ${said([value].flat())}`).join('\n')]
      case 'table':
        return [table(block)]
      case 'chart':
        context.omit(at, 'plain text has no drawings; the numbers stand in a table')
        return [table(chartTable(block, report.locale)), block.note ?? '']
      case 'columns':
        return block.columns.flatMap((blocks, index) => drawAll(blocks, [...at, 'columns', index]))
      case 'callout':
        return [`! ${block.title}`, ...drawAll(block.blocks, [...at, 'blocks'])]
      case 'image':
        if (block.source.as === 'file') context.omit(at, 'plain text has no pictures, only their words')
        return [line(block.alt, block.source.as === 'qr' ? block.source.text : '', block.caption)]
      case 'signature':
        return [line(block.position, '____________', block.name, block.on && f.date(block.on))]
      case 'page-break':
        return []
      case 'custom':
        context.omit(at, `plain text has no form for ${block.name}; its fallback is written`)
        return drawAll(block.fallback, [...at, 'fallback'])
    }
  }

  /** Running text; after a decision stands why. */
  function said(values: Inline): string {
    const why = (value: Inline[number]): string =>
      typeof value === 'object' && value.as === 'status' && value.basis ? ` (${value.basis.rule})` : ''
    return values.map((value) => f.value(value) + why(value)).join('')
  }

  function items(list: readonly ListItem[], indent: string): string {
    const lines = list.flatMap(({ content, status, items: inner = [] }, index) => [
      `${indent}${index + 1}. ${status === undefined ? '' : `${f.truth(status)}: `}${said(content)}`,
      ...(inner.length === 0 ? [] : [items(inner, `${indent}   `)]),
    ])
    return lines.join('\n')
  }

  function metric({ label, value, plan, trend, note }: Metric, at: Path): string {
    if (trend !== undefined) context.omit([...at, 'trend'], 'plain text draws no lines')
    return line(`${label}:`, said([value]), plan && `(${reportWords.plan[f.locale]}: ${said([plan])})`, note)
  }

  /** A line for each row, under the line of titles; what does not apply is left empty. */
  function table({ caption, columns, rows, total = [], note = '' }: Table): string {
    const lines = [...rows, total].map((cells) => cells.map((cell) => said([cell ?? ''])).join(' | '))
    const titles = columns.map(({ title }) => title).join(' | ')
    return [caption, titles, ...lines, note].filter((piece) => piece !== '').join('\n')
  }
}

function line(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part).join(' ')
}

function underlined(text: string, under: string): string {
  return `${text}\n${under.repeat([...text].length)}`
}
