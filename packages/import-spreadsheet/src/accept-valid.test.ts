import { type Adoption, checkRecords, type RecordKind, type Records } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import * as oracle from '@tirazh/oracle'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderWith, setCell, type Tables, temporaryFolder } from '../test/register.js'

/** The ids that are accepted, and the issues as code, file, row and column. */
async function accepted(change: (tables: Tables) => void) {
  const { records, issues } = await readRegister(folderWith(change), { acceptValid: true })
  return {
    ids: records && Object.values(records).flatMap((all) => all.map(({ id }) => id)),
    issues: issues.map(({ code, file, row, column }) => [code, file, row, column]),
  }
}

test('one error and nothing is accepted, unless valid records are asked for', async () => {
  const folder = folderWith(({ adoptions }) => setCell(adoptions, 2, 'Внедрено', 'давно'))
  expect((await readRegister(folder)).records).toBeUndefined()
  const { records, issues } = await readRegister(folder, { acceptValid: true })
  expect(records?.adoption.map(({ id }) => id)).toEqual(['Т-2', 'Т-3'])
  expect(issues.map(({ code }) => code)).toEqual(['CELL_DATE'])
})

test('without an error both ways give the same', async () => {
  const folder = folderWith()
  expect(await readRegister(folder, { acceptValid: true })).toEqual(await readRegister(folder))
})

test('what depends on a refused record is left out with it, and says why', async () => {
  const { ids, issues } = await accepted(({ projects }) => setCell(projects, 2, 'Открытие', 'давно'))
  expect(ids).toEqual(['22501000', '22502000', '22503000', 'F1', 'П-2', 'ПР-2', 'Т-3'])
  expect(issues).toEqual([
    ['CELL_DATE', 'projects.csv', 2, 'Открытие'],
    ['ROW_LEFT_OUT', 'practices.csv', 2, 'Исходный проект'],
    ['ROW_LEFT_OUT', 'adoptions.csv', 2, 'Практика'],
    ['ROW_LEFT_OUT', 'adoptions.csv', 3, 'Практика'],
    ['ROW_LEFT_OUT', 'checks.csv', 2, 'Практика'],
    ['ROW_LEFT_OUT', 'defences.csv', 2, 'Практика'],
    ['ROW_LEFT_OUT', 'certificates.csv', 2, 'Практика'],
  ])
})

test('a row that is left out names the file and row of the cause', async () => {
  const folder = folderWith(({ checks }) => setCell(checks, 2, 'Дата', ''))
  const { issues } = await readRegister(folder, { acceptValid: true })
  expect(issues.at(-1)).toMatchObject({ code: 'ROW_LEFT_OUT', file: 'certificates.csv', value: 'ПП-1' })
  expect(issues.at(-1)?.message.ru).toContain('checks.csv, строка 2')
})

test('a project is not accepted with only some of its indicators', async () => {
  const { ids, issues } = await accepted(({ indicators }) => setCell(indicators, 4, 'База', '12.5'))
  expect(ids).not.toContain('П-2')
  expect(ids).toContain('П-1')
  expect(issues).toEqual([
    ['ROW_LEFT_OUT', 'projects.csv', 3, undefined],
    ['CELL_NUMBER', 'indicators.csv', 4, 'База'],
    ['ROW_LEFT_OUT', 'practices.csv', 3, 'Исходный проект'],
    ['ROW_LEFT_OUT', 'adoptions.csv', 4, 'Практика'],
  ])
})

test('an indicator of an unknown project is left out alone', async () => {
  const { ids, issues } = await accepted(({ indicators }) => setCell(indicators, 4, 'Проект', 'П-9'))
  expect(ids).toContain('П-2')
  expect(issues).toEqual([['REFERENCE_UNKNOWN', 'indicators.csv', 4, 'Проект']])
})

test('of records with the same id the first is accepted', async () => {
  const { ids, issues } = await accepted(({ adoptions }) => setCell(adoptions, 4, 'Код', 'Т-1'))
  expect(ids?.filter((id) => id.startsWith('Т'))).toEqual(['Т-1', 'Т-2'])
  expect(issues).toEqual([['ID_REPEATED', 'adoptions.csv', 4, 'Код']])
})

test('a foreign column does not keep valid rows out', async () => {
  const { ids, issues } = await accepted(({ defences }) =>
    defences.map((cells, row) => cells.push(row === 0 ? 'Примечание' : 'x')),
  )
  expect(ids).toContain('З-1')
  expect(issues).toEqual([['HEADER_UNKNOWN', 'defences.csv', 1, 'Примечание']])
})

