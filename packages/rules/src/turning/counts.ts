import type { Evidence, Finding, Missing, Scalar, Witness } from '@tirazh/spec'
import { opposite } from '../comparisons.js'
import { isSame } from '../same.js'
import { type FindingPlace, type Goal, nameOf, waysTo } from '../turning.js'
import { fill, nothingNeeded, type Option, ofEach, ofParts, single, smallest, together } from './options.js'

/**
 * What would turn a comparison of a count with a number; `undefined` where a finding is no such thing.
 * What is open counts at its worst: to be at least 15, a count needs 15 records that certainly count.
 */
export function waysOfCount(
  goal: Goal,
  finding: Finding,
  { path }: FindingPlace,
): readonly Option[] | undefined {
  const count = countOf(finding, path)
  if (count === undefined || finding.comparison === undefined) return undefined
  const { wanted } = count
  switch (goal === 'met' ? finding.comparison : opposite[finding.comparison]) {
    case '>=':
      return raised(Math.ceil(wanted), count)
    case '>':
      return raised(Math.floor(wanted) + 1, count)
    case '<=':
      return lowered(Math.floor(wanted), count)
    case '<':
      return lowered(Math.ceil(wanted) - 1, count)
    case '!=':
      return smallest([...raised(wanted + 1, count), ...lowered(wanted - 1, count)])
    case '=':
      return Number.isInteger(wanted) ? settled(wanted, count) : []
  }
}

interface Count {
  readonly wanted: number
  /** What certainly counts: records, or different values. */
  readonly certain: number
  /** What counts if everything open comes to count. */
  readonly high: number
  readonly units: readonly Unit[]
  more(count: number): Option
  fewer(count: number): Option
  /** A key for what is told of this count only. */
  readonly path: string
}

/** Something open that adds one to a count at most: a record, or the records with one value. */
interface Unit {
  /** How it would come to count. */
  ways(): readonly Option[]
  /** How it would come to add nothing. */
  waysOut(): readonly Option[]
  /** Whether it certainly counts, and only does not say as what. */
  readonly isCounted: boolean
}

function countOf(finding: Finding, path: string): Count | undefined {
  const [evidence, ...others] = finding.evidence ?? []
  const { actual } = finding
  const wanted = finding.required?.value
  if (evidence === undefined || others.length > 0 || actual === undefined || typeof wanted !== 'number')
    return undefined
  if (evidence.fn !== 'count' && evidence.fn !== 'countDistinct') return undefined
  const certain = evidence.fn === 'count' ? evidence.counted.length : valuesOf(evidence.counted).size
  const units = unitsOf(evidence, finding, path)
  const high = certain + units.length
  // A sum or product with a count in it has another name and, mostly, another value.
  if (!isSame(actual.title, evidence.title) || actual.high !== high) return undefined
  const { fn, over, title } = evidence
  const about = {
    over,
    fn,
    title,
    ...(actual.noun === undefined ? {} : { noun: actual.noun }),
    ...nameOf(finding),
  }
  const changed = (kind: 'more' | 'fewer', count: number): Option =>
    count === 0 ? nothingNeeded : single(`${path} ${kind}`, { kind, count, ...about })
  return {
    wanted,
    certain,
    high,
    units,
    more: (count) => changed('more', count),
    fewer: (count) => changed('fewer', count),
    path,
  }
}

function raised(to: number, count: Count): readonly Option[] {
  return filledOr(
    to - count.certain,
    count.units.map((unit) => unit.ways()),
    count.more,
    count.path,
  )
}

function lowered(to: number, count: Count): readonly Option[] {
  if (to < 0) return []
  return filledOr(
    count.high - to,
    count.units.map((unit) => (to === 0 && unit.isCounted ? [] : waysOut(unit, count))),
    count.fewer,
    count.path,
  )
}

/** So many in all: by records, by what is open, or by both where too little is open. */
function filledOr(
  needed: number,
  ways: readonly (readonly Option[])[],
  byRecords: (count: number) => Option,
  path: string,
): readonly Option[] {
  if (needed <= 0) return [nothingNeeded]
  const possible = ways.filter((each) => each.length > 0)
  const easy = new Map(possible.flatMap((each) => easiest(each)))
  const options = [byRecords(needed)]
  if (easy.size > needed) {
    const of = [...easy.values()]
    return smallest([...options, single(`${path} fill`, { kind: 'fill-some', count: needed, of })])
  }
  for (const filled of new Set([easy.size, Math.min(possible.length, needed)])) {
    const rest = byRecords(needed - filled)
    options.push(...ofParts(filled, possible).map((option) => together([rest, option])))
  }
  return smallest(options)
}

