import type { Facts, FieldModel, SubjectModel } from '@tirazh/rules'
import type { InForce, Instant, PlainDate, Policy, PolicyVersion, SuccessionStep } from '@tirazh/spec'
import type { Quantity } from './amount.js'
import { dayOf } from './calendar.js'
import * as exact from './exact.js'

/** What a rule is evaluated with. */
export interface Scope {
  readonly model: SubjectModel
  readonly policies: Readonly<Record<string, Policy>>
  readonly succession: readonly SuccessionStep[]
  readonly policy: Policy
  readonly subject: Facts
  readonly asOf: PlainDate
  readonly lawAt: PlainDate
  readonly knownAt: Instant | undefined
}

/** The related record inside an aggregate. */
export interface Row {
  readonly facts: Facts
  readonly relation: string
}

export function versionInForce(scope: Scope): PolicyVersion | undefined {
  return inForce(scope.policy.versions, scope.lawAt)
}

export function paramInForce(name: string, scope: Scope): string | number | boolean {
  const value = inForce(scope.policy.params[name]?.values ?? [], scope.lawAt)?.value
  if (value === undefined) throw new TypeError(`Parameter '${name}' is not in force.`)
  return value
}

function inForce<Entry extends InForce>(entries: readonly Entry[], on: PlainDate): Entry | undefined {
  const begun = entries.filter((entry) => entry.from <= on).at(-1)
  return begun === undefined || (begun.until !== undefined && on >= begun.until) ? undefined : begun
}

/** The related records that were known at the moment asked for; `undefined` where the relation is not recorded. */
export function rowsOf(relation: string, { subject, knownAt }: Scope): readonly Facts[] | undefined {
  const rows: unknown = Reflect.get(subject, relation)
  if (!Array.isArray(rows)) return undefined
  // What is no record says nothing.
  const records: readonly Facts[] = rows.map((row) =>
    typeof row === 'object' && row !== null ? row : { id: '' },
  )
  return records.filter((row) => {
    if (knownAt === undefined) return true
    const isRecorded = row.recordedAt === undefined || row.recordedAt <= knownAt
    return isRecorded && (row.supersededAt === undefined || knownAt < row.supersededAt)
  })
}

/** What a field says, or `undefined` where it is empty or holds what is not of its type. */
export function fieldValue(name: string, row: Row | undefined, scope: Scope): Quantity | undefined {
  const { facts, fields } =
    row === undefined
      ? { facts: scope.subject, fields: scope.model.fields }
      : { facts: row.facts, fields: scope.model.relations[row.relation]?.fields ?? {} }
  const value: unknown = Reflect.get(facts, name)
  const field = name === 'id' ? undefined : fields[name]
  switch (field?.type) {
    case 'number':
    case 'share':
      return typeof value === 'number' ? usableNumber(value, field) : undefined
    case 'boolean':
      return typeof value === 'boolean' ? exact.whole(value ? 1 : 0) : undefined
    case 'date': {
      const day = typeof value === 'string' ? dayOf(value) : undefined
      return day === undefined ? undefined : exact.whole(day)
    }
    default:
      return typeof value === 'string' ? value : undefined
  }
}

function usableNumber(value: number, { decimals = 2, max = 1e9 }: FieldModel): exact.Ratio | undefined {
  if (!Number.isFinite(value) || Math.abs(value) > max) return undefined
  const scale = 10 ** decimals
  const units = Math.round(value * scale)
  return units / scale === value ? exact.divide(exact.whole(units), exact.whole(scale)) : undefined
}

/** Follows the steps of a code that have happened by the end of the day; around a circle at most once. */
export function successorOf(code: string, day: number, { succession }: Scope): string {
  const passed = [code]
  for (;;) {
    const current = passed.at(-1) ?? code
    const step = succession.find((each) => each.from === current && (dayOf(each.on) ?? day + 1) <= day)
    if (step === undefined || passed.includes(step.to)) return current
    passed.push(step.to)
  }
}
