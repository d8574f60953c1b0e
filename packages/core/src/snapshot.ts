import { type Dates, type Decision, type Rulebook, rulebook } from '@tirazh/rules'
import { type PlainDate, TirazhError, type Verdict } from '@tirazh/spec'
import { type PracticeFacts, practiceFacts } from './facts/practice-facts.js'
import { practiceModel } from './facts/practice-model.js'
import { type PracticeRecords, recordsByPractice } from './facts/practice-records.js'
import type { Records } from './records/types.js'
import type { Region } from './region.js'
import { type Territory, territory } from './territory.js'

/** All records of a programme at one moment, ready to be asked about any date. Never changes. */
export interface Snapshot {
  readonly region: Region
  readonly records: Records
  readonly territory: Territory
  readonly practices: readonly PracticeFacts[]
  /** The practices published by the end of the day: the only ones that are counted. */
  publishedOn(asOf: PlainDate): readonly PracticeFacts[]
  /** @throws RECORD_UNKNOWN */
  practice(id: string): PracticeFacts
  /** The records of a practice. @throws RECORD_UNKNOWN */
  recordsOf(practice: string): PracticeRecords
  /** Only the status. @throws POLICY_UNKNOWN, RECORD_UNKNOWN */
  decide(policy: string, practice: string, dates: Dates): Decision
  /** The verdict with its reasons. @throws POLICY_UNKNOWN, RECORD_UNKNOWN */
  assess(policy: string, practice: string, dates: Dates): Verdict
}

/** @throws POLICY_INVALID where a policy of the region cannot be used */
export function snapshot(region: Region, records: Records): Snapshot {
  const map = territory(records.municipality, records.factory)
  const groups = recordsByPractice(records)
  const practices = [...groups.values()].map((group) => practiceFacts(group, map))
  const byId = new Map(practices.map((each) => [each.id, each]))
  const book: Rulebook = rulebook({
    model: practiceModel,
    policies: region.policies,
    succession: map.steps,
  })

  function known<Value>(id: string, found: Value | undefined): Value {
    if (found !== undefined) return found
    throw new TirazhError('RECORD_UNKNOWN', `There is no practice '${id}' in the register.`, {
      kind: 'practice',
      id,
    })
  }

  return {
    region,
    records,
    territory: map,
    practices,
    publishedOn: (asOf) =>
      practices.filter((each) => each.publishedOn !== undefined && each.publishedOn <= asOf),
    practice: (id) => known(id, byId.get(id)),
    recordsOf: (id) => known(id, groups.get(id)),
    decide: (policy, id, dates) => book.decide(policy, known(id, byId.get(id)), dates),
    assess: (policy, id, dates) => book.assess(policy, known(id, byId.get(id)), dates),
  }
}
