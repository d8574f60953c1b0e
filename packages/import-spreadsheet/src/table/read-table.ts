import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Text } from '@tirazh/spec'
import type { Finding, IssueList } from '../issue-list.js'
import { csvRows } from './csv-rows.js'
import { beginningOf, decoderFor } from './encoding.js'
import type { Format } from './format.js'
import { columnLetter, type Header, headerReader, readHeader } from './header.js'
import { type Row, rowReader } from './read-row.js'
import { limits, rowBlocks } from './row-blocks.js'
import type { Break } from './row-scan.js'

export interface TableReading {
  /** Rows below the header that are not empty. */
  readonly rows: number
  /** Whether the file has every column once and was read to its end. */
  readonly complete: boolean
}

export interface TableSource {
  readonly path: string
  readonly format: Format
  readonly issues: IssueList
  /** Called for each row below the header that is not empty. */
  readonly onRow: (row: Row) => void
  /** Called with the number of bytes read since the last call. */
  readonly onBytes: (bytes: number) => void
}

/** Reads a file of the register row by row; whatever is wrong with it becomes an issue. */
export async function readTable(source: TableSource): Promise<TableReading> {
  const { format, issues } = source
  try {
    return await readRows(source)
  } catch (error) {
    if (!isSystemError(error)) throw error
    const { file } = format
    if (error.code === 'ENOENT') issues.add({ file, code: 'FILE_MISSING', message: () => missing(file) })
    else issues.add({ file, code: 'FILE_UNREADABLE', message: () => unreadable(error.code) })
    return nothing
  }
}

async function readRows({ path, format, issues, onRow, onBytes }: TableSource): Promise<TableReading> {
  const { file } = format
  // Opening a pipe would wait for its other end for ever.
  if (!(await stat(path)).isFile()) {
    issues.add({ file, code: 'FILE_UNREADABLE', message: () => unreadable('ENOTFILE') })
    return nothing
  }
  const beginning = beginningOf(await headOf(path))
  if ('code' in beginning) {
    issues.add({ file, ...beginning })
    return nothing
  }
  let rows = 0
  let header: Header | undefined
  let decoder: TextDecoder | undefined
  let readRow: ReturnType<typeof rowReader> | undefined
  for await (const block of rowBlocks(chunksOf(path, beginning.skip, onBytes))) {
    if ('broken' in block) {
      issues.add({ file, ...broken(block, header) })
      return { rows, complete: false }
    }
    if (decoder === undefined || readRow === undefined) {
      const headerOf = headerReader(format)
      decoder = decoderFor(block.bytes, (cell) => headerOf(cell) !== undefined)
      header = readHeader(csvRows(decoder.decode(block.bytes))[0] ?? [], format, issues)
      if (header === undefined) return nothing
      readRow = rowReader(format, header, issues)
      continue
    }
    let number = block.firstRow
    for (const cells of csvRows(decoder.decode(block.bytes))) {
      const row = readRow(cells, number)
      number += 1
      if (row === undefined) continue
      rows += 1
      onRow(row)
    }
  }
  if (header === undefined) issues.add({ file, code: 'FILE_EMPTY', message: empty })
  return { rows, complete: header !== undefined && header.lacking.size === 0 }
}

const nothing: TableReading = { rows: 0, complete: false }

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function* chunksOf(
  path: string,
  start: number,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer, void> {
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { start, highWaterMark: 128 * 1024 })
  for await (const chunk of chunks) {
    yield chunk
    onBytes(chunk.length)
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

function missing(file: string): Text {
  return {
    ru: `Файла ${file} нет в папке: положите его туда; если записей нет, пусть в нём будет строка заголовков.`,
    en: `The file ${file} is not in the folder: put it there; if there are no records, with its header row only.`,
  }
}

function unreadable(reason = ''): Text {
  return {
    ru: `Файл не читается (${reason}): проверьте, что это обычный файл и он открыт для чтения.`,
    en: `The file cannot be read (${reason}): check that it is an ordinary file and may be read.`,
  }
}

const empty = (): Text => ({
  ru: 'Файл пуст: нужна хотя бы строка заголовков.',
  en: 'The file is empty: it needs at least the header row.',
})

function broken({ broken: code, row, column }: Break, header: Header | undefined): Omit<Finding, 'file'> {
  const message = (): Text => breaks[code]
  if (code === 'FILE_TOO_LONG' || code === 'ROW_TOO_LONG') return { code, row, message }
  return { code, row, column: header?.names[column] ?? columnLetter(column), message }
}

const notRead = {
  ru: 'Остальные строки файла не прочитаны.',
  en: 'The rows after it were not read.',
}

const breaks: Readonly<Record<Break['broken'], Text>> = {
  CELL_TOO_LONG: {
    ru: `Ячейка длиннее ${limits.cell / 1024} КБ: сократите её. ${notRead.ru}`,
    en: `The cell is longer than ${limits.cell / 1024} KB: shorten it. ${notRead.en}`,
  },
  ROW_TOO_LONG: {
    ru: `Строка длиннее 1 МБ или ${limits.cellsInRow} ячеек: проверьте, где она кончается. ${notRead.ru}`,
    en: `The row is longer than 1 MB or ${limits.cellsInRow} cells: look where it should end. ${notRead.en}`,
  },
  QUOTE_UNCLOSED: {
    ru: `Ячейка начинается кавычкой, которая нигде не закрыта: закройте или уберите её. ${notRead.ru}`,
    en: `The cell begins with a quote that is closed nowhere: close or remove it. ${notRead.en}`,
  },
  QUOTE_STRAY: {
    ru: `Кавычка внутри ячейки в кавычках не удвоена или стоит не на месте: удвойте или уберите её. ${notRead.ru}`,
    en: `A quote inside a quoted cell is not doubled or out of place: double or remove it. ${notRead.en}`,
  },
  FILE_TOO_LONG: {
    ru: `В файле больше ${limits.rows} строк: разделите регистр. ${notRead.ru}`,
    en: `The file has more than ${limits.rows} rows: divide the register. ${notRead.en}`,
  },
}
