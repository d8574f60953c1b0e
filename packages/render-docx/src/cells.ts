import { type Cell, magnitudeOf, type Path } from '@tirazh/spec'
import { AlignmentType, type IParagraphOptions, TabStopType, TextRun } from 'docx'
import { barRun } from './bars.js'
import type { Drawn } from './paragraphs.js'
import { paragraph, runs } from './paragraphs.js'
import type { ParagraphStyle, TableStyle } from './styles.js'
import { valueRuns, whyOf } from './values.js'
import { measures, type Size } from './widths.js'
import type { Writer } from './writer.js'

/** How the cells of a column look. */
export interface ColumnLook {
  readonly title: string
  readonly end: boolean
  readonly narrow: boolean
  /** The cells say why their decisions are so. */
  readonly reasons: boolean
  /** The number that fills a bar. */
  readonly full?: number
}

interface CellSetting {
  readonly at: Path
  readonly look: ColumnLook | undefined
  readonly width: number
  readonly as: 'body' | 'last' | 'total'
  readonly size: Size
  readonly writing: Writer
}

export function drawCell(cell: Cell, { at, look, width, as, size, writing }: CellSetting): readonly Drawn[] {
  const style = styleOf(look?.end === true, as, size)
  const keep = {
    ...(as === 'last' ? { keepNext: true } : {}),
    ...(look?.narrow === true && !look.end ? { alignment: AlignmentType.CENTER } : {}),
  }
  if (cell === null) return [paragraph(style, as === 'total' ? [] : runs('—', 'Muted'), keep)]
  const own = valueRuns(cell, at, writing)
  const length = magnitudeOf(cell)
  if (as !== 'total' && look?.full !== undefined && length !== undefined) {
    const bar = barRun(length / look.full, writing)
    const tabStops = [{ type: TabStopType.RIGHT, position: width - 2 * measures[size].side - 2 }]
    return [
      paragraph(sized('TableText', size), [...bar, new TextRun({ text: '\t' }), ...own], {
        tabStops,
        ...keep,
      }),
    ]
  }
  const why = look?.reasons === true ? whyOf(cell) : undefined
  const reason = why === undefined ? [] : [paragraph('FinePrint', why, keep)]
  return [paragraph(style, own, keep), ...reason]
}

function styleOf(end: boolean, as: CellSetting['as'], size: Size): ParagraphStyle {
  if (as === 'total') return sized(end ? 'TableTotalFigure' : 'TableTotal', size)
  return sized(end ? 'TableFigure' : 'TableText', size)
}

export function sized(style: TableStyle, size: Size): ParagraphStyle {
  return size === 'plain' ? style : size === 'compact' ? `${style}Compact` : `${style}Fine`
}

export function titleLook(look: ColumnLook | undefined): IParagraphOptions {
  if (look?.narrow === true) return {}
  return look?.end === true ? { alignment: AlignmentType.RIGHT } : {}
}
