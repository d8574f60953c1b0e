import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyChart } from '../test/random-charts.js'
import { type Box, boxOf, readSvg } from '../test/read-svg.js'
import { drawChart } from './chart.js'
import type { Drawing } from './drawing.js'
import { chartPalettes } from './palette.js'
import { chartProblem } from './problem.js'
import { textWidth } from './text.js'

const widths = fc.constantFrom('wide' as const, 'narrow' as const)
const locales = fc.constantFrom('ru' as const, 'en' as const)

/** Whatever can be drawn, drawn. */
function everyDrawing(check: (drawing: Drawing, again: () => Drawing) => void): void {
  fc.assert(
    fc.property(anyChart, widths, locales, (chart, width, locale) => {
      fc.pre(chartProblem(chart) === undefined)
      const draw = (): Drawing => drawChart(chart, { locale, width, id: 'c' })
      check(draw(), draw)
    }),
    { numRuns: 150 },
  )
}

function textsOf({ svg }: Drawing): readonly { readonly text: string; readonly box: Box }[] {
  return readSvg(svg)
    .filter(({ name }) => name === 'text')
    .map((text) => ({ text: text.text, box: boxOf(text, textWidth) }))
}

describe('every drawing', () => {
  test('has the same bytes each time', () => {
    everyDrawing((drawing, again) => expect(again()).toEqual(drawing))
  })

  test('is well-formed XML, whatever stands in its texts, and has no number that is none', () => {
    everyDrawing(({ svg }) => {
      for (const { attributes } of readSvg(svg)) {
        for (const written of Object.values(attributes)) expect(written).not.toMatch(/NaN|Infinity|undefined/)
      }
    })
  })

  test('keeps every text inside, and none smaller than 11 px', () => {
    everyDrawing((drawing) => {
      for (const { attributes } of readSvg(drawing.svg).filter(({ name }) => name === 'text')) {
        expect(Number(attributes['font-size'])).toBeGreaterThanOrEqual(11)
      }
      for (const { text, box } of textsOf(drawing)) {
        expect(box.left, text).toBeGreaterThanOrEqual(-0.5)
        expect(box.right, text).toBeLessThanOrEqual(drawing.width + 0.5)
        expect(box.top, text).toBeGreaterThanOrEqual(0)
        expect(box.bottom, text).toBeLessThanOrEqual(drawing.height)
      }
    })
  })

  test('writes no text upon another', () => {
    everyDrawing((drawing) => {
      const texts = textsOf(drawing).filter(({ text }) => text.trim() !== '')
      for (const [index, one] of texts.entries()) {
        for (const other of texts.slice(index + 1)) {
          expect(overlap(one.box, other.box), `${one.text} | ${other.text}`).toBe(false)
        }
      }
    })
  })

  test('draws no length below zero and nothing wider than itself', () => {
    everyDrawing(({ svg, width }) => {
      for (const { name, attributes } of readSvg(svg)) {
        if (name !== 'rect') continue
        expect(Number(attributes.width)).toBeGreaterThanOrEqual(0)
        expect(Number(attributes.height)).toBeGreaterThanOrEqual(0)
        expect(Number(attributes.width)).toBeLessThanOrEqual(width)
      }
    })
  })

  test('has neither classes nor other colours than those of the palette it is given', () => {
    const colours = new Set<string>(Object.values(chartPalettes.dark))
    fc.assert(
      fc.property(anyChart, widths, (chart, width) => {
        const drawing = drawChart(chart, { locale: 'ru', width, id: 'c', palette: chartPalettes.dark })
        for (const { attributes } of readSvg(drawing.svg)) {
          expect(attributes).not.toHaveProperty('class')
          for (const paint of [attributes.fill, attributes.stroke]) {
            if (paint === undefined || paint === 'none' || paint.startsWith('url(#c-')) continue
            expect(colours).toContain(paint)
          }
        }
      }),
    )
  })
})

function overlap(one: Box, other: Box): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return across > 0.5 && down > 0.5
}
