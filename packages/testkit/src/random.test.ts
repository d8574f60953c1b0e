import { expect, test } from 'vitest'
import { random } from './random.js'

test('the same seed gives the same numbers, another seed others', () => {
  const numbers = (seed: number) => {
    const chance = random(seed)
    return Array.from({ length: 20 }, () => chance.integer(1000))
  }
  expect(numbers(5)).toEqual(numbers(5))
  expect(numbers(5)).not.toEqual(numbers(6))
})

test('every number below the bound comes up about equally often', () => {
  const chance = random(1)
  const counts = [0, 0, 0, 0, 0]
  for (let i = 0; i < 5000; i++) {
    const drawn = chance.integer(5)
    counts[drawn] = (counts[drawn] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
})

test('nothing can be picked from an empty list', () => {
  expect(() => random(1).pick([])).toThrow(TypeError)
})
