import type { Theme } from '@tirazh/charts'
import type { PlainDate } from '@tirazh/spec'

/** A workbook as data; `ooxml/` knows how it becomes a file. */
export interface Workbook {
  readonly title: string
  readonly author: string
  /** The day that the file says it was made on: never the clock. */
  readonly day: PlainDate
  readonly font: string
  readonly colours: Theme
  readonly sheets: readonly Sheet[]
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rowCount: number
  /** Walked once; a row need not exist before its turn. */
  readonly rows: Iterable<SheetRow>
  /** How many first rows stay in view and are printed on each page. */
  readonly frozen: number
  /** Rows, from 0, from the header to the last that can be filtered. */
  readonly filter?: { readonly first: number; readonly last: number }
  /** Columns, from 0, whose filtered cells have bars as long as their numbers. */
  readonly bars?: readonly number[]
  readonly landscape: boolean
  /** `&P` is the page, `&N` how many there are. */
  readonly footer: string
}

export interface SheetColumn {
  /** In characters. */
  readonly width: number
  /** Of the cells below the last row. */
  readonly format?: string
  /** Of the cells that say nothing else. */
  readonly align?: Align
}

export interface SheetRow {
  readonly look: Look
  /** One cell over the whole width of the sheet. */
  readonly spanned?: boolean
  /** A page ends before it. */
  readonly newPage?: boolean
  /** In points; by default as high as its text. */
  readonly height?: number
  readonly picture?: Picture
  readonly cells: readonly SheetCell[]
}

export interface SheetCell {
  /** Text, text of several looks, a number, or nothing. */
  readonly value: string | readonly Run[] | number | null
  /** A number format, for numbers. */
  readonly format?: string
  readonly align?: Align
  readonly look?: Look
  readonly link?: Link
}

export type Align = 'start' | 'end'

export interface Run {
  readonly text: string
  readonly look?: 'figure' | 'link'
}

export type Link =
  | { readonly to: 'address'; readonly address: string }
  | { readonly to: 'sheet'; readonly sheet: string }

/** A picture at the start of its row. */
export interface Picture {
  readonly extension: 'png' | 'jpeg'
  readonly bytes: Uint8Array
  readonly alt: string
  /** In points, 1/72 inch. */
  readonly width: number
  readonly height: number
}

/** What a cell is in the document; how it looks follows. `turned` is a header written upwards. */
export type Look =
  | 'body'
  | 'text'
  | 'strong'
  | 'figure'
  | 'link'
  | 'met'
  | 'unmet'
  | 'unknown'
  | 'header'
  | 'turned'
  | 'title'
  | 'subtitle'
  | 'lead'
  | 'heading'
  | 'callout'
  | 'total'
  | 'note'
  | 'notice'
  | 'signed'
  | 'line'
