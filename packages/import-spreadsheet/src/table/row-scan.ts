/** A place from which on the rows cannot be told apart any more, or must not be read. */
export interface Break {
  readonly broken: 'CELL_TOO_LONG' | 'ROW_TOO_LONG' | 'QUOTE_UNCLOSED' | 'QUOTE_STRAY' | 'FILE_TOO_LONG'
  readonly row: number
  /** The position of the cell in its row, from 0. */
  readonly column: number
}

export interface Limits {
  /** Bytes. */
  readonly cell: number
  /** Bytes. */
  readonly row: number
  readonly cellsInRow: number
  readonly rows: number
}

/** The end of a row in a chunk. */
export interface Cut {
  readonly at: number
  readonly nextRow: number
}

/**
 * Finds the ends of rows in the bytes of a CSV file, in UTF-8 and in one-byte encodings: it knows quotes,
 * semicolons and line feeds. It keeps a few numbers, whatever the file holds.
 */
export class RowScan {
  broken: Break | undefined
  readonly #limits: Limits
  #state: State = 'start'
  #row = 1
  #column = 0
  /** Where the row and the cell began, relative to the chunk. */
  #rowStart = 0
  #cellStart = 0
  #hasLineBreak = false

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** The end of the header, if it is in this chunk, and of the last complete row, in their order. */
  next(chunk: Buffer): Cut[] {
    let header: Cut | undefined
    let last: Cut | undefined
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0
      const state = afterByte(this.#state, byte)
      if (state === 'stray') this.#break('QUOTE_STRAY')
      else if (state === 'next-cell') this.#nextCell(index + 1)
      else if (state === 'next-row') {
        this.#nextRow(index + 1)
        last = { at: index + 1, nextRow: this.#row }
        if (this.#row === 2) header = last
      } else {
        this.#state = state
        if (byte === lineFeed) this.#hasLineBreak = true
        if (index - this.#cellStart >= this.#limits.cell) this.#cellTooLong()
      }
      if (this.broken !== undefined) break
    }
    this.#rowStart -= chunk.length
    this.#cellStart -= chunk.length
    return [header, header === last ? undefined : last].filter((cut) => cut !== undefined)
  }

  /** What is wrong with the end of the file. */
  end(): Break | undefined {
    if (this.#state === 'quoted') this.#break('QUOTE_UNCLOSED')
    return this.broken
  }

  #nextCell(at: number): void {
    this.#state = 'start'
    this.#cellStart = at
    this.#hasLineBreak = false
    this.#column += 1
    const { row, cellsInRow } = this.#limits
    if (at - this.#rowStart > row || this.#column >= cellsInRow) this.#break('ROW_TOO_LONG')
  }

  #nextRow(at: number): void {
    this.#state = 'start'
    this.#cellStart = at
    this.#rowStart = at
    this.#hasLineBreak = false
    this.#column = 0
    if (this.#row > this.#limits.rows) this.#break('FILE_TOO_LONG')
    this.#row += 1
  }

  /** A long quoted cell with line breaks is rather a quote that somebody forgot to close. */
  #cellTooLong(): void {
    this.#break(this.#state === 'quoted' && this.#hasLineBreak ? 'QUOTE_UNCLOSED' : 'CELL_TOO_LONG')
  }

  #break(broken: Break['broken']): void {
    this.broken ??= { broken, row: this.#row, column: this.#column }
  }
}

/**
 * Where in a cell the scan stands. `quote` is after a quote in a quoted cell: it closes the cell or is the
 * first of a pair; `closed` is after the spaces that may follow a closed cell.
 */
type State = 'start' | 'plain' | 'quoted' | 'quote' | 'closed'

function afterByte(state: State, byte: number): State | 'next-cell' | 'next-row' | 'stray' {
  if (state === 'quoted') return byte === quote ? 'quote' : 'quoted'
  if (byte === semicolon) return 'next-cell'
  if (byte === lineFeed) return 'next-row'
  if (byte === quote && state === 'start') return 'quoted'
  if (byte === quote && state === 'quote') return 'quoted'
  if (state === 'start' || state === 'plain') return 'plain'
  return byte === space || byte === tab || byte === carriageReturn ? 'closed' : 'stray'
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const tab = 0x09
const space = 0x20
const quote = 0x22
const semicolon = 0x3b
