import { type Rulebook, rulebook } from '@tirazh/rules'
import type { PlainDate } from '@tirazh/spec'
import type { Figure } from '../figure.js'
import { sameAnswers } from '../report.js'
import { timesAsLong, type Work } from '../timing.js'
import { accepted, reviewModel, reviews } from './flat-facts.js'
import { byHand, type Judge } from './flat-peers.js'

const book: Rulebook = rulebook({ model: reviewModel, policies: { accepted } })
const all = reviews(1000)
const asOf: PlainDate = '2025-12-24'
const dates = { asOf }

/** How many times as fast as each of the engines `decide` is on flat records. */
export async function flatFigures(
  engines: Readonly<Record<string, (asOf: PlainDate) => Judge>>,
  target: Pick<Figure, 'atLeast'>,
): Promise<readonly Figure[]> {
  const judge: Judge = (review) => book.decide('accepted', review, dates).status === 'met'
  const expected = await answers(byHand(asOf))
  sameAnswers('Our closures', await answers(judge), expected)
  const figures: Figure[] = []
  for (const [name, prepare] of Object.entries(engines)) {
    const engine = prepare(asOf)
    sameAnswers(name, await answers(engine), expected)
    figures.push({
      name: `speed of \`decide\` on flat records`,
      ratio: await timesAsLong(deciding(engine), deciding(judge)),
      comparedWith: name,
      ...target,
    })
  }
  return figures
}

async function answers(judge: Judge): Promise<readonly boolean[]> {
  const found: boolean[] = []
  for (const review of all) found.push((await judge(review)) === true)
  return found
}

/** Judges all; waits only for those that answer later. */
function deciding(judge: Judge): Work {
  return async () => {
    let met = 0
    for (const review of all) {
      const answer = judge(review)
      if ((answer instanceof Promise ? await answer : answer) === true) met += 1
    }
    return met
  }
}
