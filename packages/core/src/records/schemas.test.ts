import { type Adoption, type RecordKind, schemas } from '@tirazh/core'
import { isTirazhError } from '@tirazh/spec'
import { expect, test } from 'vitest'

const adoption: Adoption = {
  id: 'Т-000001',
  practice: 'ПР-0001',
  municipality: '22530000',
  status: 'implemented',
  implementedOn: '2024-10-19',
}

function issues(kind: RecordKind, input: unknown): (readonly [string, string])[] {
  const parsed = schemas[kind].safeParse(input)
  return parsed.ok ? [] : parsed.issues.map((issue) => [issue.code, issue.path.join('.')] as const)
}

test('a good record comes out as it went in', () => {
  expect(schemas.adoption.parse(adoption)).toEqual(adoption)
})

test('all that is wrong with a record is said at once, with its place, in both languages', () => {
  const bad = { ...adoption, municipality: '22', implementedOn: '2024-02-31', status: 'done', mood: 'good' }
  expect(issues('adoption', bad)).toEqual([
    ['OKTMO_FORMAT', 'municipality'],
    ['RECORD_WORD', 'status'],
    ['RECORD_DATE', 'implementedOn'],
    ['RECORD_FIELD_UNKNOWN', ''],
  ])
  const parsed = schemas.adoption.safeParse(bad)
  for (const issue of parsed.ok ? [] : parsed.issues) {
    expect(issue.message.ru).toMatch(/[а-я]/)
    expect(issue.message.en).not.toMatch(/[а-я]/)
  }
})

test('parse throws one error with every issue', () => {
  try {
    schemas.defence.parse({ id: '' })
    expect.unreachable()
  } catch (error) {
    expect(isTirazhError(error, 'RECORD_INVALID') && error.details.issues.length).toBe(5)
  }
})

test('an end before its beginning is refused at the later of the two dates', () => {
  expect(issues('adoption', { ...adoption, startedOn: '2024-12-01' })).toEqual([
    ['DATE_ORDER', 'implementedOn'],
  ])
  expect(issues('adoption', { ...adoption, endedOn: '2024-10-18' })).toEqual([['DATE_ORDER', 'endedOn']])
  const site = { id: 'F1', name: 'Ф', municipality: '22701000', openedOn: '2020-01-02', cluster: [] }
  expect(issues('factory', { ...site, closedOn: '2020-01-01' })).toEqual([['DATE_ORDER', 'closedOn']])
})

test('an id that is unsafe in a file name is refused', () => {
  for (const id of ['../secret', 'a/b', '.', 'x'.repeat(65), 'a b', '']) {
    expect(issues('adoption', { ...adoption, id })).toEqual([['RECORD_ID', 'id']])
  }
})

test('an indicator is measured in a unit of its metric, once a project', () => {
  const indicator = { metric: 'headcount', unit: 'minute' }
  const project = { id: 'П-1', title: 'П', municipality: '22701000' }
  expect(issues('project', { ...project, indicators: [indicator] })).toEqual([
    ['INDICATOR_UNIT', 'indicators.0.unit'],
  ])
  const good = { metric: 'headcount', unit: 'person' }
  expect(issues('project', { ...project, indicators: [good, good] })).toEqual([
    ['INDICATOR_REPEATED', 'indicators.1.metric'],
  ])
})

test('a number that no arithmetic could keep exact is refused', () => {
  const project = { id: 'П-1', title: 'П', municipality: '22701000' }
  const indicator = { metric: 'headcount', unit: 'person', base: 0.1 + 0.2 }
  expect(issues('project', { ...project, indicators: [indicator] })).toEqual([
    ['RECORD_RANGE', 'indicators.0.base'],
  ])
})

test('a score is between 0 and 20 or not recorded, five of them', () => {
  const check = { id: 'ПП-1', practice: 'ПР-1', heldOn: '2024-01-01' }
  expect(issues('check', { ...check, blocks: [20, null, 0, 16.5, 16] })).toEqual([])
  expect(issues('check', { ...check, blocks: [21, 1, 1, 1] })).toEqual([
    ['CHECK_SCORE', 'blocks.0'],
    ['RECORD_RANGE', 'blocks'],
  ])
})

test('a successor without the day of the succession is refused', () => {
  const okrug = { id: '22637000', name: 'Кстовский', type: 'municipal-okrug', successor: '22701000' }
  expect(issues('municipality', okrug)).toEqual([['SUCCESSION_UNDATED', 'dissolvedOn']])
})
