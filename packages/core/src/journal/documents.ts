import { type Json, type Row, type StorageAdapter, TirazhError } from '@tirazh/spec'

/** The form of stored documents. There is one so far; a document of another is refused, not misread. */
export const shape = 1

/**
 * What was written into a document, without its shape.
 * @throws STORAGE_FAILED for a document of a newer shape, RECORD_INVALID for one that is not ours
 */
export function contentOf({ kind, id, doc }: Row, storage: Pick<StorageAdapter, 'name'>): object {
  const found = typeof doc === 'object' && doc !== null && 'shape' in doc ? doc.shape : undefined
  if (typeof found === 'number' && found > shape) {
    throw new TirazhError(
      'STORAGE_FAILED',
      `The ${kind} '${id}' in ${storage.name} was written by a newer version: update the SDK.`,
      { storage: storage.name, during: 'read', transient: false },
    )
  }
  if (typeof doc !== 'object' || doc === null || found !== shape) {
    const message = {
      ru: `Документ ${kind} «${id}» записан не этой программой: верните его из резервной копии.`,
      en: `The document ${kind} '${id}' was not written by this SDK: restore it from a backup.`,
    }
    throw new TirazhError('RECORD_INVALID', message.en, {
      issues: [{ code: 'DOCUMENT_SHAPE', path: [kind, id, 'shape'], message }],
    })
  }
  const { shape: _shape, ...content } = doc as { readonly [key: string]: Json }
  return content
}

/** A record as it is stored. The caller makes sure that it is portable. */
export function documentOf(record: object): Json {
  return { shape, ...(record as { readonly [key: string]: Json }) }
}

/** Equal as JSON: the order of keys and absent values do not matter. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a).filter(([, value]) => value !== undefined)
  const right = Object.entries(b).filter(([, value]) => value !== undefined)
  return left.length === right.length && left.every(([key, value]) => sameJson(value, Reflect.get(b, key)))
}
