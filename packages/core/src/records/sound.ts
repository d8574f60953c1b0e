import type { DataIssue } from '@tirazh/spec'
import { checkRecords } from './check-records.js'
import { refuse } from './refuse.js'
import { schemas } from './schemas.js'
import { type RecordKind, type Records, recordKinds } from './types.js'

/** @throws RECORD_INVALID with every issue of every record; paths begin with the kind and the position */
export function assertValid(records: Records): void {
  const issues: DataIssue[] = []
  for (const kind of recordKinds) {
    records[kind].forEach((record, index) => {
      const parsed = schemas[kind].safeParse(record)
      if (parsed.ok) return
      issues.push(...parsed.issues.map((issue) => ({ ...issue, path: [kind, index, ...issue.path] })))
    })
  }
  refuse(issues)
}

/** @throws RECORD_INVALID for ids that repeat, references that lead nowhere and circles of successors */
export function assertSound(records: Records): void {
  const errors = checkRecords(records).filter((issue) => issue.severity === 'error')
  refuse(
    errors.map(({ kind, index, code, path, message }) => ({ code, path: [kind, index, ...path], message })),
  )
}

/** The records as they will be once `added` is written over `stored`. */
export function merged(stored: Records, added: Records): Records {
  const both = <Kind extends RecordKind>(kind: Kind): Records[Kind] => {
    const ids = new Set(added[kind].map((record) => record.id))
    return [...stored[kind].filter((record) => !ids.has(record.id)), ...added[kind]] as Records[Kind]
  }
  return {
    municipality: both('municipality'),
    factory: both('factory'),
    project: both('project'),
    practice: both('practice'),
    adoption: both('adoption'),
    check: both('check'),
    defence: both('defence'),
    certificate: both('certificate'),
  }
}
