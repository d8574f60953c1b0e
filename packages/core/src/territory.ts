import { successions } from '@tirazh/rules'
import type { PlainDate, Succession, SuccessionStep } from '@tirazh/spec'
import { inForceOn } from './dates.js'
import type { OktmoCode } from './oktmo.js'
import type { Factory, Municipality } from './records/types.js'

/** The municipalities and training sites of a region through time. */
export interface Territory {
  /**
   * What a code stands for on a day: from `dissolvedOn` on its successor, and so on along the chain.
   * A code that is not in the register stands for itself.
   */
  successionOf(code: OktmoCode, on: PlainDate): Succession
  /** Each municipality that another one succeeded, and when. */
  readonly steps: readonly SuccessionStep[]
  /** The municipalities that exist on a day, in the order of their codes. */
  municipalitiesOn(on: PlainDate): readonly Municipality[]
  /** The name, or the code where it is not in the register. */
  nameOf(code: OktmoCode): string
  /** Which municipalities the open training sites serve on a day. */
  coverageOn(on: PlainDate): Coverage
}

/** How the clusters of the open training sites cover the municipalities. Codes are those in force that day. */
export interface Coverage {
  readonly openFactories: readonly Factory[]
  /** The clusters that serve each municipality. */
  readonly factoriesOf: ReadonlyMap<OktmoCode, readonly Factory[]>
  readonly uncovered: readonly OktmoCode[]
  readonly inSeveralClusters: readonly OktmoCode[]
  /** Sites whose host municipality no longer exists. */
  readonly dissolvedHosts: readonly { readonly factory: Factory; readonly succession: Succession }[]
}

/** @throws never: circles of successors are refused when records are checked, and not followed here */
export function territory(municipalities: readonly Municipality[], factories: readonly Factory[]): Territory {
  const byCode = new Map(municipalities.map((each) => [each.id, each]))
  const inCodeOrder = municipalities.toSorted((a, b) => (a.id < b.id ? -1 : 1))

  function nameOf(code: OktmoCode): string {
    return byCode.get(code)?.name ?? code
  }

  const steps = municipalities.flatMap(({ id, name, successor, dissolvedOn }): SuccessionStep[] =>
    successor === undefined || dissolvedOn === undefined
      ? []
      : [{ from: id, fromName: name, to: successor, toName: nameOf(successor), on: dissolvedOn }],
  )
  const successionOf = successions(steps).chain

  function municipalitiesOn(on: PlainDate): readonly Municipality[] {
    return inCodeOrder.filter((each) => inForceOn(each.existsFrom, each.dissolvedOn, on))
  }

  function coverageOn(on: PlainDate): Coverage {
    const openFactories = factories.filter((factory) => inForceOn(factory.openedOn, factory.closedOn, on))
    const factoriesOf = new Map<OktmoCode, Factory[]>()
    for (const factory of openFactories) {
      const members = factory.cluster.filter((member) => inForceOn(member.from, member.until, on))
      const codes = new Set(members.map((member) => successionOf(member.municipality, on).to))
      for (const code of codes) factoriesOf.set(code, [...(factoriesOf.get(code) ?? []), factory])
    }
    const existing = municipalitiesOn(on).map((each) => each.id)
    return {
      openFactories,
      factoriesOf,
      uncovered: existing.filter((code) => !factoriesOf.has(code)),
      inSeveralClusters: [...factoriesOf]
        .filter(([, serving]) => serving.length > 1)
        .map(([code]) => code)
        .sort(),
      dissolvedHosts: openFactories
        .map((factory) => ({ factory, succession: successionOf(factory.municipality, on) }))
        .filter(({ factory }) => !existing.includes(factory.municipality)),
    }
  }

  return { successionOf, steps, municipalitiesOn, nameOf, coverageOn }
}
