import {
  type Block,
  chartTable,
  type Formats,
  formats,
  type ListItem,
  type Path,
  type RenderContext,
  type Renderer,
  type Report,
  type Table,
} from '@tirazh/spec'

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
  const head = [report.notice, underlined(report.title, '='), report.subtitle].filter(
    (line) => line !== undefined,
  )
  const issued = `${report.issuer}, ${f.date(report.issuedOn, 'long')}`
  return `${[...head, issued, ...drawAll(report.blocks, ['blocks'])].join('\n\n')}\n`

  function drawAll(blocks: readonly Block[], at: Path): readonly string[] {
    return blocks.flatMap((block, index) => draw(block, [...at, index]))
  }

  function draw(block: Block, at: Path): readonly string[] {
    switch (block.type) {
      case 'heading':
        return [underlined(block.text, '-')]
      case 'lead':
      case 'paragraph':
        return [f.inline(block.content)]
      case 'list':
        return [items(block.items, '', f)]
      case 'metrics':
        return [
          block.items
            .map(({ label, value, note = '' }) => `${label}: ${f.value(value)} ${note}`.trimEnd())
            .join('\n'),
        ]
      case 'facts':
        return [block.items.map(({ label, value }) => `${label}: ${f.inline([value].flat())}`).join('\n')]
      case 'table':
        return [table(block, f)]
      case 'chart':
        context.omit(at, 'plain text has no drawings; the numbers stand in a table')
        return [table(chartTable(block, report.locale), f), ...(block.note === undefined ? [] : [block.note])]
      case 'columns':
        return block.columns.flatMap((blocks, index) => drawAll(blocks, [...at, 'columns', index]))
      case 'callout':
        return [`! ${block.title}`, ...drawAll(block.blocks, [...at, 'blocks'])]
      case 'custom':
        context.omit(at, `plain text has no form for ${block.name}; its fallback is written`)
        return drawAll(block.fallback, [...at, 'fallback'])
    }
  }
}

function items(list: readonly ListItem[], indent: string, f: Formats): string {
  const lines = list.flatMap(({ content, status, items: inner = [] }, index) => [
    `${indent}${index + 1}. ${status === undefined ? '' : `${f.truth(status)}: `}${f.inline(content)}`,
    ...(inner.length === 0 ? [] : [items(inner, `${indent}   `, f)]),
  ])
  return lines.join('\n')
}

/** A line for each row, under the line of titles; what does not apply is left empty. */
function table({ caption, columns, rows, total, note }: Table, f: Formats): string {
  const lines = [...rows, ...(total === undefined ? [] : [total])].map((cells) =>
    cells.map((cell) => (cell === null ? '' : f.value(cell))).join(' | '),
  )
  const titles = columns.map(({ title }) => title).join(' | ')
  return [caption, titles, ...lines, ...(note === undefined ? [] : [note])].join('\n')
}

function underlined(text: string, line: string): string {
  return `${text}\n${line.repeat([...text].length)}`
}
