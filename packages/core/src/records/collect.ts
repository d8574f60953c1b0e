import { type RecordKind, type Records, recordKinds } from './types.js'

/** Records by kind while they are gathered. */
export type Gathered = { readonly [Kind in RecordKind]: object[] }

export function nothingGathered(): Gathered {
  return {
    municipality: [],
    factory: [],
    project: [],
    practice: [],
    adoption: [],
    check: [],
    defence: [],
    certificate: [],
  }
}

/** Only what a schema accepted is ever gathered under a kind: read from a store, or handed in and checked. */
export function recordsOf(gathered: Gathered): Records {
  return gathered as unknown as Records
}

export function isRecordKind(kind: string): kind is RecordKind {
  return recordKinds.some((each) => each === kind)
}
