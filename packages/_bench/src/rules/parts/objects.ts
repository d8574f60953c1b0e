import type { Truth } from '@tirazh/spec'
import type { Figure } from '../../figure.js'
import { report, sameAnswers } from '../../report.js'
import { timesAsLong } from '../../timing.js'
import { judgeFederal, judgeReplication, successorOf } from '../by-objects.js'
import { asOf, book, mergers, practices } from '../facts.js'
import { world } from '../world.js'

const register = practices(world(100_000))
const successor = successorOf(mergers)
const dates = { asOf }

/** Only the statuses are kept, so that memory is not what is measured. */
async function figure(policy: string, what: string, byHand: typeof judgeFederal): Promise<Figure> {
  const ours = (): readonly Truth[] => register.map((practice) => book.decide(policy, practice, dates).status)
  const theirs = (): readonly Truth[] => register.map((practice) => byHand(practice, asOf, successor).status)
  sameAnswers(what, ours(), theirs())
  const applies = register.map((practice) => book.decide(policy, practice, dates).standing === 'applies')
  sameAnswers(
    what,
    applies,
    register.map((practice) => byHand(practice, asOf, successor).applies),
  )
  return {
    name: `${what}, 100,000 practices as objects, \`decide\``,
    ratio: await timesAsLong(ours, theirs),
    comparedWith: 'the same written by hand over the same objects',
    target: 0.9,
  }
}

report([
  await figure('replication', '15 distinct municipalities', judgeReplication),
  await figure('federal', 'the federal policy', judgeFederal),
])
