import type { ColumnChart, TileChart } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { bullet, dumbbell, line, stacked } from '../test/samples.js'
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

test('a description of lines tells the course of each', () => {
  expect(describeChart({ ...line, unit: 'шт.' }, 'ru')).toBe(
    'Линии: 2\u00a0ряда, 4\u00a0отметки. ' +
      'Все. Первое: 268\u00a0шт. — IV 2025. Последнее: 439\u00a0шт. — III 2026. ' +
      'Наибольшее: 439\u00a0шт. — III 2026. Наименьшее: 268\u00a0шт. — IV 2025. ' +
      'В здравоохранении. Первое: 40\u00a0шт. — IV 2025. Последнее: 75\u00a0шт. — III 2026. ' +
      'Наибольшее: 75\u00a0шт. — III 2026. Наименьшее: 40\u00a0шт. — IV 2025. Нет данных: I 2026.',
  )
})

test('a description of a comparison tells how many rose and fell, and calls neither better', () => {
  expect(describeChart(dumbbell, 'ru')).toBe(
    'Сравнение: II квартал и III квартал; 3\u00a0пары. Выросло: 1, снизилось: 1, без изменений: 1. ' +
      'Наибольший рост: Нижний Новгород (с 21 до 24). Наибольшее снижение: Бор (с 18 до 16). ' +
      'Нет данных: Саров (II квартал) и Шахунья.',
  )
  expect(describeChart(dumbbell, 'en')).toContain('Rose: 1, fell: 1, unchanged: 1.')
})

test('a description of bars with a plan counts only what is known', () => {
  expect(describeChart(bullet, 'ru')).toContain('План выполнен: 0 из 1. Нет данных: Бор.')
  expect(describeChart(bullet, 'en')).toContain('Bars with a plan: 2\u00a0values.')
})

test('a description of stacked bars tells the sums and the range of each part', () => {
  expect(describeChart(stacked, 'ru')).toBe(
    'Составные полосы: 3\u00a0полосы, 3\u00a0части. Сумма частей. Наибольшее: 60 — Нижний Новгород. ' +
      'Отобрано: 5–10. Внедряется: 20. Внедрено: 10–30. Нет данных: Бор (Внедряется) и Саров.',
  )
})

test('a description of columns with gaps names them and judges only the others', () => {
  const items = [{ label: 'I', value: null, plan: 5 }, ...quarters.items]
  const description = describeChart({ ...quarters, items }, 'ru')
  expect(description).toContain('План выполнен: 2 из 3. Нет данных: I.')
  expect(description).toContain('Первое: 325\u00a0внедрений — I 2026.')
})