/** A way that takes one missing value only. */
function easiest(ways: readonly Option[]): readonly (readonly [string, Missing])[] {
  for (const { size, changes } of ways) {
    for (const [key, change] of changes)
      if (size === 1 && change.kind === 'fill') return [[key, change.missing]]
  }
  return []
}

/** Exactly so many: what is open is settled one way or the other, and the rest comes or goes. */
function settled(to: number, count: Count): readonly Option[] {
  const { certain, high, units, more, fewer } = count
  // A record that does not say as what it counts is one at least.
  const low = certain === 0 && units.some((unit) => unit.isCounted) ? 1 : certain
  if (to === low) return lowered(to, count)
  if (to < 0) return []
  const ways = units.map((unit) => unit.ways())
  const missing = to - certain
  if (missing >= units.length) {
    return ofParts(units.length, ways).map((option) => together([more(missing - units.length), option]))
  }
  const coming = Math.max(0, missing)
  const either = units.map((unit, index) => ({ yes: ways[index] ?? [], no: waysOut(unit, count) }))
  return smallest([
    ...ofEach(coming, either).map((option) => together([fewer(coming - missing), option])),
    ...ofParts(coming, ways).map((option) => together([fewer(high - to), option])),
  ])
}

/** What certainly counts ceases to add one if it turns out the same as another that certainly counts. */
function waysOut(unit: Unit, { certain }: Count): readonly Option[] {
  return unit.isCounted && certain === 0 ? [] : unit.waysOut()
}

/** What is open about a count, so that each unit adds one to it if it comes to count. */
function unitsOf({ fn, counted, pending }: Evidence, finding: Finding, path: string): readonly Unit[] {
  const open = pending.map((witness, index) => ({
    witness,
    unit: unitOf(witness, finding, fn, `${path}/${index}`),
  }))
  if (fn === 'count') return open.map(({ unit }) => unit)
  const certain = valuesOf(counted)
  const byValue = new Map<unknown, Unit[]>()
  for (const { witness, unit } of open) {
    const { value } = witness
    if (value !== undefined && certain.has(value)) continue
    // A record without its value stands for itself.
    const key = value ?? witness
    byValue.set(key, [...(byValue.get(key) ?? []), unit])
  }
  const nameless = counted.filter((witness) => witness.value === undefined)
  return [
    ...nameless.map((witness) => unitOf(witness, finding, fn, path)),
    ...[...byValue.values()].map(
      (units): Unit => ({
        ways: () => smallest(units.flatMap((unit) => unit.ways())),
        waysOut: () =>
          ofParts(
            units.length,
            units.map((unit) => unit.waysOut()),
          ),
        isCounted: false,
      }),
    ),
  ]
}

function unitOf(witness: Witness, finding: Finding, fn: Evidence['fn'], path: string): Unit {
  const { record, label, reasons } = witness
  const place = { record: { record, ...(label === undefined ? {} : { label }) } }
  const turned = (goal: Goal): (readonly Option[])[] =>
    reasons.map((reason, index) => waysTo(goal, reason, { ...place, path: `${path}.${index}` }))
  const isNameless = fn === 'countDistinct' && witness.value === undefined
  const value = isNameless ? unnamed(witness, finding) : []
  const named = value.length > 0 ? [[together(value.map(fill))]] : isNameless ? [[]] : []
  const ways = (): readonly Option[] => ofParts(reasons.length + named.length, [...turned('met'), ...named])
  const isCounted = reasons.length === 0
  // All reasons, since they do not say whether one of them would do.
  return { ways, waysOut: isCounted ? ways : () => ofParts(reasons.length, turned('unmet')), isCounted }
}

/** What keeps a record from saying as what it counts. */
function unnamed({ record, reasons }: Witness, { missing }: Finding): readonly Missing[] {
  const isOpen = (each: Missing): boolean =>
    reasons.some((reason) => reason.missing.some((open) => open.field === each.field))
  return missing.filter((each) => isSame(each.record, record) && !isOpen(each))
}

function valuesOf(witnesses: readonly Witness[]): ReadonlySet<Scalar> {
  return new Set(witnesses.flatMap(({ value }) => (value === undefined ? [] : [value])))
}
