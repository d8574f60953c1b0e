import { join } from 'node:path'
import { snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { practicePassport, regionalSummary } from '@tirazh/report'
import { type Block, formats, type Report, valuesOf } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { make } from '../test/made.js'
import { read } from '../test/read.js'

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

  test.each(reports)('gives another program every value and title of $id', async (report) => {
    const { bytes } = await make(report)
    const { text, pages } = await read(bytes)
    const words = text.replaceAll(/\s/g, '')
    const f = formats(locale)
    const said = textsOf(report.blocks).map((value) => (typeof value === 'string' ? value : f.value(value)))
    expect(said.length).toBeGreaterThan(50)
    expect(said.filter((each) => !words.includes(each.replaceAll(/\s/g, '')))).toEqual([])
    expect(pages.length).toBeLessThan(12)
  })
})

/** What must be read: values, headings, captions and titles. */
function textsOf(blocks: readonly Block[]): ReturnType<typeof valuesOf> {
  return blocks.flatMap((block): ReturnType<typeof valuesOf> => {
    switch (block.type) {
      case 'heading':
        return [block.text]
      case 'chart':
        return [block.title]
      case 'table':
        return [block.caption, ...block.columns.map(({ title }) => title), ...valuesOf(block)]
      case 'columns':
        return block.columns.flatMap(textsOf)
      case 'callout':
        return [block.title, ...textsOf(block.blocks)]
      case 'metrics':
        // The unit of a figure stands beside it.
        return block.items.map(({ label }) => label)
      default:
        return valuesOf(block)
    }
  })
}
