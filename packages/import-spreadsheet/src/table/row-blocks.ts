import { type Break, type Limits, RowScan } from './row-scan.js'

/** Complete rows of a file as they stand in it, each ended by a line feed. */
export interface RowBlock {
  readonly bytes: Buffer
  /** The number of its first row; the header is row 1 and comes as a block of its own. */
  readonly firstRow: number
}

export const limits: Limits = { cell: 32 * 1024, row: 1024 * 1024, cellsInRow: 1000, rows: 5_000_000 }

/**
 * Cuts the bytes of a CSV file into blocks of complete rows, holding no more than a chunk and a row.
 * After a break nothing more comes.
 */
export async function* rowBlocks(
  chunks: AsyncIterable<Buffer>,
  within: Limits = limits,
): AsyncGenerator<RowBlock | Break, void> {
  const scan = new RowScan(within)
  let begun: Buffer[] = []
  let firstRow = 1
  for await (const chunk of chunks) {
    let from = 0
    for (const cut of scan.next(chunk)) {
      yield { bytes: joined(begun, chunk.subarray(from, cut.at)), firstRow }
      begun = []
      from = cut.at
      firstRow = cut.nextRow
    }
    if (scan.broken !== undefined) {
      yield scan.broken
      return
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
  }
  const unclosed = scan.end()
  if (unclosed !== undefined) yield unclosed
  else if (begun.length > 0) yield { bytes: joined(begun, Buffer.from('\n')), firstRow }
}

function joined(begun: readonly Buffer[], rest: Buffer): Buffer {
  return begun.length === 0 ? rest : Buffer.concat([...begun, rest])
}
