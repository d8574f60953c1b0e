import { isTirazhError, type StorageAdapter } from '@tirazh/spec'

/** Tells of each call of the storage that fails, other than by a refusal, and goes on as if nobody had listened. */
export function listened(storage: StorageAdapter, hear: (during: string) => void): StorageAdapter {
  const told = (during: string) => (error: unknown) => {
    if (!isTirazhError(error, 'STORAGE_CONFLICT')) hear(during)
    throw error
  }
  return {
    ...storage,
    read: (keys) => storage.read(keys).catch(told('read')),
    commit: (ops) => storage.commit(ops).catch(told('commit')),
    async *find(query) {
      try {
        yield* storage.find(query)
      } catch (error) {
        told('find')(error)
      }
    },
  }
}
