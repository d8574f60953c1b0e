import type { Truth } from './policy.js'
import type { Locale, Noun, Path, PlainDate, RecordRef } from './scalars.js'

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
  readonly blocks: readonly Block[]
}

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
  | Custom

/** A value as data. A plain string is text; a typed value is formatted by the renderer for the locale. */
export type Value = string | TypedValue

export type TypedValue =
  | NumberValue
  | IntervalValue
  | MoneyValue
  | ShareValue
  | DateValue
  | StatusValue
  | ReferenceValue
  | UnknownValue

export interface NumberValue {
  readonly as: 'number'
  readonly value: number
  /** Digits after the decimal sign; by default as many as the value has, at most 2. */
  readonly digits?: number
  /** Follows the number after a non-breaking space: `чел.`, `ч`. */
  readonly unit?: string
  /** The value is a bound: “more than 20”, “at least 15”. */
  readonly bound?: 'more-than' | 'at-least'
  readonly basis?: Basis
}

/** A count that is not certain yet: from `low` to `high`. */
export interface IntervalValue {
  readonly as: 'interval'
  readonly low: number
  readonly high: number
  readonly unit?: string
  readonly basis?: Basis
}

/** An exact amount in the smallest unit of the currency (kopecks). */
export interface MoneyValue {
  readonly as: 'money'
  readonly minor: number
  readonly currency: 'RUB'
  readonly basis?: Basis
}

/** A part of one: 0.867 is shown as 86,7 %. */
export interface ShareValue {
  readonly as: 'share'
  readonly value: number
  /** Digits after the decimal sign of the percentage; at most 1 by default. */
  readonly digits?: number
  /** Show the sign of a positive value too. */
  readonly signed?: boolean
  readonly basis?: Basis
}

export interface DateValue {
  readonly as: 'date'
  readonly value: PlainDate
  /** `short`: 05.10.2026, in tables; `long`: 5 октября 2026 г., in text. */
  readonly style?: 'short' | 'long'
}

/** A decision, to be shown by word and mark, never by colour alone. */
export interface StatusValue {
  readonly as: 'status'
  readonly status: Truth
  readonly text: string
}

/** Names a record; with `report` it leads to the report about it. */
export interface ReferenceValue {
  readonly as: 'reference'
  readonly text: string
  readonly record: RecordRef
  /** The id of the report that is about the record. */
  readonly report?: string
}

/** Not recorded. Shown in words, never as 0 or an empty cell. */
export interface UnknownValue {
  readonly as: 'unknown'
  readonly text: string
}

/** Where a figure comes from: the counting rule with its date, and the records it was computed from. */
export interface Basis {
  readonly rule: string
  readonly records: readonly RecordGroup[]
}

/** Records of one kind, each once, and what they are called where they are counted: «439 внедрений». */
export interface RecordGroup {
  readonly kind: string
  readonly noun: Noun
  readonly ids: readonly string[]
}

/** Running text with values in it. */
export type Inline = readonly Value[]

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
  /** By default figures and dates are aligned at the end: `isEndAligned`. */
  readonly align?: 'start' | 'end'
  /** The cell names its row. */
  readonly rowHeader?: boolean
  /** Draw a bar in each cell, as long as the number is large within the column. */
  readonly bar?: boolean
}

export type Chart = BarChart | ColumnChart | TileChart

interface ChartBase {
  readonly type: 'chart'
  readonly title: string
  /** What the reader should see in it. */
  readonly note?: string
  /** How the numbers are written in labels. */
  readonly unit?: string
}

/** Horizontal bars, one per item, in the order given. */
export interface BarChart extends ChartBase {
  readonly chart: 'bars'
  readonly labelTitle: string
  readonly valueTitle: string
  readonly items: readonly { readonly label: string; readonly value: number }[]
}

/** Vertical columns over time or another ordered scale, in the order given. */
export interface ColumnChart extends ChartBase {
  readonly chart: 'columns'
  readonly labelTitle: string
  readonly valueTitle: string
  /** `plan` draws a mark across the column. */
  readonly items: readonly { readonly label: string; readonly value: number; readonly plan?: number }[]
}

/** A map of equal tiles, each at its approximate place. `null` where the value is unknown. */
export interface TileChart extends ChartBase {
  readonly chart: 'tiles'
  readonly labelTitle: string
  readonly valueTitle: string
  readonly tiles: readonly {
    readonly x: number
    readonly y: number
    /** At most seven letters fit. */
    readonly short: string
    readonly label: string
    readonly value: number | null
  }[]
  /** Ascending lower bounds of the second and further colour classes. */
  readonly breaks: readonly number[]
}

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
}
