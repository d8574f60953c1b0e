import { describe, expect, test } from 'vitest'
import { type Placed, readSvg } from '../test/read-svg.js'
import { bars, bullet, columns, dumbbell, line, stacked } from '../test/samples.js'
import { drawChart } from './chart.js'

type Kind = Parameters<typeof drawChart>[0]

const elements = (chart: Kind, width: 'wide' | 'narrow' = 'wide'): readonly Placed[] =>
  readSvg(drawChart(chart, { locale: 'ru', width, id: 'c' }).svg)

const texts = (chart: Kind, width: 'wide' | 'narrow' = 'wide'): readonly string[] =>
  elements(chart, width)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text)

/** The numbers of an attribute, of the elements of a name and of a paint. */
function lengths(all: readonly Placed[], name: string, paint: RegExp, attribute: string): readonly number[] {
  return all
    .filter((element) => element.name === name)
    .filter(({ attributes }) => paint.test(attributes.class ?? attributes.fill ?? ''))
    .map(({ attributes }) => Number(attributes[attribute]))
}

describe('what is not known', () => {
  test('has no bar among bars, and the words in its place', () => {
    const chart = { ...bars, items: [...bars.items, { label: 'Бор', value: null }] }
    expect(lengths(elements(chart), 'rect', /fill/, 'width')).toHaveLength(2)
    expect(texts(chart)).toContain('нет данных')
  })

  test('is a hatched gap among columns, once for neighbours, with the words', () => {
    const items = [null, 3, null, null, 5].map((value) => ({ label: 'I', value }))
    const gaps = elements({ ...columns, items }).filter(
      ({ attributes }) => attributes.fill === 'url(#c-none)',
    )
    // One of them is the sign of the legend.
    expect(gaps.map(({ attributes }) => attributes.width)).toEqual(['11', '94', '190'])
    expect(texts({ ...columns, items }).filter((text) => text === 'нет данных')).toHaveLength(3)
    expect(texts({ ...columns, items })).not.toContain('0')
  })

  test('leaves the plan of a column to be seen', () => {
    const items = [{ label: 'I', value: null, plan: 5 }]
    expect(lengths(elements({ ...columns, items }), 'line', /stroke-mark/, 'y1')).toHaveLength(2)
  })

  test('is said where every value is missing, in every chart', () => {
    const unknown: readonly Kind[] = [
      { ...bars, items: [{ label: 'Бор', value: null }] },
      { ...columns, items: [{ label: 'I', value: null }] },
      { ...line, labels: ['I'], series: [{ title: 'Все', values: [null] }] },
      { ...dumbbell, items: [{ label: 'Бор', from: null, to: null }] },
      { ...bullet, items: [{ label: 'Бор', value: null }] },
      { ...stacked, parts: ['а'], items: [{ label: 'Бор', values: [null] }] },
    ]
    for (const chart of unknown) expect(texts(chart)).toContain('нет данных')
  })
})

describe('lines', () => {
  const paths = (): readonly string[] =>
    elements(line)
      .filter(({ name }) => name === 'path')
      .map(({ attributes }) => (attributes.d ?? '').replace(/[^ML]/g, ''))

  test('are broken where a value is not known, and the legend explains it', () => {
    expect(paths()).toEqual(['MLLL', 'MML'])
    expect(texts(line)).toContain('разрыв — нет данных')
  })

  test('are told apart by dashes and by the shape of their points', () => {
    const all = elements(line)
    const dashes = all
      .filter(({ name }) => name === 'path')
      .map((path) => path.attributes['stroke-dasharray'])
    expect(new Set(dashes).size).toBe(2)
    const pointsOf = (name: string): number => all.filter((element) => element.name === name).length
    expect([pointsOf('circle'), pointsOf('rect')]).toEqual([4 + 1, 3 + 1])
  })

  test('carry their last numbers, equal ones once, none upon another', () => {
    expect(texts(line)).toEqual(expect.arrayContaining(['439', '75']))
    const values = [7, 7, 7.01, 7.02].map((value, index) => ({ title: `${index}`, values: [0, value] }))
    const close = elements({ ...line, labels: ['I', 'II'], series: values })
    const ends = close.filter(({ attributes }) => attributes['font-weight'] === '700')
    expect(ends.map(({ text }) => text)).toEqual(['7,02', '7,01', '7'])
    const [first = 0, second = 0, third = 0] = ends.map(({ attributes }) => Number(attributes.y))
    expect(Math.min(second - first, third - second)).toBeCloseTo(13)
  })

  test('leave out 0 only where it is far from all values, and its ticks say so', () => {
    const far = { ...line, labels: ['I', 'II'], series: [{ title: 'Доля', values: [97, 99] }] }
    expect(texts(far)).not.toContain('0')
    expect(texts(line)).toContain('0')
  })
})

