import type { Finding } from '@tirazh/spec'
import type { Code } from '../reference/kleene.js'
import { codes, type FuzzEvaluator, questions } from './evaluator.js'

/** Closures over plain objects: `decide` must say the same as `assess` explains. */
export const object: FuzzEvaluator = {
  name: 'object',
  async answers(fuzz) {
    return questions(fuzz).map(({ policy, dates, subject }) => {
      const decision = fuzz.book.decide(policy, subject, dates)
      const verdict = fuzz.book.assess(policy, subject, dates)
      if (decision.status !== verdict.status || decision.standing !== verdict.standing) {
        throw new Error(`decide says ${decision.status}, assess ${verdict.status}`)
      }
      return { ...decision, leaves: verdict.finding === null ? [] : leavesOf(verdict.finding) }
    })
  },
}

function leavesOf(finding: Finding): readonly Code[] {
  switch (finding.op) {
    case 'all':
    case 'any':
    case 'atLeast':
    case 'not':
      return (finding.findings ?? []).flatMap(leavesOf)
    default:
      return [codes[finding.status]]
  }
}
