import type { Chart } from '@tirazh/spec'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bars, bullet, columns, dumbbell, everyKind, line, stacked, tiles } from '../test/samples.js'
import { drawChart } from './chart.js'

const widths = ['wide', 'narrow'] as const

const draw = (chart: Chart, width: 'wide' | 'narrow' = 'wide', locale: 'ru' | 'en' = 'ru'): string =>
  drawChart(chart, { locale, width, id: 'c1' }).svg

/** The attribute of every element of a name, as numbers. */
function numbersOf(svg: string, element: string, attribute: string): readonly number[] {
  return [...svg.matchAll(new RegExp(`<${element}[^>]* ${attribute}="([^"]*)"`, 'g'))].map(([, value]) =>
    Number(value),
  )
}

describe('any chart', () => {
  test('is drawn with the same bytes from the same data, even frozen', () => {
    for (const chart of everyKind) {
      for (const width of widths) expect(draw(deepFreeze(chart), width)).toBe(draw(chart, width))
    }
  })

  test('is an image with a title and a description for readers who do not see it', () => {
    for (const chart of everyKind) {
      const { svg, title, description } = drawChart(chart, { locale: 'ru', width: 'wide', id: 'c1' })
      expect(svg).toContain('role="img" aria-labelledby="c1-title" aria-describedby="c1-desc"')
      expect(svg).toContain(`<title id="c1-title">${title}</title><desc id="c1-desc">${description}</desc>`)
    }
  })

  test('has no style attribute, script, event handler or address to load from', () => {
    for (const chart of everyKind) {
      const svg = draw(chart).replace('xmlns="http://www.w3.org/2000/svg"', '')
      expect(svg).not.toMatch(/ style=|<script|<style| on\w+=|https?:|href/)
    }
  })

  test('never writes smaller than 11 px at the size it is meant for', () => {
    for (const chart of everyKind) {
      for (const width of widths) {
        const sizes = numbersOf(draw(chart, width), 'text', 'font-size')
        expect(sizes.length).toBeGreaterThan(0)
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11)
      }
    }
  })

  test('begins every id with the prefix it is given and refers only to its own ids', () => {
    for (const chart of everyKind) {
      const svg = draw(chart)
      const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      const references = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) expect(id).toMatch(/^c1-/)
      for (const id of references) expect(ids).toContain(id)
    }
  })

  test('writes hostile text as text', () => {
    const hostile = '"><img src=x onerror=alert(1)></title><script>alert(1)</script>&\u0000'
    const charts: readonly Chart[] = [
      { ...bars, title: hostile, unit: hostile, items: [{ label: hostile, value: 1 }] },
      { ...columns, title: hostile, valueTitle: hostile, items: [{ label: hostile, value: 1 }] },
      { ...tiles, title: hostile, tiles: [{ x: 0, y: 0, short: hostile, label: hostile, value: 1 }] },
      { ...line, title: hostile, labels: [hostile], series: [{ title: hostile, values: [1] }] },
      { ...dumbbell, title: hostile, fromTitle: hostile, items: [{ label: hostile, from: 1, to: 2 }] },
      { ...bullet, title: hostile, items: [{ label: hostile, value: 1, plan: 2 }] },
      { ...stacked, title: hostile, parts: [hostile], items: [{ label: hostile, values: [1] }] },
    ]
    for (const chart of charts) {
      expect(draw(chart)).not.toMatch(/<img|<script|\u0000/)
      expect(draw(chart)).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;')
    }
  })

  test('says in words that it has no data when it is empty', () => {
    const empty: readonly Chart[] = [
      { ...bars, items: [] },
      { ...columns, items: [] },
      { ...tiles, tiles: [] },
      { ...line, labels: [], series: [] },
      { ...dumbbell, items: [] },
      { ...bullet, items: [] },
      { ...stacked, items: [], parts: [] },
    ]
    for (const chart of empty) expect(draw(chart)).toContain('>нет данных</text>')
  })

  test('is refused an id that cannot be referred to', () => {
    expect(() => drawChart(bars, { locale: 'ru', width: 'wide', id: 'два слова' })).toThrow(/Latin letter/)
  })
})

