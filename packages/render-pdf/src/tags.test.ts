import { describe, expect, test } from 'vitest'
import { everything, practices, reportOf, wideTable } from '../test/fixture.js'
import { allTags, make, readBack } from '../test/made.js'
import { elements, read, wordsOf } from '../test/read.js'

describe.each(['ru', 'en'] as const)('a report in %s', async (locale) => {
  const report = everything(locale)
  const file = await readBack(report)

  test('has its title and its language', () => {
    expect(file.title).toBe(report.title)
    expect(file.language).toBe(locale)
  })

  test('has its headings as headings and as bookmarks, none skipped', () => {
    const headings = ['H1', 'H2', 'H3'].map((role) => allTags(role, file).map(wordsOf))
    expect(headings[0]).toEqual([report.title])
    expect(headings[1]).toHaveLength(2)
    expect(headings[2]).toHaveLength(1)
    expect([...file.outline].sort()).toEqual(headings.flat().sort())
  })

  test('has its pictures as figures with what they show', () => {
    const alts = allTags('Figure', file).map(({ alt }) => alt ?? '')
    // Three charts, a trend, three plans, a picture and a QR code.
    expect(alts).toHaveLength(9)
    for (const alt of alts) expect(alt.length).toBeGreaterThan(10)
    expect(alts.at(-1)).toContain('https://example.org/')
  })

  test('has its lists as lists', () => {
    const lists = allTags('L', file)
    expect(lists.length).toBeGreaterThanOrEqual(4)
    expect(allTags('LI', file).map(wordsOf).join('\n')).toContain(
      locale === 'ru' ? 'Эффект подтверждён' : 'The effect is confirmed',
    )
  })
})

describe('a table', async () => {
  const file = await readBack([practices('ru')])
  const rows = allTags('TR', file).map(elements)

  test('has head cells for its columns and for its rows', () => {
    expect(rows.map((cells) => cells.map(({ role }) => role))).toEqual([
      ['TH', 'TH', 'TH', 'TH', 'TH'],
      ...[1, 2, 3, 4].map(() => ['TH', 'TD', 'TD', 'TD', 'TD']),
    ])
  })

  test('has its caption and its words in the order of reading', () => {
    expect(allTags('Caption', file).map(wordsOf)).toEqual(['Три практики'])
    expect(rows.map(([head]) => (head === undefined ? '' : wordsOf(head)))).toEqual([
      'Практика',
      'Единое окно',
      'Канбан ремонтных заявок',
      'Маршруты школьных автобусов',
      'Всего',
    ])
  })

  test('says in the file itself which way its heads point', async () => {
    const { bytes } = await make(reportOf([practices('ru')]))
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.match(/\/Scope \/Row/g)).toHaveLength(4)
    expect(text.match(/\/Scope \/Column/g)).toHaveLength(5)
    expect(text).not.toContain('/ColSpan')
  })
})

test('several tables, with heads of rows and without, are told apart', async () => {
  const plain = { ...practices('ru'), columns: [{ title: 'А' }, { title: 'Б' }], rows: [['1', '2']] }
  const { total: _, note: __, ...bare } = plain
  const file = await read((await make(reportOf([bare, wideTable('ru'), practices('ru')]))).bytes)
  const heads = allTags('TR', file).map((row) => elements(row).filter(({ role }) => role === 'TH').length)
  expect(heads).toEqual([2, 0, 13, 1, 1, 1, 5, 1, 1, 1, 1])
})
