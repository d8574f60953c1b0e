import { columns, decideAll, rulebook, whatIf } from '@tirazh/rules'
import type { Policy } from '@tirazh/spec'
import type { Prepared } from '../prepare.js'
import { type Answer, codeOf, type FuzzEvaluator, standingOf, truthOf } from './evaluator.js'

/** What would be decided if a rule that is a little wrong were the right one: only a part of it is worked out again. */
export const whatIfRight: FuzzEvaluator = {
  name: 'what-if',
  async answers(fuzz) {
    const { model, policies, subjects, dates } = fuzz
    return Object.entries(policies).flatMap(([id, policy]) => {
      const book = besideRight(fuzz, policy)
      return dates.flatMap(({ knownAt, ...days }) => {
        const table = columns(model, subjects, knownAt === undefined ? {} : { knownAt })
        const { after } = whatIf(decideAll(book, id, table, days), { policy })
        return subjects.map(
          (_, place): Answer => ({
            status: truthOf(after.status[place]),
            standing: standingOf(after.standing[place]),
            leaves: after.leaves.map(({ codes }) => codeOf(codes[place])),
          }),
        )
      })
    })
  },
}

/** The rulebook with something else in the place of a policy: other operators and numbers, the same records counted. */
function besideRight({ model, policies, succession, book }: Prepared, policy: Policy): Prepared['book'] {
  const others: Readonly<Record<string, string>> = { all: 'any', any: 'all', '>=': '>', '<': '<=', '=': '!=' }
  const wrong: Policy = JSON.parse(JSON.stringify(policy), (key, value) => {
    if (key === 'op' || key === 'is') return others[value] ?? value
    return key === 'value' && typeof value === 'number' ? value + 1 : value
  })
  try {
    return rulebook({ model, succession, policies: { ...policies, [policy.id]: wrong } })
  } catch {
    // Other numbers may be too large or no longer whole.
    return book
  }
}
