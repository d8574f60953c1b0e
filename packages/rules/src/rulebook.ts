import type { Verdict } from '@tirazh/spec'
import { assessWith } from './assess.js'
import { type Dates, type Decider, dayNumberOf, decider, type RulebookOptions } from './decider.js'
import { type Evaluator, evaluator } from './evaluate.js'
import { asKnown, type Facts } from './model.js'
import type { Program } from './program.js'
import { checkMeaning, checkShape } from './validate.js'

/** The policies of a region, checked and ready to judge. Same subject and dates, same verdict. */
export interface Rulebook extends Decider {
  /** The status with its reasons: for explaining one. @throws POLICY_UNKNOWN; TypeError for what is no day */
  assess(policy: string, subject: Facts, dates: Dates): Verdict
}

/** @throws POLICY_INVALID for the first policy that cannot be used as written, with all its issues */
export function rulebook(options: RulebookOptions): Rulebook {
  const { model, policies } = options
  // Shapes first: what refers to others is followed only when all of them can be read.
  for (const [id, policy] of Object.entries(policies)) checkShape(id, policy)
  for (const [id, policy] of Object.entries(policies)) checkMeaning(id, policy, options)

  const book = decider(options)
  const judges = new WeakMap<Program, Evaluator>()

  function judgeOf(program: Program): Evaluator {
    const judge = judges.get(program) ?? evaluator(program, book.succession)
    judges.set(program, judge)
    return judge
  }

  return {
    ...book,
    assess(id, subject, { asOf, lawAt = asOf, knownAt }) {
      const program = book.program(id, lawAt)
      const judge = judgeOf(program)
      const seen = knownAt === undefined ? subject : asKnown(subject, model, knownAt)
      judge.begin(seen, dayNumberOf(asOf, 'asOf'))
      return assessWith({
        model,
        program,
        judge,
        succession: book.succession,
        subject: seen,
        dates: { asOf, lawAt, ...(knownAt === undefined ? {} : { knownAt }) },
        verdicts: new Map(),
      })
    },
  }
}
