import type { ColumnChart, TileChart } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { describeChart } from './describe.js'

const quarters: ColumnChart = {
  type: 'chart',
  chart: 'columns',
  title: 'Факт и план',
  labelTitle: 'Квартал',
  valueTitle: 'Факт',
  unit: 'внедрений',
  items: [
    { label: 'I 2026', value: 325, plan: 330 },
    { label: 'II 2026', value: 310, plan: 300 },
    { label: 'III 2026', value: 1439, plan: 1439 },
  ],
}
const map: TileChart = {
  type: 'chart',
  chart: 'tiles',
  title: 'План',
  labelTitle: 'Муниципалитет',
  valueTitle: 'Выполнение',
  unit: '%',
  breaks: [80],
  tiles: [
    ...['Бор', 'Вад', 'Выкса', 'Саров', 'Шахунья'].map((label, x) => ({
      x,
      y: 0,
      short: label,
      label,
      value: 75,
    })),
    { x: 0, y: 1, short: 'НН', label: 'Нижний Новгород', value: 133.3 },
    { x: 1, y: 1, short: 'Арзамас', label: 'Арзамас', value: null },
  ],
}

test('a description tells the extremes with their names, the course and the plan', () => {
  expect(describeChart(quarters, 'ru')).toBe(
    'Столбцы: 3\u00a0значения. Наибольшее: 1\u00a0439\u00a0внедрений — III 2026. ' +
      'Наименьшее: 310\u00a0внедрений — II 2026. Первое: 325\u00a0внедрений — I 2026. ' +
      'Последнее: 1\u00a0439\u00a0внедрений — III 2026. План выполнен: 2 из 3.',
  )
})

test('a description names the gaps, and of many equal ones the first three', () => {
  expect(describeChart(map, 'ru')).toBe(
    'Карта из плиток: 6\u00a0значений. Наибольшее: 133,3\u00a0% — Нижний Новгород. ' +
      'Наименьшее: 75\u00a0% — Бор, Вад, Выкса и ещё 2. Нет данных: Арзамас.',
  )
  expect(describeChart(map, 'en')).toBe(
    'Tile map: 6\u00a0values. Highest: 133.3\u00a0% — Нижний Новгород. ' +
      'Lowest: 75\u00a0% — Бор, Вад, Выкса and 2 more. No data: Арзамас.',
  )
})

test('a description of equal, single or no values does not invent a range', () => {
  const items = (values: readonly number[]): ColumnChart => ({
    ...quarters,
    items: values.map((value, index) => ({ label: `${index}`, value })),
  })
  expect(describeChart(items([]), 'en')).toBe('Column chart: 0\u00a0values.')
  expect(describeChart(items([5]), 'en')).toBe('Column chart: 1\u00a0value. Highest: 5\u00a0внедрений — 0.')
  expect(describeChart(items([5, 5]), 'ru')).toContain('Все значения равны 5\u00a0внедрений.')
})
