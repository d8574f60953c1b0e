import { expect, test } from 'vitest'
import { readSvg } from '../test/read-svg.js'
import { chartPalettes } from './palette.js'
import { drawTrend } from './trend.js'

const options = { locale: 'ru', id: 't', label: 'Тиражировано практик' } as const
const trend = (...values: readonly (number | null)[]): { label: string; value: number | null }[] =>
  values.map((value, index) => ({ label: `${index + 1}-й`, value }))

/** The moves and lines of the path. */
function steps(svg: string): string {
  const path = readSvg(svg).find(({ name }) => name === 'path')
  return (path?.attributes.d ?? '').replace(/[^ML]/g, '')
}

test('a trend is a line through all values with a dot at its end', () => {
  const { svg, width, height, title } = drawTrend(trend(149, 184, 439), options)
  expect([width, height, title]).toEqual([120, 28, 'Тиражировано практик'])
  expect(steps(svg)).toBe('MLL')
  const dots = readSvg(svg).filter(({ name }) => name === 'circle')
  expect(dots.map(({ attributes }) => [attributes.cx, attributes.cy])).toEqual([['116', '4']])
})

test('a trend is broken where a value is not known, and a value between two gaps is a point', () => {
  const { svg } = drawTrend(trend(1, 2, null, 3, null, 4, 5), options)
  expect(steps(svg)).toBe('MLMML')
  expect(readSvg(svg).filter(({ name }) => name === 'circle')).toHaveLength(2)
})

test('a trend says how it began and ended, its extremes and its gaps', () => {
  expect(drawTrend(trend(149, null, 439, 184), options).description).toBe(
    'Ход: 3\u00a0значения. Первое: 149 — 1-й. Последнее: 184 — 4-й. Наибольшее: 439 — 3-й. ' +
      'Наименьшее: 149 — 1-й. Нет данных: 2-й.',
  )
  expect(drawTrend(trend(1, 2), { ...options, locale: 'en' }).description).toContain('Course: 2\u00a0values.')
})

test('a trend without any known value says so, and equal values are a level line', () => {
  for (const none of [trend(), trend(null, null)]) {
    expect(drawTrend(none, options).svg).toContain('>нет данных</text>')
  }
  expect(drawTrend(trend(5, 5), options).svg).toContain('d="M4 14L116 14"')
})

test('a trend with a palette has its colours and no classes', () => {
  const { svg } = drawTrend(trend(1, 2), { ...options, palette: chartPalettes.dark })
  expect(svg).not.toContain('class=')
  expect(svg).toContain(`fill="${chartPalettes.dark.accent}"`)
})

test('a number that is not finite is refused', () => {
  expect(() => drawTrend(trend(1, Number.NaN), options)).toThrow(/give null/)
})
