import type { TypedValue } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { readSvg } from '../test/read-svg.js'
import { drawPlan } from './plan.js'

const options = { locale: 'ru', id: 'p' } as const
const number = (value: number): TypedValue => ({ as: 'number', value })
const unknown: TypedValue = { as: 'unknown', text: 'не измерено' }
const strip = (value: TypedValue, plan: TypedValue): string =>
  drawPlan({ label: 'Внедрено', value, plan }, options).svg

/** The first rectangle of a colour, in pixels. */
function part(svg: string, colour: string): { readonly x: number; readonly width: number } | undefined {
  const found = readSvg(svg).find(({ attributes }) => attributes.class === `tz-fill-${colour}`)
  return found && { x: Number(found.attributes.x), width: Number(found.attributes.width) }
}

test('a bar is as long as the value is large beside the plan', () => {
  const svg = strip(number(50), number(100))
  const [bar, mark] = [part(svg, 'accent'), part(svg, 'mark')]
  expect(bar?.width).toBeCloseTo(((mark?.x ?? 0) + 1.5) / 2, 1)
})

test('money and shares are drawn as numbers are', () => {
  const money = (minor: number): TypedValue => ({ as: 'money', minor, currency: 'RUB' })
  const share = (value: number): TypedValue => ({ as: 'share', value })
  expect(strip(money(500), money(1000)).replace(/<desc.*desc>/, '')).toBe(
    strip(share(0.5), share(1)).replace(/<desc.*desc>/, ''),
  )
})

test('an interval is drawn up to its low and, paler, up to its high end', () => {
  const svg = strip({ as: 'interval', low: 10, high: 20 }, number(20))
  expect((part(svg, 'soft')?.width ?? 0) / (part(svg, 'accent')?.width ?? 1)).toBeCloseTo(2, 1)
})

test('a value that is not known is said in words and never drawn as 0', () => {
  const svg = strip(unknown, number(20))
  expect(svg).toContain('>нет данных</text>')
  expect(part(svg, 'accent')).toBeUndefined()
  expect(part(svg, 'line')).toBeUndefined()
  expect(part(svg, 'mark')).toBeDefined()
  expect(part(strip(number(0), number(20)), 'line')).toBeDefined()
})

test('a plan that is not known has no mark, and one of 0 stays inside', () => {
  expect(part(strip(number(5), unknown), 'mark')).toBeUndefined()
  expect(part(strip(number(0), number(0)), 'mark')?.x).toBeGreaterThanOrEqual(0)
})

test('the description tells both and judges neither', () => {
  const planned = { label: 'Срок', value: number(12), plan: unknown }
  expect(drawPlan(planned, options).description).toBe('Значение: 12. План: не измерено.')
  expect(drawPlan(planned, { ...options, locale: 'en' }).description).toBe('Value: 12. Plan: не измерено.')
})

test('a number that is not finite is refused', () => {
  expect(() => strip(number(Number.POSITIVE_INFINITY), number(1))).toThrow(TypeError)
})
