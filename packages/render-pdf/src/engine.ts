import type { Signal } from '@tirazh/spec'

/** Turns a laid out document into a PDF. The one that ships uses Typst; a host may hand in another. */
export interface PdfEngine {
  /**
   * Jobs may be handed in while others run; they do not mix.
   * @throws the reason of `signal`, soon after it is aborted; any other error fails the render
   */
  compile(job: PdfJob, signal?: Signal): Promise<Uint8Array>
  /** A job with these fonts is being laid out: what takes time to start may start meanwhile. */
  prepare?(fonts: PdfJob['fonts']): void
  /** Ends what the engine keeps running. Another job may start it again. */
  close(): Promise<void>
}

/** Everything one PDF is made from. Nothing else may be read: no files, no network, no clock. */
export interface PdfJob {
  /** The sources of the template, by file name; `main.typ` is the first to be read. They are part of this package. */
  readonly template: Readonly<Record<string, string>>
  /** The document as JSON, which the template reads as data. */
  readonly data: string
  /** Pictures by the names that the data calls them by. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** TrueType fonts. The same array for each job of a renderer. */
  readonly fonts: readonly Uint8Array[]
  readonly standard: PdfStandard
  /** What is to be said of the tables, in the order of reading. */
  readonly tables: readonly TableTags[]
}

export interface TableTags {
  readonly columns: number
  /** The columns, from 0, whose cells are the heads of their rows. */
  readonly rowHeaders: readonly number[]
  /** The template has given the table one column more, whose only cell keeps the last rows together. */
  readonly held: boolean
}

/** PDF/UA-1, for readers with assistive technology, or PDF/A-2a, for archives. */
export type PdfStandard = 'ua-1' | 'a-2a'
