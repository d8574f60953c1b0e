import { refer } from '../reference/reference.js'
import { type FuzzEvaluator, questions } from './evaluator.js'

/** The naive one that all others are held against. */
export const reference: FuzzEvaluator = {
  name: 'reference',
  async answers(fuzz) {
    const { model, policies, succession } = fuzz
    return questions(fuzz).map(({ policy, dates, subject }) =>
      refer({ model, policies, succession, policy, subject, ...dates }),
    )
  },
}
