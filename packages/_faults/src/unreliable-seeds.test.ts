import { expect, test } from 'vitest'
import { countUnreliably, toldOutcome } from './unreliable-seeds.js'

test('over a connection that loses a third of the commits or their answers, each of 200 seeded series counts to its exact total', async () => {
  const outcome = await countUnreliably(200)
  console.log(toldOutcome(outcome))
  expect(outcome.seeds).toBe(200)
  expect(outcome.uncertain).toBeGreaterThan(50)
  expect(outcome.landed).toBeGreaterThan(0)
})
