import type { Locale, Text } from '@tirazh/spec'

/** One thing in a register folder that was not understood or does not fit, with its place. */
export interface ImportIssue {
  /** An error keeps the row out of the records; a warning only says that somebody should look. */
  readonly severity: 'error' | 'warning'
  /** Stable; the README lists them. */
  readonly code: string
  /** The name of the file, or the folder as it was handed in. */
  readonly file: string
  /** As the spreadsheet program numbers it: the header is row 1. */
  readonly row?: number
  /** The header of the column, or its letter where there is no header. */
  readonly column?: string
  /** What stands in the cell, at most 60 characters. */
  readonly value?: string
  /** What is wrong and what to do. */
  readonly message: Text
}

/** An issue as one line: «adoptions.csv, строка 15, столбец «Внедрено»: …». */
export function describeIssue(issue: ImportIssue, locale: Locale): string {
  const { file, row, column, value } = issue
  const words = places[locale]
  const place = [
    file,
    ...(row === undefined ? [] : [words.row(row)]),
    ...(column === undefined ? [] : [words.column(column)]),
  ]
  const sentence = issue.message[locale]
  const isNamed = value === undefined || [`«${value}»`, `'${value}'`].some((name) => sentence.includes(name))
  const cell = isNamed ? '' : ` ${words.cell(value)}`
  return `${place.join(', ')}: ${sentence}${cell}`
}

interface PlaceWords {
  row(row: number): string
  column(column: string): string
  cell(value: string): string
}

const places: Readonly<Record<Locale, PlaceWords>> = {
  ru: {
    row: (row) => `строка ${row}`,
    column: (column) => `столбец «${column}»`,
    cell: (value) => `В ячейке: «${value}».`,
  },
  en: {
    row: (row) => `row ${row}`,
    column: (column) => `column «${column}»`,
    cell: (value) => `The cell says «${value}».`,
  },
}
