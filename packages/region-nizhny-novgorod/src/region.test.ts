import { practiceModel, schemas, territory } from '@tirazh/core'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { rulebook } from '@tirazh/rules'
import { expect, test } from 'vitest'

const { municipalities, policies, tiles } = nizhnyNovgorod

test('there are 50 municipalities today: 6 urban and 44 municipal okrugs, and there were 51 before the merger', () => {
  const map = territory(municipalities, [])
  const today = map.municipalitiesOn('2026-07-09')
  expect(today.filter((each) => each.type === 'urban-okrug')).toHaveLength(6)
  expect(today.filter((each) => each.type === 'municipal-okrug')).toHaveLength(44)
  expect(map.municipalitiesOn('2025-04-03')).toHaveLength(51)
  expect(map.successionOf('22637000', '2025-04-04').to).toBe('22701000')
})

test('every municipality is a valid record', () => {
  for (const each of municipalities) expect(schemas.municipality.safeParse(each)).toMatchObject({ ok: true })
})

test('every municipality of today has a tile of its own with a name that fits', () => {
  const today = territory(municipalities, []).municipalitiesOn('2026-07-09')
  expect(tiles.map((tile) => tile.code).sort()).toEqual(today.map((each) => each.id))
  expect(new Set(tiles.map(({ x, y }) => `${x},${y}`)).size).toBe(tiles.length)
  for (const tile of tiles) expect(tile.short.length).toBeLessThanOrEqual(7)
})

test('the policies can be used, are plain JSON, and every threshold says that it is a default of the SDK', () => {
  expect(JSON.parse(JSON.stringify(policies))).toEqual(policies)
  expect(() => rulebook({ model: practiceModel, policies })).not.toThrow()
  const params = Object.values(policies).flatMap((policy) => Object.values(policy.params))
  expect(params).toHaveLength(6)
  for (const param of params) expect(param.origin.ru).toBe('значение SDK по умолчанию')
})