describe('dumbbells', () => {
  test('have a ring for what was and a disc for what is, at the places of their values', () => {
    const all = elements({
      ...dumbbell,
      items: [
        { label: 'Бор', from: 10, to: 30 },
        { label: 'Саров', from: 0, to: 20 },
      ],
    })
    const rings = lengths(all, 'circle', /fill-paper/, 'cx').slice(1)
    const discs = lengths(all, 'circle', /fill-accent/, 'cx').slice(1)
    const [start = 0, zero = 0] = rings
    const [end = 0, middle = 0] = discs
    expect((start - zero) * 3).toBeCloseTo(end - zero, 0)
    expect((middle - zero) * 1.5).toBeCloseTo(end - zero, 0)
  })

  test('write both numbers, one where nothing has changed, and the words for one that is not known', () => {
    expect(texts({ ...dumbbell, items: dumbbell.items.slice(0, 1) })).toEqual(
      expect.arrayContaining(['21', '24']),
    )
    expect(
      texts({ ...dumbbell, items: [{ label: 'Выкса', from: 12, to: 12 }] }).filter((t) => t === '12'),
    ).toHaveLength(1)
    expect(texts({ ...dumbbell, items: [{ label: 'Саров', from: null, to: 14 }] })).toContain('н/д')
  })
})

describe('bullets', () => {
  test('have a bar as long as the value is large beside the mark of the plan', () => {
    const items = [{ label: 'Бор', value: 15, plan: 30 }]
    const all = elements({ ...bullet, items })
    const [, length = 0] = lengths(all, 'rect', /fill-accent/, 'width')
    const [, start = 0] = lengths(all, 'rect', /fill-accent/, 'x')
    const [, mark = 0] = lengths(all, 'rect', /fill-mark/, 'x')
    expect(length * 2).toBeCloseTo(mark + 1.5 - start, 0)
  })

  test('write the value and the plan, on a phone above the bar', () => {
    expect(texts(bullet, 'narrow')).toEqual(
      expect.arrayContaining(['15', 'план 20', 'нет данных', 'план 18', '12']),
    )
    const [, bar = 0] = lengths(elements(bullet, 'narrow'), 'rect', /fill-line/, 'width')
    expect(bar).toBe(288)
  })
})

describe('stacked bars', () => {
  test('have parts as long as their values, each with its own texture', () => {
    const all = elements(stacked).filter(({ attributes }) => attributes.height === '19')
    const [one, two, three] = all.map(({ attributes }) => Number(attributes.width) + 1.5)
    expect((two ?? 0) / (one ?? 1)).toBeCloseTo(2, 1)
    expect((three ?? 0) / (one ?? 1)).toBeCloseTo(3, 1)
    expect(new Set(all.slice(0, 3).map(({ attributes }) => attributes.fill)).size).toBe(3)
  })

  test('write the sum, and “at least” where a part is not known', () => {
    expect(texts(stacked)).toEqual(expect.arrayContaining(['60', '≥\u00a015', 'нет данных']))
    expect(texts(stacked)).not.toContain('15')
  })
})
