import { type Columns, columns, decideAll } from '@tirazh/rules'
import { type Answer, codeOf, type FuzzEvaluator, standingOf, truthOf } from './evaluator.js'

/** All subjects at once, column by column. */
export const columnar: FuzzEvaluator = {
  name: 'columnar',
  async answers({ book, model, policies, subjects, dates }) {
    const known = new Map<string, Columns>()
    return Object.keys(policies).flatMap((policy) =>
      dates.flatMap(({ knownAt, ...days }) => {
        const table =
          known.get(`${knownAt}`) ?? columns(model, subjects, knownAt === undefined ? {} : { knownAt })
        known.set(`${knownAt}`, table)
        const decided = decideAll(book, policy, table, days)
        return subjects.map(
          (_, place): Answer => ({
            status: truthOf(decided.status[place]),
            standing: standingOf(decided.standing[place]),
            leaves: decided.leaves.map(({ codes }) => codeOf(codes[place])),
          }),
        )
      }),
    )
  },
}
