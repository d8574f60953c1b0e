import type { PracticeFacts } from '@tirazh/core'
import { all, asOf, known, lte, type SubjectExprs } from '@tirazh/rules'
import type { Predicate } from '@tirazh/spec'

/** The rules of this region are about published practices only. */
export function published(practice: SubjectExprs<PracticeFacts>): Predicate {
  return all(known(practice.publishedOn), lte(practice.publishedOn, asOf))
}
