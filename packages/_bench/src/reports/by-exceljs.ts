import { PassThrough } from 'node:stream'
import { type Cell, formats, type Report } from '@tirazh/spec'

/** The table of a report as a workbook made by exceljs, with the same formats, widths, filter and header. */
export async function byExcelJs(report: Report): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('Внедрения', { views: [{ state: 'frozen', ySplit: 1 }] })
  const { columns, rows } = tableOf(report)
  sheet.columns = columns
  for (const row of rows) sheet.addRow(row)
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The same with its writer for large files. */
export async function byExcelJsInStreams(report: Report): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const stream = new PassThrough()
  const chunks: Uint8Array[] = []
  stream.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = workbook.addWorksheet('Внедрения', { views: [{ state: 'frozen', ySplit: 1 }] })
  const { columns, rows } = tableOf(report)
  sheet.columns = columns
  for (const row of rows) sheet.addRow(row).commit()
  sheet.commit()
  await workbook.commit()
  return Buffer.concat(chunks)
}

function tableOf(report: Report) {
  const table = report.blocks.find((block) => block.type === 'table')
  if (table === undefined) throw new Error('The report has no table')
  const f = formats(report.locale)
  return {
    columns: table.columns.map(({ title, as }, index) => ({
      header: title,
      key: `${index}`,
      width: 18,
      style: { numFmt: (as && numberFormats[as]) ?? 'General', font: { name: 'Arial', size: 10 } },
    })),
    rows: table.rows.map((row) => row.map(plain)),
  }

  function plain(cell: Cell): string | number | Date | null {
    if (cell === null || typeof cell === 'string') return cell
    switch (cell.as) {
      case 'number':
      case 'share':
        return cell.value
      case 'money':
        return cell.minor / 100
      case 'date':
        return new Date(`${cell.value}T00:00:00Z`)
      default:
        return f.value(cell)
    }
  }
}

const numberFormats: Readonly<Record<string, string>> = {
  number: '#,##0.0',
  money: '#,##0.00" ₽"',
  share: '0%',
  date: 'dd.mm.yyyy',
}
