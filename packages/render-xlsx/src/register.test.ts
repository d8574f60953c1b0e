import { join } from 'node:path'
import { snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { practicePassport, regionalSummary } from '@tirazh/report'
import { type Block, type Cell, chartTable, type Report, type Table } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { make, partsOf, read } from '../test/made.js'

const { records } = await readRegister(
  join(import.meta.dirname, '../../../examples/regional-summary/register'),
)
if (records === undefined) throw new Error('The bundled register is sound.')
const region = snapshot(nizhnyNovgorod, records)
const asOf = '2025-12-24'

describe.each(['ru', 'en'] as const)('the bundled register in %s', (locale) => {
  const reports: readonly Report[] = [
    regionalSummary(region, { asOf, locale }),
    practicePassport(region, { practice: 'ПР-0001', asOf, locale }),
  ]

  test.each(reports)('gives another program every figure and day of the tables of $id', async (report) => {
    const made = await make(report)
    const [summary, ...sheets] = await read(made)
    const tables = tablesOf(report.blocks, report)
    expect(summary?.data[report.notice === undefined ? 0 : 1]?.[0]).toBe(report.title)
    expect(tables.length).toBeGreaterThan(0)
    const head = report.notice === undefined ? 2 : 3
    tables.forEach((table) => {
      const sheet = sheets.find(({ data }) => data[head - 2]?.[0] === table.caption)
      expect(sheet?.data.length).toBeGreaterThan(table.rows.length)
      table.rows.forEach((row, at) => {
        const cells = sheet?.data[head + at]
        row.forEach((cell, column) => {
          const figure = figureOf(cell)
          if (figure !== undefined) expect(cells?.[column]).toBe(figure)
        })
      })
    })
    for (const text of partsOf(made).values()) expect(text).not.toMatch(/<f[ >/]|t="e"/)
  })
})

/** The tables and the numbers of charts in the order of reading. */
function tablesOf(blocks: readonly Block[], report: Report): readonly Table[] {
  return blocks.flatMap((block): readonly Table[] => {
    switch (block.type) {
      case 'table':
        return [block]
      case 'chart':
        return [chartTable(block, report.locale)]
      case 'columns':
        return block.columns.flatMap((column) => tablesOf(column, report))
      case 'callout':
        return tablesOf(block.blocks, report)
      case 'custom':
        return tablesOf(block.fallback, report)
      default:
        return []
    }
  })
}

/** What a program should read from the cell, where it is a figure or a day. */
function figureOf(cell: Cell): number | string | undefined {
  if (cell === null || typeof cell === 'string') return undefined
  switch (cell.as) {
    case 'number':
      return cell.bound === undefined ? cell.value : undefined
    case 'share':
      return cell.value
    case 'money':
      return cell.minor / 100
    case 'date':
      return `${cell.value}T00:00:00.000Z`
    default:
      return undefined
  }
}
