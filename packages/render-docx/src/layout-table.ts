import {
  BorderStyle,
  type ITableCellOptions,
  type ITableOptions,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Drawn } from './paragraphs.js'
import { paragraph } from './paragraphs.js'

/** A cell of a table that only sets things side by side. */
export interface LayoutCell {
  readonly content: readonly Drawn[]
  /** In twentieths of a point, with its margins. */
  readonly width: number
  readonly margins?: {
    readonly top?: number
    readonly bottom?: number
    readonly left?: number
    readonly right?: number
  }
  /** `rrggbb`. */
  readonly fill?: string
  /** Slanting lines of this colour, for what is not known. */
  readonly hatched?: string
  readonly borders?: NonNullable<ITableCellOptions['borders']>
  readonly bottom?: boolean
}

interface LayoutRow {
  readonly cells: readonly LayoutCell[]
  readonly whole?: boolean
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

/** A table without lines of its own, as wide as its cells. */
export function layoutTable(
  rows: readonly LayoutRow[],
  more: Pick<ITableOptions, 'float' | 'borders'> = {},
): Table {
  const widths = rows[0]?.cells.map(({ width }) => width) ?? []
  return new Table({
    rows: rows.map(
      ({ cells, whole = false }) => new TableRow({ cantSplit: whole, children: cells.map(layoutCell) }),
    ),
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    tableLook: {
      firstRow: false,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    ...more,
  })
}

function layoutCell({
  content,
  width,
  margins = {},
  fill,
  hatched,
  borders,
  bottom = false,
}: LayoutCell): TableCell {
  return new TableCell({
    // A cell ends with a paragraph.
    children: content.length === 0 ? [paragraph('Gap', [])] : content,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: 0, ...margins, marginUnitType: WidthType.DXA },
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
    ...(hatched === undefined
      ? {}
      : { shading: { type: ShadingType.THIN_DIAGONAL_STRIPE, fill: 'auto', color: hatched } }),
    ...(borders === undefined ? {} : { borders }),
    ...(bottom ? { verticalAlign: VerticalAlignTable.BOTTOM } : {}),
  })
}
