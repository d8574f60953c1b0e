import { join } from 'node:path'
import { snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { practicePassport, regionalSummary } from '@tirazh/report'
import { type Block, chartTable, formats, type Report, valuesOf } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { make, textOf } from '../test/made.js'

const { records } = await readRegister(
  join(import.meta.dirname, '../../../examples/regional-summary/register'),
)
if (records === undefined) throw new Error('The bundled register is sound.')
const region = snapshot(nizhnyNovgorod, records)
const asOf = '2025-12-24'

describe.each(['ru', 'en'] as const)('the bundled register in %s', (locale) => {
  const f = formats(locale)
  const reports: readonly Report[] = [
    regionalSummary(region, { asOf, locale }),
    practicePassport(region, { practice: 'ПР-0001', asOf, locale }),
  ]

  test.each(reports)(
    'has every value of $id in the order of reading, and nothing is left out',
    async (report) => {
      const made = await make(report, {}, 'https://example.org/report')
      expect(made.omitted).toEqual([])
      const text = textOf(made.bytes)
      let at = 0
      const missing: string[] = []
      for (const block of flat(report.blocks)) {
        const said = valuesOf(block).map((value) => f.value(figure(value)))
        let end = at
        for (const words of said) {
          // Within a block, cells may be read in parts of it; blocks follow each other.
          const found = text.indexOf(words.trim(), at)
          if (found === -1) missing.push(words)
          else end = Math.max(end, found)
        }
        at = end
      }
      expect(missing).toEqual([])
    },
  )

  test.each(reports)('has every number of the charts of $id', async (report) => {
    const text = textOf((await make(report)).bytes)
    for (const block of flat(report.blocks)) {
      if (block.type !== 'chart') continue
      for (const row of chartTable(block, locale).rows) {
        for (const cell of row) {
          const said = typeof cell === 'string' ? cell : cell?.as === 'number' ? String(cell.value) : ''
          expect(text).toContain(said)
        }
      }
    }
  })
})

/** The unit of a large figure is a run of its own. */
function figure(value: ReturnType<typeof valuesOf>[number]): typeof value {
  if (typeof value === 'string' || (value.as !== 'number' && value.as !== 'interval')) return value
  const { unit: _, ...rest } = value
  return rest
}

/** The blocks in the order of reading, without those that only hold others. */
function flat(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.type) {
      case 'columns':
        return block.columns.flatMap(flat)
      case 'callout':
        return flat(block.blocks)
      case 'custom':
        return flat(block.fallback)
      default:
        return [block]
    }
  })
}
