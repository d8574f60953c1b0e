import type { Adoption, OktmoCode, PracticeFacts, Snapshot } from '@tirazh/core'
import { countOver, evidenceOver } from '@tirazh/rules'
import type { Evidence, PlainDate, Verdict, Witness } from '@tirazh/spec'

/**
 * What the rule of replication makes of an adoption on a day. `in-use`: it is in force and counted;
 * `pending`: too little is recorded to say. The others are not counted: `planned` and not implemented by
 * the day, `lapsed`, `declined`, and `rejected` for any other reason of the rule.
 */
export type Standing = 'in-use' | 'pending' | 'planned' | 'lapsed' | 'declined' | 'rejected'

/** Those that say most first: of two adoptions in one municipality the former tells what stands there. */
export const standings: readonly Standing[] = [
  'in-use',
  'pending',
  'planned',
  'lapsed',
  'declined',
  'rejected',
]

/** One adoption on a day. */
export interface Use {
  readonly adoption: Adoption
  /** What the code of the adoption stands for on the day. */
  readonly municipality: OktmoCode
  readonly standing: Standing
  /** The adoption as evidence of the rule; absent where no wording of the rule counts adoptions. */
  readonly witness: Witness | undefined
}

/** Where one practice is used on a day. */
export interface PracticeUses {
  readonly practice: PracticeFacts
  /** Of the rule of replication. */
  readonly verdict: Verdict
  /**
   * In how many municipalities it is in use: certainly, and at most (`null` where there is no limit).
   * Absent where no wording of the rule counts adoptions: then nobody can say.
   */
  readonly municipalities: { readonly low: number; readonly high: number | null } | undefined
  /** The adoptions known of by the day, in the order of the register. */
  readonly uses: readonly Use[]
}

/** Where every practice of the register is used on a day. Asked again for the same day it is not computed again. */
export function usesOn(snapshot: Snapshot, asOf: PlainDate): readonly PracticeUses[] {
  const known = lastUses.get(snapshot)
  if (known?.asOf === asOf) return known.uses
  const uses = snapshot.practices.map((practice) => usesOf(snapshot, practice.id, asOf))
  lastUses.set(snapshot, { asOf, uses })
  return uses
}

/** A snapshot never changes, and one report after the other is about the same day. */
const lastUses = new WeakMap<Snapshot, { readonly asOf: PlainDate; readonly uses: readonly PracticeUses[] }>()

/** Who certainly uses a practice on a day, as little of it as figures of many days need. */
export interface PracticeAdopters {
  readonly practice: PracticeFacts
  /** The codes as recorded; undefined where no wording of the rule counts adoptions. */
  readonly adopters: readonly OktmoCode[] | undefined
}

/** Who uses each practice of the register on a day. Asked again for a day it is not computed again. */
export function adoptersOn(snapshot: Snapshot, on: PlainDate): readonly PracticeAdopters[] {
  const days = adoptersByDay.get(snapshot) ?? new Map<PlainDate, readonly PracticeAdopters[]>()
  adoptersByDay.set(snapshot, days)
  const known = days.get(on)
  if (known !== undefined) return known
  const adopters = snapshot.practices.map((practice): PracticeAdopters => {
    const { municipalities, uses } = usesOf(snapshot, practice.id, on)
    const inUse = uses.filter((use) => use.standing === 'in-use')
    return {
      practice,
      adopters: municipalities === undefined ? undefined : inUse.map((use) => use.adoption.municipality),
    }
  })
  days.set(on, adopters)
  return adopters
}

const adoptersByDay = new WeakMap<Snapshot, Map<PlainDate, readonly PracticeAdopters[]>>()

/** Where one practice is used on a day. @throws RECORD_UNKNOWN */
export function usesOf(snapshot: Snapshot, id: string, asOf: PlainDate): PracticeUses {
  const practice = snapshot.practice(id)
  const verdict = snapshot.assess('replication', id, { asOf })
  const { finding } = verdict
  const evidence = finding === null ? undefined : evidenceOver('adoptions', finding)
  const actual = finding === null ? undefined : countOver('adoptions', finding)?.actual
  const heard = hearingOf(evidence)
  const uses = snapshot.recordsOf(id).adoptions.flatMap((adoption): Use[] => {
    const standing = standingOf(adoption, heard, asOf)
    if (standing === undefined) return []
    const municipality = snapshot.territory.successionOf(adoption.municipality, asOf).to
    return [{ adoption, municipality, standing, witness: heard?.get(adoption.id)?.witness }]
  })
  const low = actual?.low
  const high = actual?.high
  return {
    practice,
    verdict,
    municipalities:
      typeof low === 'number' ? { low, high: typeof high === 'number' ? high : null } : undefined,
    uses,
  }
}

interface Heard {
  readonly list: 'counted' | 'pending' | 'rejected'
  readonly witness: Witness
}

/** What the rule said about each adoption; undefined where it counts none. */
function hearingOf(evidence: Evidence | undefined): ReadonlyMap<string, Heard> | undefined {
  if (evidence === undefined) return undefined
  const lists = ['rejected', 'pending', 'counted'] as const
  return new Map(
    lists.flatMap((list) => evidence[list].map((witness) => [witness.record.id, { list, witness }] as const)),
  )
}

/** Undefined for an adoption that nobody knew of yet on the day. */
function standingOf(
  adoption: Adoption,
  heard: ReadonlyMap<string, Heard> | undefined,
  asOf: PlainDate,
): Standing | undefined {
  const list = heard?.get(adoption.id)?.list
  if (list === 'counted') return 'in-use'
  if (heard !== undefined && list === 'pending') return 'pending'
  if (!wasBegun(adoption, asOf)) return undefined
  if (heard === undefined) return 'pending'
  if (adoption.endedOn !== undefined && adoption.endedOn <= asOf) return 'lapsed'
  if (adoption.status === 'declined') return 'declined'
  const implemented = adoption.implementedOn !== undefined && adoption.implementedOn <= asOf
  return implemented ? 'rejected' : 'planned'
}

/** Whether the earliest day of an adoption has come; one without any days may have begun. */
function wasBegun(adoption: Adoption, asOf: PlainDate): boolean {
  const { plannedOn, startedOn, implementedOn, confirmedOn, endedOn } = adoption
  const known = [plannedOn, startedOn, implementedOn, confirmedOn, endedOn].filter((on) => on !== undefined)
  return known.length === 0 || known.some((on) => on <= asOf)
}

/** What stands in one municipality for one practice: of several adoptions the one that says most. */
export function useByMunicipality(uses: readonly Use[]): ReadonlyMap<OktmoCode, Use> {
  const found = new Map<OktmoCode, Use>()
  for (const use of uses) {
    const known = found.get(use.municipality)
    if (known === undefined || standings.indexOf(use.standing) < standings.indexOf(known.standing)) {
      found.set(use.municipality, use)
    }
  }
  return found
}