test('without a whole file nothing is accepted: the others would say something else', async () => {
  const broken = await accepted(({ adoptions }) => setCell(adoptions, 3, 'Основание', '"Распоряжение'))
  expect(broken).toEqual({
    ids: undefined,
    issues: [['QUOTE_UNCLOSED', 'adoptions.csv', 3, 'Основание']],
  })
  const without = await accepted(({ adoptions }) => adoptions.map((cells) => cells.splice(8, 1)))
  expect(without).toEqual({ ids: undefined, issues: [['HEADER_MISSING', 'adoptions.csv', 1, 'Прекращено']] })
})

test('whatever cells are broken, the sound records that lean on sound records remain, and no others', async () => {
  const files = oracle.generate({ seed: 5, practices: 8, projects: 25, adoptionsPerPractice: 4 })
  const whole = temporaryFolder()
  oracle.writeRegister(whole, files)
  const all = (await readRegister(whole)).records
  if (all === undefined) throw new Error('the generated register is not sound')
  const rows = Object.entries(files).flatMap(([table, text]) => {
    const count = text.trim().split('\r\n').length - 1
    return Array.from({ length: count }, (_, index) => ({ table: table as oracle.TableName, row: index + 1 }))
  })
  const breaks = fc.uniqueArray(fc.record({ place: fc.constantFrom(...rows), cell: fc.nat() }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ place }) => place,
  })
  await fc.assert(
    fc.asyncProperty(breaks, async (chosen) => {
      const broken = { ...files }
      const refused = new Set<string>()
      for (const { place, cell } of chosen) {
        const lines = broken[place.table].split('\r\n')
        const cells = (lines[place.row] ?? '').split(';')
        refused.add(`${place.table} ${cells[0]}`)
        // The first cell stays readable so that the records that lean on it are known.
        cells[1 + (cell % (cells.length - 1))] = '\u0001'
        lines[place.row] = cells.join(';')
        broken[place.table] = lines.join('\r\n')
      }
      const folder = temporaryFolder()
      oracle.writeRegister(folder, broken)
      const { records, issues } = await readRegister(folder, { acceptValid: true })
      const expected = remaining(all, refused)
      expect(records).toEqual(expected)
      expect(checkRecords(expected).filter(({ severity }) => severity === 'error')).toEqual([])
      const leftOut = new Set(issues.map(({ file, row }) => `${file} ${row}`))
      const gone = (kind: RecordKind) => all[kind].length - expected[kind].length
      const reported = (file: string) =>
        [...leftOut].filter((place) => place.startsWith(`${file}.csv `)).length
      expect(reported('adoptions')).toBe(gone('adoption'))
      expect(reported('practices')).toBe(gone('practice'))
      expect(reported('projects')).toBe(gone('project'))
      expect((await readRegister(folder)).records).toBeUndefined()
    }),
    { numRuns: 40 },
  )
}, 60_000)

/** Written independently of the reader: drops what is refused, then what leans on it, until nothing changes. */
function remaining(all: Records, refused: ReadonlySet<string>): Records {
  const out = new Set(refused)
  const isIn = (table: string, id: string | undefined) => id === undefined || !out.has(`${table} ${id}`)
  const town = (...codes: (string | undefined)[]) => codes.every((code) => isIn('municipalities', code))
  for (let size = -1; size !== out.size; ) {
    size = out.size
    const drop = (table: string, id: string, stays: boolean) => stays || out.add(`${table} ${id}`)
    for (const each of all.municipality) drop('municipalities', each.id, town(each.successor))
    for (const each of all.factory) {
      drop(
        'factories',
        each.id,
        town(each.municipality, ...each.cluster.map((member) => member.municipality)),
      )
    }
    for (const each of all.project) {
      const stays = town(each.municipality) && isIn('factories', each.factory) && isIn('indicators', each.id)
      drop('projects', each.id, stays)
    }
    for (const each of all.practice) {
      drop('practices', each.id, town(each.author) && isIn('projects', each.sourceProject))
    }
    const leans = (each: Pick<Adoption, 'practice'>) => isIn('practices', each.practice)
    for (const each of all.adoption) drop('adoptions', each.id, leans(each) && town(each.municipality))
    for (const each of all.check) drop('checks', each.id, leans(each) && town(...(each.assessors ?? [])))
    for (const each of all.defence) drop('defences', each.id, leans(each))
    for (const each of all.certificate) {
      const stays = leans(each) && isIn('checks', each.check) && isIn('defences', each.defence)
      drop('certificates', each.id, stays)
    }
  }
  return {
    municipality: all.municipality.filter(({ id }) => isIn('municipalities', id)),
    factory: all.factory.filter(({ id }) => isIn('factories', id)),
    project: all.project.filter(({ id }) => isIn('projects', id)),
    practice: all.practice.filter(({ id }) => isIn('practices', id)),
    adoption: all.adoption.filter(({ id }) => isIn('adoptions', id)),
    check: all.check.filter(({ id }) => isIn('checks', id)),
    defence: all.defence.filter(({ id }) => isIn('defences', id)),
    certificate: all.certificate.filter(({ id }) => isIn('certificates', id)),
  }
}
