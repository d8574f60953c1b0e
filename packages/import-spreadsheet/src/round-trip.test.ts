import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Adoption, adoptionStatuses, idsOf, leanTools, type Project, projectResults } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import type { PlainDate } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderWith, smallTables } from '../test/register.js'

const town = fc.constantFrom('22501000', '22502000', '22503000')
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2089-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate)

/** Days that do not run backwards, each known or not. */
const days = (count: number) =>
  fc
    .array(fc.record({ on: day, known: fc.boolean() }), { minLength: count, maxLength: count })
    .map((all) =>
      all.sort((a, b) => (a.on < b.on ? -1 : 1)).map((each) => (each.known ? each.on : undefined)),
    )

/** Text as a cell can hold it: no spaces at its ends, nothing invisible, and not a sign for “unknown”. */
const line = fc
  .string({ unit: fc.constantFrom(...'абвё ЖZz;"«»,.\n\t№—-_/%🜚9'), minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() === text && !/^[_\-–—−]+$/.test(text))

const id = fc.stringMatching(/^[А-Яa-z0-9][А-Яa-z0-9._-]{0,30}$/)
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })

const adoption: fc.Arbitrary<Adoption> = fc
  .record({
    id,
    municipality: town,
    status: fc.constantFrom(...idsOf(adoptionStatuses)),
    dates: days(5),
    basis: maybe(line),
    fidelity: maybe(fc.nat(1000).map((thousandths) => thousandths / 1000)),
  })
  .map(({ dates: [plannedOn, startedOn, implementedOn, confirmedOn, endedOn], ...rest }) =>
    known({ ...rest, practice: 'ПР-1', plannedOn, startedOn, implementedOn, confirmedOn, endedOn }),
  )

const project: fc.Arbitrary<Project> = fc
  .record({
    id: id.filter((each) => each !== 'П-1' && each !== 'П-2'),
    title: line,
    municipality: town,
    organisation: maybe(line),
    process: maybe(line),
    factory: maybe(fc.constant('F1')),
    result: maybe(fc.constantFrom(...idsOf(projectResults))),
    dates: days(4),
    tools: maybe(fc.array(fc.constantFrom(...idsOf(leanTools)), { minLength: 1, maxLength: 5 })),
    sphere: maybe(line),
  })
  .map(({ dates: [openedOn, diagnosedOn, implementedOn, closedOn], ...rest }) =>
    known({ ...rest, openedOn, diagnosedOn, implementedOn, closedOn }),
  )

test('an adoption written as a row and read again is equal', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(adoption, { selector: (each) => each.id, maxLength: 20 }),
      async (all) => {
        const rows = all.map((each) => [
          each.id,
          each.practice,
          each.municipality,
          adoptionStatuses[each.status].ru,
          ...[each.plannedOn, each.startedOn, each.implementedOn, each.confirmedOn, each.endedOn].map(
            russian,
          ),
          each.basis,
          each.fidelity === undefined ? '' : String(Math.round(each.fidelity * 1000) / 10).replace('.', ','),
        ])
        const folder = folderWith()
        writeFileSync(join(folder, 'adoptions.csv'), written([smallTables().adoptions[0] ?? [], ...rows]))
        const { records, issues } = await readRegister(folder)
        expect(issues).toEqual([])
        expect(records?.adoption).toEqual(all)
      },
    ),
    { numRuns: 50 },
  )
}, 60_000)

test('a project written as a row and read again is equal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(project, { selector: (each) => each.id, maxLength: 20 }), async (all) => {
      const rows = all.map((each) => [
        each.id,
        each.title,
        each.municipality,
        each.organisation,
        each.process,
        each.factory,
        each.result && projectResults[each.result].ru,
        ...[each.openedOn, each.diagnosedOn, each.implementedOn, each.closedOn].map(russian),
        each.tools?.map((tool) => leanTools[tool].ru).join(', '),
        each.sphere,
      ])
      const folder = folderWith()
      writeFileSync(join(folder, 'projects.csv'), written([...smallTables().projects, ...rows]))
      const { records, issues } = await readRegister(folder)
      expect(issues).toEqual([])
      expect(records?.project.slice(2)).toEqual(all)
    }),
    { numRuns: 50 },
  )
}, 60_000)

/** Without the fields that are not known. */
function known<T extends object>(record: T): { [F in keyof T]: Exclude<T[F], undefined> } {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [F in keyof T]: Exclude<T[F], undefined> }
}

function russian(date: string | undefined): string {
  return date === undefined ? '' : date.split('-').reverse().join('.')
}

/** A small writer of the test's own. */
function written(rows: readonly (readonly (string | undefined)[])[]): string {
  const cell = (text = '') => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((cells) => `${cells.map(cell).join(';')}\r\n`).join('')
}
