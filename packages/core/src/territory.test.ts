import { type Factory, type Municipality, territory } from '@tirazh/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const okrug = (id: string, rest: Partial<Municipality> = {}): Municipality => ({
  id,
  name: `Округ ${id}`,
  type: 'municipal-okrug',
  ...rest,
})
const site = (id: string, host: string, codes: readonly string[], rest: Partial<Factory> = {}): Factory => ({
  id,
  name: `Площадка ${id}`,
  municipality: host,
  openedOn: '2018-01-01',
  cluster: codes.map((municipality) => ({ municipality })),
  ...rest,
})

const a = okrug('22500001', { dissolvedOn: '2022-04-28', successor: '22500002' })
const b = okrug('22500002', { dissolvedOn: '2025-04-04', successor: '22500003' })
const c = okrug('22500003')
const d = okrug('22500004', { existsFrom: '2024-01-01' })

test('a code stands for itself until the day of the merger, then for its successor, along the chain', () => {
  const { successionOf } = territory([a, b, c], [])
  const standsFor = (on: '2022-04-27' | '2022-04-28' | '2025-04-03' | '2025-04-04'): string =>
    successionOf('22500001', on).to
  expect(standsFor('2022-04-27')).toBe('22500001')
  expect(standsFor('2022-04-28')).toBe('22500002')
  expect(standsFor('2025-04-03')).toBe('22500002')
  expect(standsFor('2025-04-04')).toBe('22500003')
  expect(
    successionOf('22500001', '2025-12-24').steps.map((step) => [step.fromName, step.toName, step.on]),
  ).toEqual([
    ['Округ 22500001', 'Округ 22500002', '2022-04-28'],
    ['Округ 22500002', 'Округ 22500003', '2025-04-04'],
  ])
})

test('a code that is not in the register stands for itself, and a circle is not followed forever', () => {
  const x = okrug('22500008', { dissolvedOn: '2020-01-01', successor: '22500009' })
  const y = okrug('22500009', { dissolvedOn: '2020-01-01', successor: '22500008' })
  const { successionOf } = territory([x, y], [])
  expect(successionOf('99999999', '2025-01-01').to).toBe('99999999')
  expect(successionOf('22500008', '2025-01-01').to).toBe('22500009')
})

test('a municipality exists from its first day until the day it is dissolved', () => {
  const { municipalitiesOn } = territory([d, c, b, a], [])
  expect(municipalitiesOn('2022-04-27').map((each) => each.id)).toEqual(['22500001', '22500002', '22500003'])
  expect(municipalitiesOn('2025-04-04').map((each) => each.id)).toEqual(['22500003', '22500004'])
})

test('clusters follow the succession: a merger may leave a municipality in two clusters', () => {
  const map = territory(
    [a, b, c, d],
    [site('F1', '22500002', ['22500002', '22500001']), site('F2', '22500003', ['22500003'])],
  )
  const before = map.coverageOn('2025-04-03')
  expect([before.uncovered, before.inSeveralClusters]).toEqual([['22500004'], []])
  const after = map.coverageOn('2025-04-04')
  expect([after.uncovered, after.inSeveralClusters]).toEqual([['22500004'], ['22500003']])
  expect(after.dissolvedHosts.map(({ factory, succession }) => [factory.id, succession.to])).toEqual([
    ['F1', '22500003'],
  ])
})

test('only open sites and members of the day cover a municipality', () => {
  const closed = site('F1', '22500003', ['22500003'], { closedOn: '2024-01-01' })
  const dated: Factory = {
    ...site('F2', '22500003', []),
    cluster: [{ municipality: '22500003', from: '2024-06-01', until: '2025-01-01' }],
  }
  const map = territory([c], [closed, dated])
  expect(map.coverageOn('2023-12-31').uncovered).toEqual([])
  expect(map.coverageOn('2024-01-01').uncovered).toEqual(['22500003'])
  expect(map.coverageOn('2024-06-01').uncovered).toEqual([])
  expect(map.coverageOn('2025-01-01').uncovered).toEqual(['22500003'])
})

test('following the succession twice leads no further than once', () => {
  const days = ['2019-01-01', '2022-04-28', '2024-01-01', '2025-04-04', '2026-01-01'] as const
  const code = fc.constantFrom('22500001', '22500002', '22500003', '22500004')
  const map = territory([a, b, c, d], [])
  fc.assert(
    fc.property(code, fc.constantFrom(...days), (from, on) => {
      const { to } = map.successionOf(from, on)
      expect(map.successionOf(to, on).to).toBe(to)
    }),
  )
})
