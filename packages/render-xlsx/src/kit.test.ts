import { testRenderer } from '@tirazh/testkit'
import { describe, it } from 'vitest'
import { read } from '../test/made.js'
import { xlsx } from './index.js'

testRenderer({
  ...{ describe, it, name: 'xlsx', create: () => xlsx() },
  async textOf(file) {
    if (typeof file === 'string') throw new TypeError('A workbook is made of bytes')
    const sheets = await read({ bytes: file, omitted: [] })
    return sheets.flatMap(({ sheet, data }) => [sheet, ...data.flat()]).join('\n')
  },
})
