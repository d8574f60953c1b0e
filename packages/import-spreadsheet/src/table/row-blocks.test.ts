import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvRows } from './csv-rows.js'
import { limits, type RowBlock, rowBlocks } from './row-blocks.js'
import type { Break, Limits } from './row-scan.js'

/** Reads text that arrives in pieces of some bytes. */
async function blocksOf(text: string, pieces: readonly number[], within?: Limits) {
  const bytes = Buffer.from(text)
  async function* chunks(): AsyncGenerator<Buffer, void> {
    for (let from = 0, index = 0; from < bytes.length; index += 1) {
      const length = pieces.length === 0 ? bytes.length : (pieces[index % pieces.length] ?? 1)
      yield bytes.subarray(from, from + length)
      from += length
    }
  }
  const blocks: RowBlock[] = []
  const breaks: Break[] = []
  for await (const each of rowBlocks(chunks(), within)) {
    if ('broken' in each) breaks.push(each)
    else blocks.push(each)
  }
  return { blocks, broken: breaks[0] }
}

const csvText = fc.string({ unit: fc.constantFrom(...';;;"""\n\n\r \tabЖ🜚'), maxLength: 60 })
const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 })

test('blocks of rows hold exactly the rows that the parser finds in the whole text', async () => {
  await fc.assert(
    fc.asyncProperty(csvText, pieces, async (text, lengths) => {
      const { blocks, broken } = await blocksOf(text, lengths)
      const found = blocks.flatMap(({ bytes, firstRow }) =>
        csvRows(bytes.toString()).map((cells, index) => ({ row: firstRow + index, cells })),
      )
      const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`
      const whole = Papa.parse<string[]>(`\n${ended}`, { delimiter: ';', newline: '\n' })
      expect(broken !== undefined).toBe(whole.errors.length > 0)
      if (broken !== undefined) return
      expect(found.map(({ row }) => row)).toEqual(found.map((_, index) => index + 1))
      expect(found.map(({ cells }) => cells.join('|'))).toEqual(
        whole.data.slice(1, -1).map((cells) => cells.join('|').replace(/\r$/, '')),
      )
    }),
    { numRuns: 3000 },
  )
})

test('the pieces in which the bytes arrive do not matter', async () => {
  await fc.assert(
    fc.asyncProperty(csvText, pieces, async (text, lengths) => {
      const whole = await blocksOf(text, [])
      const parts = await blocksOf(text, lengths)
      expect(parts.broken).toEqual(whole.broken)
      const bytesOf = (blocks: readonly RowBlock[]) =>
        Buffer.concat(blocks.map(({ bytes }) => bytes)).toString()
      // In one piece the rows before a break are one block, too.
      if (whole.broken === undefined) expect(bytesOf(parts.blocks)).toBe(bytesOf(whole.blocks))
    }),
    { numRuns: 1000 },
  )
})

test('the header is a block of its own', async () => {
  const { blocks } = await blocksOf('a;"b\nc"\r\n1;2\n3;4', [])
  expect(blocks.map(({ bytes, firstRow }) => [firstRow, bytes.toString()])).toEqual([
    [1, 'a;"b\nc"\r\n'],
    [2, '1;2\n'],
    [3, '3;4\n'],
  ])
})

test('a break tells the row and the position of the cell', async () => {
  const small: Limits = { cell: 8, row: 20, cellsInRow: 5, rows: 3 }
  const breakOf = async (text: string) => (await blocksOf(text, [3], small)).broken
  expect(await breakOf('a;b\n1;123456789')).toEqual({ broken: 'CELL_TOO_LONG', row: 2, column: 1 })
  expect(await breakOf('a;b\n1;"2\n3\n4\n5\n6"')).toEqual({ broken: 'QUOTE_UNCLOSED', row: 2, column: 1 })
  expect(await breakOf('a;b\n1;"23456789"')).toEqual({ broken: 'CELL_TOO_LONG', row: 2, column: 1 })
  expect(await breakOf('a;b\n"1')).toEqual({ broken: 'QUOTE_UNCLOSED', row: 2, column: 0 })
  expect(await breakOf('a;b\n1;"2" 3\n')).toEqual({ broken: 'QUOTE_STRAY', row: 2, column: 1 })
  expect(await breakOf('a;b\n;;;;;;')).toMatchObject({ broken: 'ROW_TOO_LONG', row: 2 })
  expect(await breakOf('a;b\n1234567;1234567;1234567;\n')).toMatchObject({ broken: 'ROW_TOO_LONG', row: 2 })
  expect(await breakOf('a\n1\n2\n')).toBeUndefined()
  expect(await breakOf('a\n1\n2\n3\n')).toMatchObject({ broken: 'FILE_TOO_LONG', row: 4 })
})

test('no more than a chunk and a row is held at a time', async () => {
  const row = `${'x'.repeat(99)}\n`
  const { blocks } = await blocksOf(row.repeat(10_000), [4096])
  expect(Math.max(...blocks.map(({ bytes }) => bytes.length))).toBeLessThan(4096 + 100)
  expect(limits.cell).toBe(32_768)
})
