import type { RecordKind, Snapshot } from '@tirazh/core'
import type { NumberValue, RecordGroup, ReferenceValue } from '@tirazh/spec'
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

/** A practice by code and title, leading to its passport. */
export function practiceReference({ id, title }: { id: string; title: string }): ReferenceValue {
  return {
    as: 'reference',
    text: `${id} · ${title}`,
    record: { kind: 'practice', id },
    report: `passport/${id}`,
  }
}

/** A municipality by name, leading to the report about it. */
export function municipalityReference({ territory }: Snapshot, code: string): ReferenceValue {
  return {
    as: 'reference',
    text: territory.nameOf(code),
    record: { kind: 'municipality', id: code },
    report: `municipality/${code}`,
  }
}

/** A certificate by its number, leading to the certificate itself. */
export function certificateReference(id: string): ReferenceValue {
  return { as: 'reference', text: id, record: { kind: 'certificate', id }, report: `certificate/${id}` }
}
