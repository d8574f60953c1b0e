import {
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Drawn } from './paragraphs.js'
import { factStyleId, tableStyleId } from './table-style.js'

export interface DataRow {
  /** What each cell holds. */
  readonly cells: readonly (readonly Drawn[])[]
  /** Repeated on each page. */
  readonly head?: boolean
  /** May go on on the next page: a row longer than a page has to. */
  readonly long?: boolean
  /** Which cells are turned, and how high that makes the row, in twentieths of a point. */
  readonly turned?: { readonly cells: ReadonlySet<number>; readonly height: number }
  /** One cell across the table. */
  readonly across?: boolean
}

/** Which parts a table has, for its style and for those who hear it read. */
interface DataLook {
  readonly head: boolean
  readonly total: boolean
  readonly rowHeader: boolean
  /** The room left and right of what a cell holds, if other than that of the style. */
  readonly side?: number
}

/** A table of data in the style of the document; widths in twentieths of a point. */
export function dataTable(rows: readonly DataRow[], widths: readonly number[], look: DataLook): Table {
  return new Table({
    style: look.head ? tableStyleId : factStyleId,
    rows: rows.map((row) => dataRow(row, widths)),
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    ...(look.side === undefined ? {} : { margins: { left: look.side, right: look.side } }),
    tableLook: {
      ...{ firstRow: look.head, lastRow: look.total, firstColumn: look.rowHeader },
      ...{ lastColumn: false, noHBand: true, noVBand: true },
    },
  })
}

function dataRow(
  { cells, head = false, long = false, turned, across = false }: DataRow,
  widths: readonly number[],
) {
  return new TableRow({
    cantSplit: !long,
    tableHeader: head,
    ...(turned === undefined ? {} : { height: { value: turned.height, rule: HeightRule.ATLEAST } }),
    children: cells.map(
      (children, index) =>
        new TableCell({
          children,
          width: { size: across ? total(widths) : (widths[index] ?? 0), type: WidthType.DXA },
          ...(across ? { columnSpan: Math.max(1, widths.length) } : {}),
          ...(head ? { verticalAlign: VerticalAlignTable.BOTTOM } : {}),
          ...(turned?.cells.has(index) ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}),
        }),
    ),
  })
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0)
}
