import type { Key, KindSpec } from '@tirazh/spec'

export const kinds: readonly KindSpec[] = [{ kind: 'practice', indexes: ['status'] }]

/** Records that are always written together. */
export const batch: readonly Key[] = Array.from({ length: 2000 }, (_, i) => ({
  space: '52',
  kind: 'practice',
  id: `ПР-${String(i).padStart(4, '0')}`,
}))
