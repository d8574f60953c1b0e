import type { CellStyle } from 'hucre/xlsx'

/** What a cell is in the document; how it looks follows. */
export type Look = 'body' | 'strong' | 'header' | 'title' | 'heading' | 'total' | 'note' | 'notice'

/** The style of a cell. A font is named in each: without a name some programs draw their own. */
export function styleOf(
  look: Look,
  font: string,
  cell: { readonly format?: string; readonly align?: 'start' | 'end' },
): CellStyle {
  return {
    ...looks(font)[look],
    alignment: {
      vertical: 'top',
      wrapText: true,
      ...(cell.align !== undefined && { horizontal: cell.align === 'end' ? 'right' : 'left' }),
    },
    ...(cell.format !== undefined && { numFmt: cell.format }),
  }
}

function looks(name: string): Readonly<Record<Look, CellStyle>> {
  const bold = { name, size: 11, bold: true }
  return {
    body: { font: { name, size: 11 } },
    strong: { font: bold },
    header: {
      font: bold,
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7ECF2' } },
      border: { bottom: { style: 'thin' } },
    },
    title: { font: { name, size: 16, bold: true } },
    heading: { font: { name, size: 13, bold: true } },
    total: { font: bold, border: { top: { style: 'thin' } } },
    note: { font: { name, size: 10, italic: true } },
    notice: { font: { ...bold, color: { rgb: '9C0006' } } },
  }
}
