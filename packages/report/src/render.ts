import { type Block, type DataIssue, type Renderer, type Report, TirazhError } from '@tirazh/spec'

/** A rendered report with what the format could not draw. */
export interface Rendered<Out extends string | Uint8Array> {
  readonly body: Out
  readonly mediaType: string
  readonly extension: string
  readonly omitted: readonly Omission[]
}

export interface Omission {
  /** The path of the block within the report. */
  readonly at: readonly (string | number)[]
  readonly why: string
}

export interface RenderOptions {
  /** The address of another report; by default nothing is linked. */
  readonly link?: (report: string) => string | undefined
}

/**
 * Renders a report with one of the formats. The type of the result follows from the renderer: text
 * formats give a `string`, binary ones a `Uint8Array`.
 * @throws REPORT_INVALID with every issue, before the renderer sees the report
 */
export async function render<Out extends string | Uint8Array>(
  report: Report,
  renderer: Renderer<Out>,
  options: RenderOptions = {},
): Promise<Rendered<Out>> {
  const issues = reportIssues(report)
  if (issues.length > 0) {
    const first = issues[0]
    throw new TirazhError(
      'REPORT_INVALID',
      `The report '${report.id}' is not valid: ${first?.message.en ?? ''} (at ${first?.path.join('.') ?? ''})`,
      { issues },
    )
  }
  const omitted: Omission[] = []
  const body = await renderer.render(report, {
    omit: (at, why) => {
      omitted.push({ at, why })
    },
    link: options.link ?? (() => undefined),
  })
  return { body, mediaType: renderer.mediaType, extension: renderer.extension, omitted }
}

/** What is wrong with a report beyond its types: rows of another width, figures that are not numbers. */
export function reportIssues(report: Report): DataIssue[] {
  const issues: DataIssue[] = []
  const visit = (blocks: readonly Block[], path: readonly (string | number)[]): void => {
    blocks.forEach((block, index) => {
      const at = [...path, index]
      if (block.type === 'table') checkTable(block, at, issues)
      if (block.type === 'callout') visit(block.blocks, [...at, 'blocks'])
      if (block.type === 'custom') visit(block.fallback, [...at, 'fallback'])
      if (block.type === 'columns') {
        block.columns.forEach((column, position) => {
          visit(column, [...at, 'columns', position])
        })
      }
    })
  }
  visit(report.blocks, ['blocks'])
  checkNumbers(report.blocks, ['blocks'], issues)
  return issues
}

function checkTable(
  table: Extract<Block, { type: 'table' }>,
  at: readonly (string | number)[],
  issues: DataIssue[],
): void {
  const width = table.columns.length
  const rows = table.total === undefined ? table.rows : [...table.rows, table.total]
  rows.forEach((row, index) => {
    if (row.length === width) return
    const place = index < table.rows.length ? ['rows', index] : ['total']
    issues.push({
      code: 'REPORT_ROW_WIDTH',
      path: [...at, ...place],
      message: {
        ru: `В строке ${row.length} ячеек, а столбцов ${width}.`,
        en: `The row has ${row.length} cells but there are ${width} columns.`,
      },
    })
  })
}

function checkNumbers(value: unknown, path: readonly (string | number)[], issues: DataIssue[]): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    const message = {
      ru: `${value} — не число: неизвестное показывают словами.`,
      en: `${value} is not a number: show what is unknown in words.`,
    }
    issues.push({ code: 'REPORT_NUMBER', path, message })
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      checkNumbers(item, [...path, index], issues)
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) checkNumbers(item, [...path, key], issues)
  }
}
