import { practiceModel } from '@tirazh/core'
import { columns, type Decisions, decideAll } from '@tirazh/rules'
import type { Figure } from '../../figure.js'
import { report, sameAnswers } from '../../report.js'
import { timesAsLong } from '../../timing.js'
import { judgeFederal, judgeFederalFully, judgeReplication } from '../by-arrays.js'
import { successorOf } from '../by-objects.js'
import { asOf, asOfDay, book, mergers, practices } from '../facts.js'
import { codes, world } from '../world.js'

const register = world(100_000)
const all = columns(practiceModel, practices(register))
const successor = successorOf(mergers)
const successors = Uint8Array.from(codes, (code) => codes.indexOf(successor(code, asOf)))

interface Case {
  readonly policy: string
  readonly what: string
  readonly byHand: typeof judgeFederal
  readonly how: string
  readonly target?: number
}

async function figure({ policy, what, byHand, how, ...target }: Case): Promise<Figure> {
  const ours = (): Decisions => decideAll(book, policy, all, { asOf })
  const theirs = (): ReturnType<typeof byHand> => byHand(register, asOfDay, successors)
  sameAnswers(what, ours().status, theirs().status)
  sameAnswers(
    what,
    ours().standing.map((code) => (code === 3 ? 1 : 0)),
    theirs().applies,
  )
  const rows = register.adoptions.municipality.length.toLocaleString('en')
  return {
    name: `${what}, 100,000 practices with ${rows} adoptions, \`decideAll\``,
    ratio: await timesAsLong(ours, theirs, 21),
    comparedWith: `a loop over typed arrays, written by hand, ${how}`,
    ...target,
  }
}

report([
  await figure({
    policy: 'replication',
    what: '15 distinct municipalities',
    byHand: judgeReplication,
    how: 'that stops counting at 15',
    target: 1.25,
  }),
  await figure({
    policy: 'federal',
    what: 'the federal policy',
    byHand: judgeFederalFully,
    how: 'that has the codes of all six conditions too',
    target: 1.25,
  }),
  // `decideAll` works out every condition of every practice; this loop only what decides the status.
  await figure({
    policy: 'federal',
    what: 'the federal policy',
    byHand: judgeFederal,
    how: 'that stops at the first unmet condition',
  }),
])
