import { checkQuery, isTirazhError, type Key, type Row, type StorageAdapter, TirazhError } from '@tirazh/spec'

/**
 * One of many tenants of a store: its spaces begin with a prefix that it never sees. No prefix of a tenant
 * may begin with that of another.
 */
export function prefixed(inner: StorageAdapter, prefix: string): StorageAdapter {
  const outer = <K extends Pick<Key, 'space'>>(of: K): K => ({ ...of, space: prefix + of.space })
  const own = <K extends Pick<Key, 'space'>>(of: K): K => ({ ...of, space: of.space.slice(prefix.length) })
  return {
    name: `${inner.name} of ${prefix}`,
    contract: 1,
    supports: { ...inner.supports, within: false, sql: null },
    open: (kinds) => inner.open(kinds),
    close: () => inner.close(),

    async read(keys) {
      return (await inner.read(keys.map(outer))).map((row) => row && own(row))
    },

    async *find(query) {
      checkQuery(query)
      // The rows of other tenants lie before and after: a limit would count them.
      const { space, after, limit, ...rest } = query
      const asked = {
        ...rest,
        ...(space === undefined ? {} : { space: prefix + space }),
        ...(after === undefined ? {} : { after: outer(after) }),
      }
      let left = limit ?? Number.POSITIVE_INFINITY
      for await (const row of inner.find(asked)) {
        if (!row.space.startsWith(prefix)) continue
        yield own<Row>(row)
        if (--left === 0) return
      }
    },

    async commit(ops) {
      try {
        await inner.commit(ops.map(outer))
      } catch (thrown) {
        if (!isTirazhError(thrown, 'STORAGE_CONFLICT')) throw thrown
        const conflicts = thrown.details.conflicts.map((each) => ({ ...each, key: own(each.key) }))
        throw new TirazhError('STORAGE_CONFLICT', thrown.message, { conflicts }, { cause: thrown })
      }
    },
  }
}
