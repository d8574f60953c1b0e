import { effectOf, type Indicator, type Project, releasedCapacity } from '@tirazh/core'
import { expect, test } from 'vitest'

const indicator = (rest: Partial<Indicator>): Indicator => ({ metric: 'headcount', unit: 'person', ...rest })
const project = (id: string, indicators: readonly Indicator[], rest: Partial<Project> = {}): Project => ({
  id,
  title: id,
  municipality: '22701000',
  closedOn: '2024-01-01',
  indicators,
  ...rest,
})

test('staff from 30 to 4 is a change of −86.7 % and 7.5 times better', () => {
  const effect = effectOf(indicator({ base: 30, result: 4 }))
  expect(effect.change).toBeCloseTo(-26 / 30, 12)
  expect(effect.outcome).toBe('improved')
  expect(effect.factor).toEqual({ kind: 'times', times: 7.5, moreThan: null })
})

test('complaints from 420 to 20 are more than 20 times fewer', () => {
  const effect = effectOf(indicator({ metric: 'complaints', unit: 'per-year', base: 420, result: 20 }))
  expect(effect.factor).toEqual({ kind: 'times', times: 21, moreThan: 20 })
})

test('a factor that is itself round is no bound', () => {
  expect(effectOf(indicator({ base: 40, result: 2 })).factor).toEqual({
    kind: 'times',
    times: 20,
    moreThan: null,
  })
})

test('a base of 0 is not infinity, and a result of 0 is an end, not a factor', () => {
  expect(effectOf(indicator({ base: 0, result: 4 }))).toEqual({ outcome: 'worsened' })
  expect(effectOf(indicator({ base: 0, result: 0 }))).toEqual({ outcome: 'unchanged' })
  expect(effectOf(indicator({ base: 7, result: 0 })).factor).toEqual({ kind: 'eliminated' })
  expect(
    effectOf(indicator({ metric: 'output', unit: 'piece-per-person-hour', base: 0, result: 5 })),
  ).toEqual({
    outcome: 'improved',
    factor: { kind: 'from-zero' },
  })
})

test('a factor is a bound only as it is shown: 20.001 is 20', () => {
  expect(effectOf(indicator({ base: 20001, result: 1000 })).factor).toEqual({
    kind: 'times',
    times: 20,
    moreThan: null,
  })
})

test('below zero there is no “how many times”', () => {
  const cost = indicator({ metric: 'cost', unit: 'rouble', base: -5, result: -10 })
  expect(effectOf(cost)).toEqual({ change: -1, outcome: 'improved' })
})

test('full-time equivalents are not people', () => {
  const posts = indicator({ unit: 'full-time-equivalent', base: 2.5, result: 1 })
  expect(releasedCapacity([project('П-1', [posts])], '2025-12-24').headcount).toBe(0)
})

test('what was not measured has no effect, which is not an effect of zero', () => {
  expect(effectOf(indicator({ base: 30 }))).toEqual({})
  expect(effectOf(indicator({ result: 4 }))).toEqual({})
})

test('growth is an improvement where more is better', () => {
  const output = indicator({ metric: 'output', unit: 'piece-per-person-hour', base: 10, result: 25 })
  expect(effectOf(output)).toEqual({
    change: 1.5,
    outcome: 'improved',
    factor: { kind: 'times', times: 2.5, moreThan: null },
  })
})

test('hours and people are summed over finished projects, and what got worse is subtracted', () => {
  const labour = (base: number, result: number): Indicator =>
    indicator({ metric: 'labour-input', unit: 'person-minute', base, result, yearlyVolume: 100 })
  const released = releasedCapacity(
    [
      project('П-1', [labour(30, 10), indicator({ base: 30, result: 4 })]),
      project('П-2', [labour(10, 16), indicator({ base: 2, result: 3 })]),
      project('П-3', [labour(500, 1)], { closedOn: '2026-01-01' }),
      project('П-4', [indicator({ base: 5 })]),
    ],
    '2025-12-24',
  )
  expect(released.labourHoursPerYear).toBe(23.33)
  expect(released.headcount).toBe(25)
  expect(released.worsened.map((ref) => [ref.project.id, ref.indicator.metric])).toEqual([
    ['П-2', 'labour-input'],
    ['П-2', 'headcount'],
  ])
  expect(released.missing.map((ref) => ref.project.id)).toEqual(['П-4'])
})

test('sums of decimals are exact', () => {
  const tenth = indicator({ base: 0.3, result: 0.2 })
  const many = Array.from({ length: 1000 }, (_, index) => project(`П-${index}`, [tenth]))
  expect(releasedCapacity(many, '2025-12-24').headcount).toBe(100)
})

test('hours given in person-hours are not divided by 60, and without a yearly volume there are none', () => {
  const inHours = indicator({
    metric: 'labour-input',
    unit: 'person-hour',
    base: 3,
    result: 1,
    yearlyVolume: 10,
  })
  const withoutVolume = indicator({ metric: 'labour-input', unit: 'person-minute', base: 3, result: 1 })
  const released = releasedCapacity(
    [project('П-1', [inHours]), project('П-2', [withoutVolume])],
    '2025-12-24',
  )
  expect(released.labourHoursPerYear).toBe(20)
  expect(released.withoutVolume.map((ref) => ref.project.id)).toEqual(['П-2'])
})
