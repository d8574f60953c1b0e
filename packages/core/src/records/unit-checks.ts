import type { Condition, RecordRef } from '@tirazh/spec'
import { checkRecords } from './check-records.js'
import { nothingGathered, recordsOf } from './collect.js'
import { kindsReferringTo, referencesOf } from './references.js'
import { refuse } from './refuse.js'
import { schemas } from './schemas.js'
import type { RecordKind, Records, RecordTypes } from './types.js'

type AnyRecord = RecordTypes[RecordKind]
type Ref = RecordRef & { readonly kind: RecordKind }

/** A record as it will be and as it was; undefined where it is deleted, or was not there. */
export interface RecordChange extends Ref {
  readonly record: AnyRecord | undefined
  readonly before: AnyRecord | undefined
}

/** The records as they are stored, before the changes. */
export interface StoredRecords {
  read(refs: readonly Ref[]): Promise<readonly (AnyRecord | undefined)[]>
  find(kind: RecordKind, where: readonly Condition[]): AsyncIterable<AnyRecord>
}

/** @throws RECORD_INVALID with every issue of every record; paths begin with the kind and the id */
export function assertUnitValid(changes: readonly Omit<RecordChange, 'before'>[]): void {
  const issues = changes.flatMap(({ kind, id, record }) => {
    const parsed = record === undefined ? undefined : schemas[kind].safeParse(record)
    return parsed === undefined || parsed.ok
      ? []
      : parsed.issues.map((issue) => ({ ...issue, path: [kind, id, ...issue.path] }))
  })
  refuse(issues)
}

/**
 * Checks the changed records with those that they name and those that may miss them, so that a small
 * change in a large register costs little and lets in nothing that a check of the whole would refuse.
 * @throws RECORD_INVALID for references that lead nowhere, now or because something was deleted,
 * adoptions of what is not published and circles of successors
 */
export async function assertUnitSound(
  changes: readonly RecordChange[],
  stored: StoredRecords,
): Promise<void> {
  // What refers to the same as before is as right as it was.
  if (!changes.some(changesReferences)) return
  const changed = new Set(changes.map(nameOf))
  const judged: RecordOf[] = changes.flatMap(({ kind, record }) =>
    record === undefined ? [] : [{ kind, record }],
  )
  for (const change of changes) {
    for await (const affected of affectedBy(change, stored)) {
      if (!changed.has(nameOf(refTo(affected)))) judged.push(affected)
    }
  }
  // A new successor may close a circle that runs through any of them.
  if (changes.some((change) => change.kind === 'municipality' && change.record !== undefined)) {
    for await (const record of stored.find('municipality', [])) {
      if (!changed.has(nameOf({ kind: 'municipality', id: record.id })))
        judged.push({ kind: 'municipality', record })
    }
  }
  const around = new Map(judged.map((each) => [nameOf(refTo(each)), each]))
  const named = judged
    .flatMap(({ kind, record }) => referencesOf(kind, record))
    .map(({ to, id }): Ref => ({ kind: to, id }))
    .filter((ref) => !changed.has(nameOf(ref)) && !around.has(nameOf(ref)))
  const found = await stored.read(named)
  for (const [index, ref] of named.entries()) {
    const record = found[index]
    if (record !== undefined) around.set(nameOf(ref), { kind: ref.kind, record })
  }
  const judgedNames = new Set(judged.map((each) => nameOf(refTo(each))))
  const errors = checkRecords(grouped([...around.values()])).filter(
    ({ kind, id, severity }) => severity === 'error' && judgedNames.has(nameOf({ kind, id })),
  )
  refuse(errors.map(({ kind, id, code, path, message }) => ({ code, path: [kind, id, ...path], message })))
}

function changesReferences({ kind, record, before }: RecordChange): boolean {
  if (record === undefined || before === undefined || isUnpublished(kind, record)) return true
  const [now, then] = [referencesOf(kind, record), referencesOf(kind, before)]
  return (
    now.length !== then.length ||
    now.some(({ to, id }, index) => then[index]?.to !== to || then[index].id !== id)
  )
}

function isUnpublished(kind: RecordKind, record: AnyRecord): boolean {
  return kind === 'practice' && !('publishedOn' in record)
}

interface RecordOf {
  readonly kind: RecordKind
  readonly record: AnyRecord
}

/** The stored records that may be wrong because of a change elsewhere. */
async function* affectedBy(change: RecordChange, stored: StoredRecords): AsyncIterable<RecordOf> {
  const { kind, id, record } = change
  if (record !== undefined && !isUnpublished(kind, record)) return
  for (const from of kindsReferringTo(kind)) {
    // Whatever belongs to a practice names it in one field.
    const where = kind === 'practice' ? [{ field: 'practice', is: '=', value: id } as const] : []
    for await (const candidate of stored.find(from, where)) {
      const names = referencesOf(from, candidate).some((each) => each.to === kind && each.id === id)
      if (names) yield { kind: from, record: candidate }
    }
  }
}

function grouped(all: readonly RecordOf[]): Records {
  const gathered = nothingGathered()
  for (const { kind, record } of all) gathered[kind].push(record)
  return recordsOf(gathered)
}

function refTo({ kind, record }: RecordOf): Ref {
  return { kind, id: record.id }
}

function nameOf({ kind, id }: Ref): string {
  return `${kind}/${id}`
}
