import type { Truth } from '@tirazh/spec'
import { afterAll, expect, test } from 'vitest'
import { dialects } from './databases/database.js'
import { evaluators } from './evaluators/all.js'
import type { FuzzEvaluator } from './evaluators/evaluator.js'
import { reference } from './evaluators/reference.js'
import { fuzz } from './fuzz.js'
import type { CaseSize } from './random/case.js'

/*
 * The part of the comparison that is always run: the same cases every time. `npm run fuzz` goes on.
 */

const found = await evaluators()
const isDatabase = ({ name }: FuzzEvaluator): boolean => dialects.some((dialect) => dialect === name)
const inDatabases = found.evaluators.filter(isDatabase)
const inMemory = found.evaluators.filter((each) => !isDatabase(each))
afterAll(async () => {
  for (const each of found.evaluators) await each.close?.()
})

/** Databases take their time for every rule and date: they are asked about more subjects, and less. */
const parts: readonly (readonly [string, readonly FuzzEvaluator[], CaseSize, number])[] = [
  ['in memory', inMemory, { policies: 8, subjects: 10, dates: 6 }, 45_000],
  ['in databases', inDatabases, { policies: 6, subjects: 16, dates: 6 }, 18_000],
]

test.each(parts.filter(([, asked]) => asked.length > 0))(
  'every evaluator %s gives the same answers as the reference',
  async (_, asked, size, cells) => {
    const outcome = await fuzz({ seed: 2025, cells, evaluators: asked, sizeOf: () => size })
    expect(outcome.disagreements.join('\n\n')).toBe('')
    expect(Object.keys(outcome.cells)).toEqual(asked.map(({ name }) => name))
    const least = Math.min(...Object.values(outcome.cells))
    expect(least * asked.length).toBeGreaterThan(cells * 0.8)
    // A rulebook that refused most rules, or answers of one kind only, would prove nothing.
    const refused = Object.values(outcome.refused).reduce((sum, count) => sum + count, 0)
    expect(refused / outcome.policies).toBeLessThan(0.2)
    for (const standing of ['applies', 'unclear', 'not-applicable']) {
      for (const status of ['met', 'unknown', 'unmet']) {
        expect(outcome.kinds[`${standing} ${status}`] ?? 0).toBeGreaterThan(least / 200)
      }
    }
  },
  120_000,
)

for (const reason of found.missing) test.skip(`without ${reason}`, () => {})

test('a wrong evaluator is found out, and the case is shrunk to what it is wrong about', async () => {
  const wrong: FuzzEvaluator = {
    name: 'hasty',
    async answers(fuzzCase) {
      const hasty = (status: Truth): Truth => (status === 'unknown' ? 'unmet' : status)
      return (await reference.answers(fuzzCase)).map((answer) => ({
        ...answer,
        status: hasty(answer.status),
      }))
    },
  }
  const { disagreements } = await fuzz({ seed: 1, cells: 100, evaluators: [wrong] })
  expect(disagreements).toHaveLength(1)
  expect(disagreements[0]).toContain('Seen again with --seed 1 --case 0: hasty disagrees with the reference')
  expect(disagreements[0]).toMatch(/expected \{ status: 'unknown'.*\nactual {3}\{ status: 'unmet'/)
  expect(disagreements[0]).toMatch(/subjects: \[ \{[^{}]*\} \]/)
})

test('an evaluator that fails is found out too', async () => {
  const failing: FuzzEvaluator = {
    name: 'failing',
    async answers({ subjects }) {
      throw new Error(subjects.length > 0 ? 'Out of order' : 'Out of work')
    },
  }
  const { disagreements, cells } = await fuzz({ seed: 1, cells: 100, evaluators: [failing] })
  expect(disagreements.length).toBeGreaterThan(0)
  expect(disagreements[0]).toContain('Error: Out of order')
  expect(cells).toEqual({ failing: 0 })
})
