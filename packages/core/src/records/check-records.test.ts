import { checkRecords } from '@tirazh/core'
import { expect, test } from 'vitest'
import { smallRegister } from '../fixture.js'
import type { Records } from './types.js'

const small = smallRegister()

function found(rest: Partial<Records>): (readonly [string, string, string])[] {
  return checkRecords(smallRegister(rest)).map((issue) => [
    issue.code,
    `${issue.kind}/${issue.id}`,
    issue.path.join('.'),
  ])
}

test('a register in which everything refers to something has no issues', () => {
  expect(found({})).toEqual([])
})

test('a code that repeats is found at its second place', () => {
  const [first] = small.practice
  expect(first && found({ practice: [first, first] })).toEqual([['ID_REPEATED', 'practice/ПР-1', 'id']])
})

test('every reference that leads nowhere is found, wherever it stands', () => {
  const [check] = small.check
  expect(
    found({ defence: [], check: check ? [{ ...check, assessors: ['22701000', '22999000'] }] : [] }),
  ).toEqual([
    ['REFERENCE_UNKNOWN', 'check/ПП-1', 'assessors.1'],
    ['REFERENCE_UNKNOWN', 'certificate/Р-1', 'defence'],
  ])
})

test('successors in a circle are found at each of its members and not at those that lead into it', () => {
  const okrug = (id: string, successor: string): Records['municipality'][number] => ({
    id,
    name: id,
    type: 'municipal-okrug',
    dissolvedOn: '2020-01-01',
    successor,
  })
  expect(
    found({
      municipality: [
        ...small.municipality,
        okrug('22500001', '22500002'),
        okrug('22500002', '22500001'),
        okrug('22500003', '22500001'),
      ],
    }),
  ).toEqual([
    ['SUCCESSION_CIRCLE', 'municipality/22500001', 'successor'],
    ['SUCCESSION_CIRCLE', 'municipality/22500002', 'successor'],
  ])
})

test('an adoption of a practice that is not published is an issue', () => {
  const [practice] = small.practice
  if (practice === undefined) throw new Error('The register has a practice.')
  const { publishedOn: _, ...draft } = practice
  expect(found({ practice: [draft] })).toEqual([
    ['PRACTICE_UNPUBLISHED', 'adoption/Т-1', 'practice'],
    ['PRACTICE_UNPUBLISHED', 'adoption/Т-2', 'practice'],
    ['PRACTICE_UNPUBLISHED', 'adoption/Т-3', 'practice'],
  ])
})

test('a wrong check digit and a missing successor are only warnings', () => {
  const issues = checkRecords(
    smallRegister({
      municipality: [
        ...small.municipality,
        { id: '22727000', name: 'Кулебаки', type: 'urban-okrug', checkDigit: 1 },
        { id: '22500001', name: 'Бывший', type: 'municipal-okrug', dissolvedOn: '2020-01-01' },
      ],
    }),
  )
  expect(issues.map((issue) => [issue.code, issue.severity])).toEqual([
    ['OKTMO_CHECK_DIGIT', 'warning'],
    ['SUCCESSOR_MISSING', 'warning'],
  ])
})
