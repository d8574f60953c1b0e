import { dialects } from '../databases/database.js'
import { whyMissing } from '../databases/open.js'
import { columnar } from './columnar.js'
import type { FuzzEvaluator } from './evaluator.js'
import { incremental } from './incremental.js'
import { object } from './object.js'
import { sql } from './sql.js'
import { timeline } from './timeline.js'
import { whatIfRight } from './what-if.js'

/** The evaluators that can run here, and why the others cannot. */
export async function evaluators(
  only?: readonly string[],
): Promise<{ readonly evaluators: readonly FuzzEvaluator[]; readonly missing: readonly string[] }> {
  const isWanted = (name: string): boolean => only?.includes(name) ?? true
  const found: FuzzEvaluator[] = [object, columnar, whatIfRight, timeline, incremental].filter(({ name }) =>
    isWanted(name),
  )
  const missing: string[] = []
  for (const dialect of dialects.filter(isWanted)) {
    const reason = await whyMissing(dialect)
    if (reason === undefined) found.push(sql(dialect))
    else missing.push(reason)
  }
  return { evaluators: found, missing }
}
