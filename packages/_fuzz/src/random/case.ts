import type { Dates, Facts, SubjectModel } from '@tirazh/rules'
import type { Policy, SuccessionStep } from '@tirazh/spec'
import { days as daysOf } from './days.js'
import { randomModel } from './model.js'
import { randomPolicies } from './policy.js'
import { random as randomOf } from './random.js'
import { randomRegister, randomSuccession } from './register.js'

/** Everything a question is made of: each of its policies about each of its subjects on each of its dates. */
export interface FuzzCase {
  readonly model: SubjectModel
  readonly policies: Readonly<Record<string, Policy>>
  readonly succession: readonly SuccessionStep[]
  readonly subjects: readonly Facts[]
  readonly dates: readonly Dates[]
}

export interface CaseSize {
  readonly policies: number
  readonly subjects: number
  readonly dates: number
}

/** The same case for the same seed and size. */
export function fuzzCase(seed: number, size: CaseSize): FuzzCase {
  const random = randomOf(seed)
  const days = daysOf(random)
  const model = randomModel(random)
  return {
    model,
    policies: randomPolicies(size.policies, model, random, days),
    succession: randomSuccession(random, days),
    subjects: randomRegister(size.subjects, model, random, days),
    dates: Array.from({ length: size.dates }, () => ({
      asOf: days.day(),
      ...(random.chance(0.5) ? { lawAt: days.day() } : {}),
      ...(random.chance(0.4) ? { knownAt: days.instant() } : {}),
    })),
  }
}
