import type { PracticeFacts } from '@tirazh/core'
import { type Explanation, explain, type Rulebook, rulebook } from '@tirazh/rules'
import type { Truth, Verdict } from '@tirazh/spec'
import type { Figure } from '../../figure.js'
import { report, sameAnswers } from '../../report.js'
import { timesAsLong } from '../../timing.js'
import { judgeFederal, judgeReplication, successorOf } from '../by-objects.js'
import { reviewByPublicodes } from '../by-publicodes.js'
import { asOf, book, mergers, practices } from '../facts.js'
import { accepted, reviewModel, reviews } from '../flat-facts.js'
import { world } from '../world.js'

const register = practices(world(20_000))
const successor = successorOf(mergers)
const dates = { asOf }

/** Some practices to explain, and the code that decides about them. */
interface Case {
  readonly policy: string
  readonly what: string
  readonly practices: readonly PracticeFacts[]
  readonly byHand: typeof judgeFederal
  readonly target?: number
}

async function practiceFigures({
  policy,
  what,
  practices,
  byHand,
  ...target
}: Case): Promise<readonly Figure[]> {
  const assess = (practice: PracticeFacts): Verdict => book.assess(policy, practice, dates)
  const decide = (): readonly Truth[] => practices.map((practice) => byHand(practice, asOf, successor).status)
  const verdicts = practices.map(assess)
  sameAnswers(
    what,
    verdicts.map((verdict) => verdict.status),
    decide(),
  )
  const comparedWith = 'deciding the same practices by hand-written code'
  return [
    {
      name: `explanation with evidence, ${what}, \`assess\``,
      ratio: await timesAsLong(() => practices.map(assess), decide),
      comparedWith,
      ...target,
    },
    {
      name: `its text, ${what}, \`explain\``,
      ratio: await timesAsLong(() => verdicts.map((verdict) => explain(verdict, 'ru')), decide),
      comparedWith,
      ...target,
    },
  ]
}

async function publicodesFigure(): Promise<Figure> {
  const all = reviews(200)
  const flat: Rulebook = rulebook({ model: reviewModel, policies: { accepted } })
  const byPublicodes = reviewByPublicodes()
  const ours = (): readonly Explanation[] =>
    all.map((review) => explain(flat.assess('accepted', review, dates), 'ru'))
  const theirs = (): readonly boolean[] => all.map(byPublicodes)
  sameAnswers(
    'publicodes',
    ours().map((explanation) => explanation.status === 'met'),
    theirs(),
  )
  return {
    name: 'explanation and text, six conditions on flat records',
    ratio: await timesAsLong(ours, theirs),
    comparedWith: 'publicodes evaluating the same conditions',
    target: 0.1,
  }
}

const eligible = register.filter((practice) => judgeFederal(practice, asOf, successor).status === 'met')

report([
  ...(await practiceFigures({
    policy: 'replication',
    what: '15 distinct municipalities',
    practices: register.slice(0, 400),
    byHand: judgeReplication,
    target: 20,
  })),
  // Where a practice is not eligible the hand-written code looks at one condition and the explanation at all.
  ...(await practiceFigures({
    policy: 'federal',
    what: 'the federal policy, eligible practices',
    practices: eligible.slice(0, 400),
    byHand: judgeFederal,
    target: 20,
  })),
  ...(await practiceFigures({
    policy: 'federal',
    what: 'the federal policy, any practices',
    practices: register.slice(0, 400),
    byHand: judgeFederal,
  })),
  await publicodesFigure(),
])
