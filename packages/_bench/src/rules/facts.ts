import {
  type AdoptionFacts,
  type CertificateFacts,
  type CheckFacts,
  type DefenceFacts,
  type IndicatorFacts,
  type PracticeFacts,
  plainDate,
  practiceModel,
  type ToolFacts,
} from '@tirazh/core'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { type Rulebook, rulebook } from '@tirazh/rules'
import type { PlainDate, SuccessionStep } from '@tirazh/spec'
import { codes, decisions, levels, metricIds, missing, statuses, tools, type World } from './world.js'

/** The day of the facts in all figures. */
export const asOf: PlainDate = '2025-12-24'

/** The same as the number of days since 1970-01-01. */
export const asOfDay: number = Date.parse(asOf) / 86_400_000

/** The mergers of the region's municipalities. */
export const mergers: readonly SuccessionStep[] = nizhnyNovgorod.municipalities.flatMap((each) =>
  each.successor === undefined || each.dissolvedOn === undefined
    ? []
    : [{ from: each.id, fromName: each.name, to: each.successor, toName: '', on: each.dissolvedOn }],
)

/** The policies of the region as they are. */
export const book: Rulebook = rulebook({
  model: practiceModel,
  policies: nizhnyNovgorod.policies,
  succession: mergers,
})

/** The register as the objects that policies judge. */
export function practices(world: World): readonly PracticeFacts[] {
  return Array.from({ length: world.practices }, (_, practice) => practiceOf(world, practice))
}

function practiceOf(world: World, practice: number): PracticeFacts {
  const id = `П-${String(practice + 1).padStart(6, '0')}`
  return {
    id,
    title: `Практика ${practice + 1}`,
    author: at(codes, world.author[practice]),
    publishedOn: date(world.publishedOn[practice]),
    sphere: undefined,
    adoptions: list(world.adoptions, practice, (row) => adoption(world, row)),
    tools: recorded(
      list(world.tools, practice, (row): ToolFacts => ({ id, tool: at(tools, world.tools.tool[row]) })),
    ),
    indicators: recorded(list(world.indicators, practice, (row) => indicator(world, row, id))),
    checks: list(world.checks, practice, (row) => check(world, row)),
    defences: list(world.defences, practice, (row) => defence(world, row)),
    certificates: list(world.certificates, practice, (row) => certificate(world, row)),
  }
}

function adoption({ adoptions }: World, row: number): AdoptionFacts {
  return {
    id: `Т-${row + 1}`,
    municipality: at(codes, adoptions.municipality[row]),
    status: at(statuses, adoptions.status[row]),
    plannedOn: undefined,
    startedOn: undefined,
    implementedOn: date(adoptions.implementedOn[row]),
    confirmedOn: undefined,
    endedOn: date(adoptions.endedOn[row]),
    basis: undefined,
    fidelity: undefined,
  }
}

function indicator({ indicators }: World, row: number, id: string): IndicatorFacts {
  return {
    id,
    metric: at(metricIds, indicators.metric[row]),
    better: indicators.better[row] ?? 1,
    base: number(indicators.base[row]),
    target: undefined,
    result: number(indicators.result[row]),
    resultOn: date(indicators.resultOn[row]),
  }
}

function check({ checks }: World, row: number): CheckFacts {
  const [block1, block2, block3, block4, block5] = checks.blocks
  const defendedOn = date(checks.defendedOn[row])
  return {
    id: `ПП-${row + 1}`,
    heldOn: day(checks.heldOn[row]),
    assessorMunicipalities: whole(checks.assessors[row]),
    authorAssesses: yesNo(checks.authorAssesses[row]),
    block1: whole(block1[row]),
    block2: whole(block2[row]),
    block3: whole(block3[row]),
    block4: whole(block4[row]),
    block5: whole(block5[row]),
    signedByBoth: yesNo(checks.signed[row]),
    openFindings: whole(checks.openFindings[row]),
    defence: defendedOn === undefined ? undefined : `З-${row + 1}`,
    defendedOn,
  }
}

function defence({ defences }: World, row: number): DefenceFacts {
  return {
    id: `З-${row + 1}`,
    level: at(levels, defences.level[row]),
    heldOn: day(defences.heldOn[row]),
    decision: at(decisions, defences.decision[row]),
  }
}

function certificate({ certificates }: World, row: number): CertificateFacts {
  return {
    id: `С-${row + 1}`,
    level: at(levels, certificates.level[row]),
    issuedOn: day(certificates.issuedOn[row]),
    revokedOn: date(certificates.revokedOn[row]),
  }
}

function list<Row>(
  { starts }: { readonly starts: Int32Array },
  practice: number,
  make: (row: number) => Row,
): readonly Row[] {
  const rows: Row[] = []
  for (let row = starts[practice] ?? 0; row < (starts[practice + 1] ?? 0); row += 1) rows.push(make(row))
  return rows
}

/** No rows mean that nothing is recorded. */
function recorded<Row>(rows: readonly Row[]): readonly Row[] | undefined {
  return rows.length === 0 ? undefined : rows
}

/** @throws RangeError where there is none */
export function at<Item>(items: readonly Item[], index = -1): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError(`There is no item ${index}`)
  return item
}

const texts = new Map<number, PlainDate>()

function day(value = missing): PlainDate {
  const known = texts.get(value)
  if (known !== undefined) return known
  // One string for a day, as a reader of JSON would make it.
  const text = plainDate(new Date(value * 86_400_000).toISOString().slice(0, 10))
  texts.set(value, text)
  return text
}

function date(value: number | undefined): PlainDate | undefined {
  return value === missing ? undefined : day(value)
}

function whole(value: number | undefined): number | undefined {
  return value === missing ? undefined : value
}

function number(value: number | undefined): number | undefined {
  return Number.isNaN(value) ? undefined : value
}

function yesNo(value: number | undefined): boolean | undefined {
  return value === missing ? undefined : value === 1
}