describe('bars', () => {
  test('are as long as their values and the highest is set off', () => {
    const svg = draw(bars)
    const [first = 0, second = 0] = numbersOf(svg, 'rect', 'width')
    expect(first / second).toBeCloseTo(2, 2)
    expect(svg.match(/tz-fill-accent/g)).toHaveLength(1)
  })

  test('and their numbers stay inside the drawing for any values, also negative ones', () => {
    const item = fc.record({
      label: fc.string({ maxLength: 60 }),
      value: fc.integer({ min: -1e6, max: 1e6 }),
    })
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...widths),
        (items, width) => {
          const drawing = drawChart({ ...bars, items }, { locale: 'ru', width, id: 'c' })
          const x = numbersOf(drawing.svg, 'rect', 'x')
          const lengths = numbersOf(drawing.svg, 'rect', 'width')
          for (const [index, from] of x.entries()) {
            expect(from).toBeGreaterThanOrEqual(0)
            expect(from + (lengths[index] ?? 0)).toBeLessThanOrEqual(drawing.width)
          }
        },
      ),
    )
  })
})

describe('columns', () => {
  test('rise with their values, carry a mark for the plan, and the last one is set off', () => {
    const svg = draw(columns)
    // The first rectangle belongs to the legend.
    const [, first = 0, second = 0] = numbersOf(svg, 'rect', 'height')
    expect(first / second).toBeCloseTo(360 / 439, 2)
    expect(svg.match(/<line[^>]*tz-stroke-mark/g)).toHaveLength(3)
    expect(svg).toContain('>План</text>')
  })

  test('without a plan have no sign for it', () => {
    const svg = draw({ ...columns, items: [{ label: 'III 2026', value: 439 }] })
    expect(svg).not.toContain('tz-stroke-mark')
    expect(svg).not.toContain('>План</text>')
  })

  test('that stand too close for all labels keep every so many, and the last', () => {
    const items = Array.from({ length: 60 }, (_, index) => ({
      label: `${2000 + index}`,
      value: 1000 + index,
    }))
    const svg = draw({ ...columns, items }, 'narrow')
    expect(svg).toContain('>2059</text>')
    expect((svg.match(/>20\d\d<\/text>/g) ?? []).length).toBeLessThan(15)
  })
})

describe('tiles', () => {
  test('belong to the class whose lower bound they reach', () => {
    const svg = draw(tiles)
    expect(svg).toMatch(/<title>Ветлужский: 79<\/title><rect[^>]*tz-fill-seq1/)
    expect(svg).toMatch(/<title>Шахунья: 80<\/title><rect[^>]*tz-fill-seq2/)
  })

  test('without a value are hatched and labelled in the language of the report', () => {
    expect(draw(tiles)).toMatch(/<title>Бор: нет данных<\/title><rect[^>]*fill="url\(#c1-none\)"/)
    expect(draw(tiles)).toContain('>н/д</text>')
    expect(draw(tiles, 'wide', 'en')).toContain('>n/a</text>')
    expect(draw(tiles, 'wide', 'en')).toContain('>no data</text>')
  })

  test('are explained by a legend that names every class', () => {
    for (const text of ['менее 80', '80–94', '95–104', '105–119', '120 и выше', 'нет данных']) {
      expect(draw(tiles)).toContain(`>${text}</text>`)
    }
    const fractions = draw({ ...tiles, breaks: [0.5, 1.5] }, 'wide', 'en')
    for (const text of ['below 0.5', 'from 0.5 to under 1.5', '1.5 and above']) {
      expect(fractions).toContain(`>${text}</text>`)
    }
  })

  test('drop what does not fit rather than shrink it', () => {
    const many = Array.from({ length: 30 }, (_, x) => ({
      x,
      y: 0,
      short: 'Шахунья',
      label: `М${x}`,
      value: 1234,
    }))
    expect(draw({ ...tiles, tiles: many }, 'narrow')).not.toContain('>1\u00a0234</text>')
    expect(draw({ ...tiles, tiles: many }, 'narrow')).toContain('<title>М7: 1\u00a0234</title>')
  })
})

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part)
    Object.freeze(value)
  }
  return value
}
