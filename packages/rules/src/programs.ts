import type { PlainDate, Policy } from '@tirazh/spec'
import { dayOf } from './days.js'
import { changesOf, inForceAt } from './in-force.js'
import { lowerPart } from './lower.js'
import type { Fault } from './lowering.js'
import type { SubjectModel } from './model.js'
import type { Aggregation, Program } from './program.js'
import { withUsed } from './uses.js'

export interface ProgramOptions {
  readonly model: SubjectModel
  readonly policies: Readonly<Record<string, Policy>>
  readonly lawAt: PlainDate
  /** Told of every fault in the policy itself, not in those it uses. */
  readonly fault?: Fault
}

/** A policy and those it uses, as they stand on a day of the law. They do not use each other in a circle. */
export function programOf(policy: Policy, { model, policies, lawAt, fault }: ProgramOptions): Program {
  const used = withUsed(policy, policies)
  const places = new Map(used.map((each, index) => [each.id, index]))
  const aggregations: Aggregation[] = []
  const known = new Map<string, number>()

  function aggregation(made: Aggregation): number {
    const { source, ...lowered } = made
    const key = JSON.stringify(lowered)
    const place = known.get(key) ?? aggregations.push(made) - 1
    known.set(key, place)
    return place
  }

  const parts = used.map((each) => {
    const version = inForceAt(each.versions, lawAt)
    return lowerPart(version, version === undefined ? 0 : each.versions.indexOf(version), {
      model,
      policy: each,
      policies,
      param: (name) => inForceAt(each.params[name]?.values ?? [], lawAt)?.value,
      part: (id) => places.get(id),
      aggregation,
      fault: (each === policy ? fault : undefined) ?? (() => undefined),
    })
  })
  return { parts, aggregations }
}

/** The days on which a wording or parameter of the policies changes, ascending. */
export function lawDaysOf(policies: readonly Policy[]): readonly number[] {
  const dates = policies.flatMap(({ versions, params }) => [
    ...changesOf(versions),
    ...Object.values(params).flatMap(({ values }) => changesOf(values)),
  ])
  return [...new Set(dates.map(dayOf))].sort((a, b) => a - b)
}
