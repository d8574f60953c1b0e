import { practiceModel } from '@tirazh/core'
import { columns, decideAll, timelines } from '@tirazh/rules'
import type { PlainDate, Truth } from '@tirazh/spec'
import type { Figure } from '../../figure.js'
import { report, sameAnswers } from '../../report.js'
import { timesAsLong, type Work } from '../../timing.js'
import { book, practices } from '../facts.js'
import { world } from '../world.js'

const register = practices(world(100_000))
const all = columns(practiceModel, register)
const days: readonly PlainDate[] = [
  '2019-12-31',
  '2021-05-12',
  '2022-04-28',
  '2023-12-29',
  '2024-10-01',
  '2025-04-04',
  '2025-12-24',
  '2026-03-10',
]

/** Asks about one day after another. */
function inTurn(ask: (asOf: PlainDate) => unknown): Work {
  let call = 0
  return () => {
    call += 1
    return ask(days[call % days.length] ?? '2025-12-24')
  }
}

async function figures(policy: string, what: string): Promise<readonly Figure[]> {
  const through = timelines(book, policy, register)
  for (const asOf of days) {
    const { status, standing } = decideAll(book, policy, all, { asOf })
    sameAnswers(`${what}, ${asOf}`, through.decideAt(asOf).status, status)
    sameAnswers(`${what}, ${asOf}`, through.decideAt(asOf).standing, standing)
  }
  const ours = inTurn((asOf) => through.decideAt(asOf))
  const decide = (asOf: PlainDate): readonly Truth[] =>
    register.map((practice) => book.decide(policy, practice, { asOf }).status)
  const name = `all verdicts as of a day, ${what}, \`timelines().decideAt\``
  return [
    {
      name,
      ratio: await timesAsLong(ours, inTurn(decide), 8),
      comparedWith: 'deciding all anew, one by one, `decide`',
      target: 0.05,
    },
    {
      name,
      ratio: await timesAsLong(
        ours,
        inTurn((asOf) => decideAll(book, policy, all, { asOf })),
      ),
      comparedWith: 'deciding all anew, all at once, `decideAll`',
      target: 0.05,
    },
  ]
}

report([
  ...(await figures('replication', '15 distinct municipalities')),
  ...(await figures('federal', 'the federal policy')),
])
