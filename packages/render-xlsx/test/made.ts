import { inflateRawSync } from 'node:zlib'
import type { Block, Path, Report } from '@tirazh/spec'
import exceljs from 'exceljs'
import readWorkbook from 'read-excel-file/node'
import { type XlsxOptions, xlsx } from '../src/xlsx.js'

export function reportOf(blocks: readonly Block[], more: Partial<Report> = {}): Report {
  return {
    schema: 'report/1',
    id: 'summary',
    locale: 'ru',
    title: 'Тиражирование практик',
    issuer: 'Проектный офис',
    issuedOn: '2026-10-05',
    notice: 'Демонстрационные данные',
    provenance: { asOf: '2026-09-30', source: 'Реестр', generator: 'tirazh', policies: [] },
    blocks,
    ...more,
  }
}

export interface Made {
  readonly bytes: Uint8Array
  readonly omitted: readonly (readonly [string, string])[]
}

export async function make(report: Report, options?: XlsxOptions, link?: string): Promise<Made> {
  const omitted: (readonly [string, string])[] = []
  const bytes = await xlsx(options).render(report, {
    omit: (at: Path, why) => omitted.push([at.join('/'), why]),
    link: () => link,
  })
  return { bytes, omitted }
}

export interface ReadSheet {
  readonly sheet: string
  readonly data: readonly (readonly unknown[])[]
}

/** The sheets as another library reads them; a date is the instant of its midnight in UTC. */
export async function read({ bytes }: Made): Promise<readonly ReadSheet[]> {
  const sheets = await readWorkbook(Buffer.from(bytes), { trim: false })
  return sheets.map(({ sheet, data }) => ({
    sheet,
    data: data.map((row) => row.map((cell: unknown) => (cell instanceof Date ? cell.toISOString() : cell))),
  }))
}

/** The workbook as a third library reads it, with links, panes and formats. */
export async function workbookOf({ bytes }: Made): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook()
  // A copy, because a file must be an `ArrayBuffer` of its own.
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

/** The text of each part of the file by its name, from the directory at the end of the archive. */
export function partsOf({ bytes }: Made): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes)
  const parts = new Map<string, string>()
  const end = file.length - 22
  let entry = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const name = file.toString('utf8', entry + 46, entry + 46 + file.readUInt16LE(entry + 28))
    const local = file.readUInt32LE(entry + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const content = file.subarray(start, start + file.readUInt32LE(entry + 20))
    const plain = file.readUInt16LE(entry + 10) === 0 ? content : inflateRawSync(content)
    parts.set(name, plain.toString('utf8'))
    entry += 46 + file.readUInt16LE(entry + 28) + file.readUInt16LE(entry + 30)
  }
  return parts
}

export function part(made: Made, name: string): string {
  const found = partsOf(made).get(name)
  if (found === undefined) throw new Error(`The file has no ${name}.`)
  return found
}
