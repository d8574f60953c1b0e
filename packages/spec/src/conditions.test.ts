import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meets } from './conditions.js'
import type { Json, Scalar } from './scalars.js'
import type { Operator } from './storage.js'

const operators: readonly Operator[] = ['=', '<', '<=', '>', '>=']

/** The operators by which the document's property `x` stands to the value. */
function relations(doc: Json, value: Scalar, field = 'x'): string {
  return operators.filter((is) => meets(doc, { field, is, value })).join(' ')
}

const number = fc.double({ noNaN: true, noDefaultInfinity: true })
const text = fc.string({ unit: 'grapheme', maxLength: 5 })

describe('a condition', () => {
  test('on numbers holds exactly where the comparison does, however near they are', () => {
    fc.assert(
      fc.property(number, fc.oneof(number, fc.constantFrom(0, 5e-324, Number.MAX_VALUE)), (found, value) => {
        const expected = found === value ? '= <= >=' : found < value ? '< <=' : '> >='
        expect(relations({ x: found }, value)).toBe(expected)
        expect(relations({ x: value }, value)).toBe('= <= >=')
      }),
    )
    expect(relations({ x: 0.1 + 0.2 }, 0.3)).toBe('> >=')
    expect(relations({ x: -0 }, 0)).toBe('= <= >=')
    expect(relations({ x: 5 }, Number.NaN)).toBe('')
  })

  test('on texts goes by code point, which is the order of their bytes', () => {
    fc.assert(
      fc.property(text, text, (found, value) => {
        const order = Buffer.compare(Buffer.from(found), Buffer.from(value))
        const expected = order === 0 ? '= <= >=' : order < 0 ? '< <=' : '> >='
        expect(relations({ x: found }, value)).toBe(expected)
      }),
    )
    expect(relations({ x: 'Ё' }, 'а')).toBe('< <=')
    expect(relations({ x: '😀' }, '\uffff')).toBe('> >=')
  })

  test('on truth values puts false before true', () => {
    expect(relations({ x: false }, true)).toBe('< <=')
    expect(relations({ x: true }, true)).toBe('= <= >=')
  })

  test('never holds between values of different types, or where the property is no scalar', () => {
    for (const found of ['5', 5, true, null, [5], { x: 5 }, undefined]) {
      for (const value of ['5', 5, true]) {
        if (typeof found !== typeof value) expect(relations({ x: found }, value)).toBe('')
      }
    }
  })

  test('never holds where the document has no such property of its own', () => {
    expect(relations({}, 0)).toBe('')
    expect(relations({}, '', 'constructor')).toBe('')
    for (const doc of ['text', [1, 2, 3], 5, true, null]) {
      expect(relations(doc, 3, 'length')).toBe('')
      expect(relations(doc, 1, '0')).toBe('')
    }
  })

  test('takes the name of the property literally', () => {
    const doc = JSON.parse('{ "a.b": 1, "": 2, "__proto__": 3, "a": { "b": 4 } }')
    expect(relations(doc, 1, 'a.b')).toBe('= <= >=')
    expect(relations(doc, 2, '')).toBe('= <= >=')
    expect(relations(doc, 3, '__proto__')).toBe('= <= >=')
  })
})
