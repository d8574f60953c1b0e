import type { Chart } from './chart.js'
import type { Truth } from './policy.js'
import type { Locale, Path, PlainDate } from './scalars.js'
import type { Inline, TypedValue, Value } from './value.js'

/** A document as data: what it says, with typed values, and nothing about how it looks. Plain JSON. */
export interface Report {
  readonly schema: 'report/1'
  /** Stable within the host: `summary`, `passport/ПР-0001`. */
  readonly id: string
  readonly locale: Locale
  readonly title: string
  readonly subtitle?: string
  readonly issuer: string
  readonly issuedOn: PlainDate
  /** A warning that every page must carry, such as «демонстрационные данные». */
  readonly notice?: string
  readonly provenance: Provenance
  /** How formats with pages lay it out; `report`, on upright pages, unless told. */
  readonly layout?: Layout
  readonly blocks: readonly Block[]
}

/**
 * `report`: A4 upright; `wide`: A4 across, for wide tables; `certificate`: one A4 page across with the
 * title and the lead set large, the signatures at its foot, and the provenance left to the QR code.
 */
export type Layout = 'report' | 'wide' | 'certificate'

/** What the report was made from, so that the same numbers can be had again. */
export interface Provenance {
  readonly asOf: PlainDate
  readonly source: string
  readonly generator: string
  readonly policies: readonly {
    readonly id: string
    readonly title: string
    readonly version: PlainDate | null
    readonly params: readonly { readonly title: string; readonly value: Value; readonly origin: string }[]
  }[]
}

export type Block =
  | Heading
  | Paragraph
  | Lead
  | List
  | Metrics
  | Table
  | Chart
  | Columns
  | Callout
  | Facts
  | Image
  | Signature
  | PageBreak
  | Custom

export interface Heading {
  readonly type: 'heading'
  /** 2 to 4; the title of the report is level 1. */
  readonly level: 2 | 3 | 4
  readonly text: string
}

export interface Paragraph {
  readonly type: 'paragraph'
  readonly content: Inline
}

/** The finding in a sentence, with its figures set off. */
export interface Lead {
  readonly type: 'lead'
  readonly content: Inline
}

export interface List {
  readonly type: 'list'
  readonly ordered?: boolean
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly content: Inline
  readonly status?: Truth
  readonly items?: readonly ListItem[]
}

/** Headline figures side by side. */
export interface Metrics {
  readonly type: 'metrics'
  readonly items: readonly Metric[]
}

export interface Metric {
  readonly label: string
  /** Its `basis` says how it was counted and is shown below it. */
  readonly value: TypedValue
  readonly note?: string
  /** What was planned for it, drawn as a mark on a bar. Of the same kind and unit as the value. */
  readonly plan?: TypedValue
  /** How it came about, oldest first, in the unit of the value; the last is the value itself. Drawn as a line. */
  readonly trend?: readonly TrendPoint[]
}

export interface TrendPoint {
  readonly label: string
  /** `null` where it is not known. */
  readonly value: number | null
}

export interface Table {
  readonly type: 'table'
  readonly caption: string
  readonly columns: readonly Column[]
  /** Cells in the order of the columns; `null` where a cell does not apply. */
  readonly rows: readonly (readonly Cell[])[]
  readonly total?: readonly Cell[]
  readonly note?: string
}

export type Cell = Value | null

export interface Column {
  readonly title: string
  /**
   * What the cells hold besides `null` and what is unknown; anything unless told. `number` includes
   * intervals. Formats with typed cells, such as workbooks, type the column by it even when it is empty.
   */
  readonly as?: ColumnKind
  /** By default figures and dates are aligned at the end: `isEndAligned`. */
  readonly align?: 'start' | 'end'
  /** The cell names its row. */
  readonly rowHeader?: boolean
  /** Draw a bar in each cell, as long as the number is large within the column. */
  readonly bar?: boolean
  /** The cells are short marks: the column may be as narrow as they are, its title turned. */
  readonly narrow?: boolean
}

export type ColumnKind = 'text' | 'number' | 'money' | 'share' | 'date' | 'status' | 'reference'

/** Blocks side by side where there is room, one below the other where there is not. */
export interface Columns {
  readonly type: 'columns'
  readonly columns: readonly (readonly Block[])[]
}

/** A passage set off from the rest. */
export interface Callout {
  readonly type: 'callout'
  readonly tone: 'attention' | 'note'
  readonly title: string
  readonly blocks: readonly Block[]
}

/** Names and values of one thing. */
export interface Facts {
  readonly type: 'facts'
  readonly items: readonly { readonly label: string; readonly value: Value | Inline }[]
}

/** A picture. */
export interface Image {
  readonly type: 'image'
  readonly source: ImageSource
  /** What a reader who cannot see it needs to know. */
  readonly alt: string
  readonly caption?: string
  /** In millimetres on paper; by default as wide as the text, and 25 for a QR code. */
  readonly width?: number
}

/** A file in base64, or a text that a format with pictures draws as a QR code and any other writes out. */
export type ImageSource =
  | { readonly as: 'file'; readonly mediaType: 'image/png' | 'image/jpeg'; readonly base64: string }
  | { readonly as: 'qr'; readonly text: string }

/** A place to sign: who signs, with room for the hand. */
export interface Signature {
  readonly type: 'signature'
  /** «Заместитель Губернатора Нижегородской области». */
  readonly position: string
  /** Initials and family name; absent where it is filled in by hand. */
  readonly name?: string
  readonly on?: PlainDate
}

/** What follows begins on a new page, where there are pages. */
export interface PageBreak {
  readonly type: 'page-break'
}

/** A block of the host's own; a renderer that does not know `name` draws the fallback. */
export interface Custom {
  readonly type: 'custom'
  readonly name: string
  readonly data: unknown
  readonly fallback: readonly Block[]
}

/** Turns a report into a file of one format. A pure function: same report, same bytes. */
export interface Renderer<Out extends string | Uint8Array = string | Uint8Array> {
  /** `html`, `markdown`, … */
  readonly format: string
  readonly mediaType: string
  /** Without the dot. */
  readonly extension: string
  render(report: Report, context: RenderContext): Promise<Out>
}

/** What a renderer is given besides the report. */
export interface RenderContext {
  /** Say what the format cannot draw; nothing is dropped in silence. `at` is the path of the block. */
  omit(at: Path, why: string): void
  /** The address of another report, or `undefined` where there is none to link to. */
  link(report: string): string | undefined
  /** Long work stops soon after it is aborted, and throws its reason. */
  readonly signal?: Signal
  /** Says how far long work is: `done` of `total` steps of whatever size, never backwards. */
  progress?(done: number, total: number): void
}

/** As much of an `AbortSignal` as long work needs, so that our declarations need no types of a platform. */
export interface Signal {
  readonly aborted: boolean
  readonly reason: unknown
  throwIfAborted(): void
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}
