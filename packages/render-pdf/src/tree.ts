import type { Truth } from '@tirazh/spec'

/** The document as the template reads it: every figure is text by now, and every text is data. */
export interface PdfDocument {
  readonly locale: string
  readonly title: string
  /** In points. */
  readonly titleSize: number
  readonly subtitle: string | null
  readonly issuer: string
  readonly issuedOn: string
  /** Year, month and day; the file is dated by it. */
  readonly date: readonly number[]
  readonly notice: string | null
  /** The title and the notice as they fit at the foot of a page. */
  readonly foot: { readonly title: string; readonly notice: string }
  readonly layout: 'report' | 'wide' | 'certificate'
  readonly arms: { readonly file: string; readonly alt: string } | null
  readonly colours: Readonly<Record<string, string>>
  readonly family: string
  readonly serif: string
  /** Letters that only the serif font has, as the inside of a character class, or empty. */
  readonly serifLetters: string
  /** Whether there are words that may have to be broken anywhere. */
  readonly longWords: boolean
  readonly blocks: readonly Node[]
  /** What stands at the foot of a certificate. */
  readonly signatures: readonly SignatureNode[]
  readonly seals: readonly ImageNode[]
}

/** A piece of text; plain, or with a look, a link or the mark of a decision before it. */
export type Run = string | StyledRun

export interface StyledRun {
  readonly t: string
  readonly look?: 'figure' | 'strong' | 'muted' | 'reason' | 'name'
  readonly href?: string
  readonly mark?: Truth
}

export type Runs = readonly Run[]

export type Node =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'lead'; readonly runs: Runs; readonly size: number }
  | ListNode
  | MetricsNode
  | TableNode
  | FigureNode
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Node[])[]; readonly across: number }
  | {
      readonly kind: 'callout'
      readonly tone: string
      readonly title: string
      readonly blocks: readonly Node[]
      readonly keep: boolean
    }
  | FactsNode
  | ImageNode
  | SignatureNode
  | { readonly kind: 'break' }
  | { readonly kind: 'notes'; readonly title: string; readonly items: readonly Runs[] }

export interface ListNode {
  readonly kind: 'list'
  readonly ordered: boolean
  /** Marks of decisions stand in place of the bullets. */
  readonly marked: boolean
  readonly items: readonly { readonly runs: Runs; readonly list: ListNode | null }[]
}

export interface MetricsNode {
  readonly kind: 'metrics'
  readonly across: number
  readonly items: readonly MetricItem[]
  readonly keep: boolean
}

export interface MetricItem {
  readonly label: string
  readonly value: Runs
  readonly unit: string | null
  /** In points, so that the value fits on a line. */
  readonly size: number
  readonly trend: DrawingNode | null
  readonly note: string | null
  readonly plan: DrawingNode | null
  readonly planText: string | null
}

export interface DrawingNode {
  readonly svg: string
  readonly alt: string
  /** In points. */
  readonly width: number
  readonly height: number
}

export interface TableNode {
  readonly kind: 'table'
  readonly caption: string
  readonly parts: readonly TablePart[]
  /** Rows are short enough to be kept whole. */
  readonly keep: boolean
  readonly note: string | null
}

/** A table, or as many of its columns as fit beside each other. */
export interface TablePart {
  /** Of the text, in points. */
  readonly size: number
  readonly columns: readonly PartColumn[]
  readonly rows: readonly (readonly CellNode[])[]
  readonly total: readonly CellNode[] | null
  /** The height of turned titles, or 0. */
  readonly turned: number
}

export interface PartColumn {
  readonly title: string
  /** In points, with the space around the text. */
  readonly width: number
  readonly end: boolean
  readonly turned: boolean
  readonly rowHeader: boolean
}

/** Text, or a bar with the text right of it in a room of its own. */
export type CellNode = string | Runs | { readonly bar: number; readonly room: number; readonly runs: Runs }

export interface FigureNode extends DrawingNode {
  readonly kind: 'figure'
  readonly title: string
  readonly note: string | null
}

export interface FactsNode {
  readonly kind: 'facts'
  /** The room for the labels, in points. */
  readonly room: number
  /** A long label has a line of its own. */
  readonly items: readonly { readonly label: string; readonly long: boolean; readonly runs: Runs }[]
}

export interface ImageNode {
  readonly kind: 'image'
  /** The name of a file, or a drawing. */
  readonly file: string | null
  readonly svg: string | null
  readonly alt: string
  readonly caption: string | null
  readonly width: number
  readonly height: number
}

export interface SignatureNode {
  readonly kind: 'signature'
  readonly position: string
  readonly name: string | null
  readonly on: string | null
}
