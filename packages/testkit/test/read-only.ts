import type { StorageAdapter } from '@tirazh/spec'

/** What a storage holds, to look at and not to change. */
export function readOnly(inner: StorageAdapter): StorageAdapter {
  return {
    name: `${inner.name}, read only`,
    contract: 1,
    supports: { ...inner.supports, within: false, sql: null },
    open: (kinds) => inner.open(kinds),
    read: (keys) => inner.read(keys),
    find: (query) => inner.find(query),
    async commit() {
      throw new TypeError(`${inner.name} is read only here; commit to the storage itself`)
    },
    close: () => inner.close(),
  }
}
