import type { RecordKind } from '@tirazh/core'
import type { NumberValue, RecordGroup } from '@tirazh/spec'
import { recordGroup } from '../nouns.js'

/** How a figure was counted, with the records it was counted from. */
export interface Counting {
  readonly rule: string
  readonly kind: RecordKind
  readonly records: readonly (string | { readonly id: string })[]
  readonly unit?: string
  /** Digits after the decimal sign, where they are always the same. */
  readonly digits?: number
}

/** A number that says how it was counted. */
export function figure(value: number, { rule, kind, records, unit, digits }: Counting): NumberValue {
  return {
    as: 'number',
    value,
    ...(digits === undefined ? {} : { digits }),
    ...(unit === undefined ? {} : { unit }),
    basis: { rule, records: [groupOf(kind, records)] },
  }
}

/** Records given as ids or as themselves, each once. */
export function groupOf(
  kind: RecordKind,
  records: readonly (string | { readonly id: string })[],
): RecordGroup {
  return recordGroup(
    kind,
    records.map((each) => (typeof each === 'string' ? each : each.id)),
  )
}
