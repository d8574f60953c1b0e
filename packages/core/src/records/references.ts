import type { Path } from '@tirazh/spec'
import type { RecordKind, RecordTypes } from './types.js'

/** Where a record names another one. */
export interface Reference {
  readonly path: Path
  readonly to: RecordKind
  readonly id: string
}

/** Every record that a record names, whether it exists or not. */
export function referencesOf<Kind extends RecordKind>(
  kind: Kind,
  record: RecordTypes[Kind],
): readonly Reference[] {
  return references[kind](record)
}

/** The kinds whose records may name a record of this kind. */
export function kindsReferringTo(kind: RecordKind): readonly RecordKind[] {
  return referring[kind]
}

const references: { readonly [Kind in RecordKind]: (record: RecordTypes[Kind]) => readonly Reference[] } = {
  municipality: ({ successor }) => one('successor', 'municipality', successor),
  factory: ({ municipality, cluster }) => [
    ...one('municipality', 'municipality', municipality),
    ...cluster.map((member, position) => ({
      path: ['cluster', position, 'municipality'],
      to: 'municipality' as const,
      id: member.municipality,
    })),
  ],
  project: ({ municipality, factory }) => [
    ...one('municipality', 'municipality', municipality),
    ...one('factory', 'factory', factory),
  ],
  practice: ({ sourceProject, author }) => [
    ...one('sourceProject', 'project', sourceProject),
    ...one('author', 'municipality', author),
  ],
  adoption: ({ practice, municipality }) => [
    ...one('practice', 'practice', practice),
    ...one('municipality', 'municipality', municipality),
  ],
  check: ({ practice, assessors = [] }) => [
    ...one('practice', 'practice', practice),
    ...assessors.map((id, position) => ({ path: ['assessors', position], to: 'municipality' as const, id })),
  ],
  defence: ({ practice }) => one('practice', 'practice', practice),
  certificate: ({ practice, check, defence }) => [
    ...one('practice', 'practice', practice),
    ...one('check', 'check', check),
    ...one('defence', 'defence', defence),
  ],
}

const referring: { readonly [Kind in RecordKind]: readonly RecordKind[] } = {
  municipality: ['municipality', 'factory', 'project', 'practice', 'adoption', 'check'],
  factory: ['project'],
  project: ['practice'],
  practice: ['adoption', 'check', 'defence', 'certificate'],
  adoption: [],
  check: ['certificate'],
  defence: ['certificate'],
  certificate: [],
}

function one(field: string, to: RecordKind, id: string | undefined): readonly Reference[] {
  return id === undefined ? [] : [{ path: [field], to, id }]
}
