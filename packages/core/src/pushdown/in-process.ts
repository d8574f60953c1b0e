import { columns, type Dates, decideAll, decider, type SqlDecision } from '@tirazh/rules'
import type { Standing, Truth } from '@tirazh/spec'
import { practiceModel } from '../facts/practice-model.js'
import type { Snapshot } from '../snapshot.js'

/** The decision about every practice of a snapshot, by its id, in the order of the practices. @throws POLICY_UNKNOWN */
export function decideInProcess(
  { practices, region, territory }: Snapshot,
  policy: string,
  { asOf, lawAt = asOf }: Dates,
): ReadonlyMap<string, SqlDecision> {
  const book = decider({ model: practiceModel, policies: region.policies, succession: territory.steps })
  const { ids, status, standing, leaves } = decideAll(book, policy, columns(practiceModel, practices), {
    asOf,
    lawAt,
  })
  return new Map(
    ids.map((id, place) => [
      id,
      {
        id,
        status: truths[status[place] ?? 1] ?? 'unknown',
        standing: standings[standing[place] ?? 0] ?? 'not-in-force',
        leaves: leaves.map(({ codes }) => truths[codes[place] ?? 1] ?? 'unknown'),
      },
    ]),
  )
}

/** By the codes of `PolicyCodes`. */
const truths: readonly Truth[] = ['unmet', 'unknown', 'met']
const standings: readonly Standing[] = ['not-in-force', 'not-applicable', 'unclear', 'applies']
