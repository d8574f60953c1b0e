import { expect, test } from 'vitest'
import { prepare } from '../prepare.js'
import { fuzzCase } from './case.js'
import { seedOf } from './random.js'

const size = { policies: 5, subjects: 8, dates: 6 }

test('the same seed makes the same case, another seed another', () => {
  expect(fuzzCase(7, size)).toEqual(fuzzCase(7, size))
  expect(fuzzCase(7, size)).not.toEqual(fuzzCase(8, size))
})

test('rules use all of the language', () => {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const key of ['op', 'fn', 'is', 'unit', 'rounding', 'until', 'applies', 'cites']) {
      const value: unknown = Reflect.get(node, key)
      if (value !== undefined) found.add(typeof value === 'string' && key !== 'until' ? value : key)
    }
    for (const inner of Object.values(node)) visit(inner)
  }
  for (let index = 0; index < 60; index += 1) visit(prepare(fuzzCase(seedOf(1, index), size)).policies)
  const wanted = [
    ...['all', 'any', 'atLeast', 'not', 'cmp', 'in', 'known', 'use', '=', '!=', '<', '<=', '>', '>='],
    ...['lit', 'param', 'asOf', 'field', 'calc', 'ratio', 'change', 'shift', 'successor', 'agg'],
    ...['add', 'subtract', 'multiply', 'count', 'countDistinct', 'sum', 'min', 'max'],
    ...['day', 'month', 'down', 'up', 'until', 'applies', 'cites'],
  ]
  expect(wanted.filter((word) => !found.has(word))).toEqual([])
})
