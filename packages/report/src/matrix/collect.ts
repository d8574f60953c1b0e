import type { Municipality, OktmoCode, Snapshot } from '@tirazh/core'
import { compareCodePoints, type PlainDate, TirazhError } from '@tirazh/spec'
import { type PracticeUses, type Standing, standings, type Use, useByMunicipality, usesOf } from './uses.js'

/** Which practice is used where on a day, before any wording. */
export interface ReplicationMatrix {
  readonly asOf: PlainDate
  /** The practices published by the day and others that are used already, the most used first. */
  readonly rows: readonly MatrixRow[]
  /** The municipalities of the day, those that use most practices first. */
  readonly columns: readonly MatrixColumn[]
  /** Every mark of the table by what it says. */
  readonly marks: Readonly<Record<Standing, readonly Use[]>>
  /** Whether the table shows only what was asked for. */
  readonly limited: { readonly practices: boolean; readonly municipalities: boolean }
}

export interface MatrixRow {
  readonly uses: PracticeUses
  readonly published: boolean
  /** What stands in each municipality; nothing where nothing is recorded. */
  readonly marks: ReadonlyMap<OktmoCode, Use>
}

export interface MatrixColumn {
  readonly code: OktmoCode
  readonly name: string
  /** False for a code that stands for no municipality on the day and has adoptions all the same. */
  readonly exists: boolean
  /** The adoptions in use there, one for each practice. */
  readonly inUse: readonly Use[]
}

export interface MatrixChoice {
  readonly asOf: PlainDate
  /** The ids of the practices to show; all of them by default. */
  readonly practices?: readonly string[]
  /** The codes of the municipalities to show; all of them by default. A dissolved one leads to its successor. */
  readonly municipalities?: readonly OktmoCode[]
}

/** Collects which practice is used where. @throws RECORD_UNKNOWN for a practice or a municipality that is not there */
export function collectMatrix(snapshot: Snapshot, choice: MatrixChoice): ReplicationMatrix {
  const { asOf, practices, municipalities } = choice
  const chosen =
    municipalities && new Set(municipalities.map((code) => municipalityOf(snapshot, code, asOf).id))
  const ids = practices === undefined ? snapshot.practices.map((each) => each.id) : [...new Set(practices)]
  const rows = ids
    .map((id) => rowOf(snapshot, id, asOf, chosen))
    .filter(({ published, marks }) => practices !== undefined || published || marks.size > 0)
    .sort((a, b) => lowOf(b) - lowOf(a) || compareCodePoints(a.uses.practice.id, b.uses.practice.id))
  const marks = rows.flatMap((row) => [...row.marks.values()])
  return {
    asOf,
    rows,
    columns: columnsOf(snapshot, asOf, marks, chosen),
    marks: Object.fromEntries(
      standings.map((standing) => [standing, marks.filter((use) => use.standing === standing)]),
    ) as Record<Standing, Use[]>,
    limited: { practices: practices !== undefined, municipalities: municipalities !== undefined },
  }
}

function rowOf(
  snapshot: Snapshot,
  id: string,
  asOf: PlainDate,
  chosen: ReadonlySet<OktmoCode> | undefined,
): MatrixRow {
  const uses = usesOf(snapshot, id, asOf)
  const { publishedOn } = uses.practice
  const marks = useByMunicipality(uses.uses)
  return {
    uses,
    published: publishedOn !== undefined && publishedOn <= asOf,
    marks: chosen === undefined ? marks : new Map([...marks].filter(([code]) => chosen.has(code))),
  }
}

function columnsOf(
  snapshot: Snapshot,
  asOf: PlainDate,
  marks: readonly Use[],
  chosen: ReadonlySet<OktmoCode> | undefined,
): MatrixColumn[] {
  const existing = new Set(snapshot.territory.municipalitiesOn(asOf).map((each) => each.id))
  // A mark in a code that stands for no municipality of the day is shown as well: nothing is lost in silence.
  const codes = chosen ?? new Set([...existing, ...marks.map((use) => use.municipality)])
  const inUse = new Map<OktmoCode, Use[]>([...codes].map((code) => [code, []]))
  for (const use of marks) if (use.standing === 'in-use') inUse.get(use.municipality)?.push(use)
  return [...inUse]
    .map(([code, uses]) => ({
      code,
      name: snapshot.territory.nameOf(code),
      exists: existing.has(code),
      inUse: uses,
    }))
    .sort(
      (a, b) =>
        Number(b.exists) - Number(a.exists) ||
        b.inUse.length - a.inUse.length ||
        compareCodePoints(a.code, b.code),
    )
}

function lowOf({ uses }: MatrixRow): number {
  return uses.municipalities?.low ?? 0
}

/** The municipality that a code of the register stands for on a day. @throws RECORD_UNKNOWN */
export function municipalityOf(snapshot: Snapshot, code: OktmoCode, on: PlainDate): Municipality {
  const find = (id: OktmoCode): Municipality => {
    const found = snapshot.records.municipality.find((each) => each.id === id)
    if (found !== undefined) return found
    throw new TirazhError('RECORD_UNKNOWN', `There is no municipality '${id}' in the register.`, {
      kind: 'municipality',
      id,
    })
  }
  return find(snapshot.territory.successionOf(find(code).id, on).to)
}
