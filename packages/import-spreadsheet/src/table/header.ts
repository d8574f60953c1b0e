import { wordReader } from '@tirazh/core'
import type { Text } from '@tirazh/spec'
import type { Finding, IssueList } from '../issue-list.js'
import { nearest } from '../nearest.js'
import { shown } from '../shown.js'
import type { Column, Format } from './format.js'

/** What the header row says about the columns of a file. */
export interface Header {
  /** The name of each column as issues show it: its header, or its letter. */
  readonly names: readonly string[]
  /** What each column holds; nothing where the header is not known. */
  readonly columns: readonly (Column | undefined)[]
  /** The headers of columns that the file does not have exactly once. */
  readonly lacking: ReadonlySet<string>
}

/** The header that a cell of the header row means; case, «ё» and spaces do not matter. */
export function headerReader(format: Format): (cell: string) => string | undefined {
  return wordReader(
    Object.fromEntries(format.columns.map(({ header }) => [header, { ru: header, en: header }])),
  )
}

/** Reads the header row and reports what is wrong with it. @returns nothing if it is no header at all */
export function readHeader(cells: readonly string[], format: Format, issues: IssueList): Header | undefined {
  const { file } = format
  const headerOf = headerReader(format)
  const headers = cells.map(headerOf)
  if (headers.every((header) => header === undefined)) {
    issues.add({ file, ...noHeader(cells.join(';'), format) })
    return undefined
  }
  if (cells.some((cell, index) => headers[index] === undefined && /\r(?!\n)/.test(cell))) {
    issues.add({ file, code: 'FILE_LINE_ENDS', message: lineEnds })
    return undefined
  }
  const names = cells.map((cell, index) => headers[index] ?? (cell.trim() || columnLetter(index)))
  const missing = new Set(
    format.columns.map(({ header }) => header).filter((each) => !headers.includes(each)),
  )
  const lacking = new Set(missing)
  const seen = new Set<string>()
  headers.forEach((header, index) => {
    const cell = cells[index]?.trim() ?? ''
    const place = { file, row: 1, column: names[index] ?? '' }
    if (header !== undefined) {
      if (seen.has(header)) issues.add({ ...place, code: 'HEADER_REPEATED', message: repeated })
      if (seen.has(header)) lacking.add(header)
      seen.add(header)
    } else if (cell === '') {
      issues.add({ ...place, code: 'HEADER_EMPTY', message: empty })
    } else {
      const meant = nearest(cell, [...missing])
      if (meant !== undefined) missing.delete(meant)
      issues.add({ ...place, code: 'HEADER_UNKNOWN', message: () => unknown(cell, meant) })
    }
  })
  for (const header of missing) {
    issues.add({ file, row: 1, column: header, code: 'HEADER_MISSING', message: () => absentColumn(header) })
  }
  const columns = headers.map((header) => format.columns.find((column) => column.header === header))
  return { names, columns, lacking }
}

/** A, B, …, Z, AA, AB, … */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}

/** Why nothing in a row is a header. */
function noHeader(row: string, format: Format): Omit<Finding, 'file'> {
  if (/[\ufffd\u0000-\u0008\u000e-\u001f]/.test(row)) return { code: 'FILE_ENCODING', message: encoding }
  const headerOf = headerReader(format)
  const otherwise = row.split(/[,\t|]/)
  if (otherwise.some((part) => headerOf(part) !== undefined)) {
    return { code: 'HEADER_SEPARATOR', row: 1, message: separator }
  }
  const headers = format.columns.map(({ header }) => header).join('; ')
  const message = (): Text => ({
    ru: `В первой строке нет заголовков. Нужны столбцы: ${headers}.`,
    en: `The first row has no headers. The columns needed: ${headers}.`,
  })
  return { code: 'HEADER_ABSENT', row: 1, message }
}

const encoding = (): Text => ({
  ru: 'Кодировка файла не распознана: сохраните его как «CSV UTF-8».',
  en: 'The encoding of the file is not recognised: save it as “CSV UTF-8”.',
})

const lineEnds = (): Text => ({
  ru: 'Строки файла разделены знаком CR, как на старых Mac: сохраните его как «CSV UTF-8».',
  en: 'The rows of the file are separated by CR, as on old Macs: save it as “CSV UTF-8”.',
})

function absentColumn(header: string): Text {
  return {
    ru: `Нет столбца «${header}»: добавьте его; ячейки, о которых ничего не известно, оставьте пустыми.`,
    en: `There is no column «${header}»: add it, and leave cells empty where nothing is known.`,
  }
}

function unknown(cell: string, meant: string | undefined): Text {
  const found = shown(cell)
  if (meant === undefined) {
    return {
      ru: `Столбца «${found}» в этом файле быть не должно: удалите его.`,
      en: `This file should not have the column «${found}»: remove it.`,
    }
  }
  return {
    ru: `Заголовок «${found}» неизвестен: вероятно, это «${meant}», исправьте его.`,
    en: `The header «${found}» is not known: it is probably «${meant}», correct it.`,
  }
}

const empty = (): Text => ({
  ru: 'У столбца нет заголовка: впишите его или удалите столбец.',
  en: 'The column has no header: enter it or remove the column.',
})

const repeated = (): Text => ({
  ru: 'Этот столбец уже есть: оставьте один из двух.',
  en: 'This column stands here a second time: keep one of the two.',
})

const separator = (): Text => ({
  ru: 'Столбцы разделены не точкой с запятой: сохраните файл как CSV с разделителем «;».',
  en: 'The columns are not separated by semicolons: save the file as CSV with the separator “;”.',
})
