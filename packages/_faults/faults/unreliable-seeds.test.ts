import { expect, test } from 'vitest'
import { countUnreliably, toldOutcome } from '../src/unreliable-seeds.js'

const seeds = Number(process.env.FAULTS_SEEDS ?? 2000)

test('over a connection that loses a third of the commits or their answers, each of 2,000 seeded series counts to its exact total', async () => {
  const outcome = await countUnreliably(seeds)
  console.log(toldOutcome(outcome))
  expect(outcome.seeds).toBe(seeds)
}, 120_000)
