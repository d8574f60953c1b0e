import { checkQuery, type Key, meets, type Query, type Row } from '@tirazh/spec'
import type { MysqlExecutor, MysqlPool } from './options.js'
import { keyOf, place, rowOf, run, versionOf } from './rows.js'
import { selectPage, selectRows, selectVersions } from './select.js'
import type { Server } from './server.js'
import { keyBatches } from './sql.js'
import { checkedOut, transaction } from './transaction.js'

/** Rows that `find` asks for at a time. Between two pages others may write. */
const pageSize = 500

/** The records at the keys, all as of one moment. */
export async function readOnce(
  pool: MysqlPool,
  keys: readonly Key[],
  server: Server,
): Promise<(Row | undefined)[]> {
  // A single statement sees a single state.
  if (keyBatches(keys).length <= 1) return readRows(pool, keys, server.display)
  return checkedOut(pool, async (connection) => {
    // In a transaction a node does not wait for the others, so it must have done before.
    if (server.galera) await run(connection, server.display('SELECT 1'))
    await run(connection, 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    let rows: (Row | undefined)[] = []
    const work = async (): Promise<boolean> => {
      rows = await readRows(connection, keys)
      return true
    }
    await transaction(connection, work, 'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY')
    return rows
  })
}

/** The records at the keys, as the executor sees them. */
export async function readRows(
  executor: MysqlExecutor,
  keys: readonly Key[],
  display: (select: string) => string = (select) => select,
): Promise<(Row | undefined)[]> {
  const rows = new Map<string, Row>()
  for (const batch of keyBatches(keys)) {
    for (const columns of await run(executor, display(selectRows(batch)))) {
      const row = rowOf(columns)
      rows.set(place(row), row)
    }
  }
  return keys.map((key) => rows.get(place(key)))
}

/** The versions at the keys, by `place`; `form` makes the statement out of the selection. */
export async function readVersions(
  executor: MysqlExecutor,
  keys: readonly Key[],
  form: (select: string) => string,
): Promise<Map<string, number>> {
  const versions = new Map<string, number>()
  for (const batch of keyBatches(keys)) {
    for (const columns of await run(executor, form(selectVersions(batch)))) {
      versions.set(place(keyOf(columns)), versionOf(columns))
    }
  }
  return versions
}

/** The rows of a query; `ask` runs the statement of a page. */
export async function* findRows(
  query: Query,
  ask: (select: string) => Promise<readonly unknown[]>,
): AsyncGenerator<Row> {
  checkQuery(query)
  const { where = [] } = query
  let left = query.limit ?? Number.POSITIVE_INFINITY
  let after = query.after
  while (left > 0) {
    const size = Math.min(pageSize, left)
    const page = selectPage({ ...query, ...(after && { after }) }, size)
    if (page === undefined) return
    const rows = (await ask(page)).map(rowOf)
    for (const row of rows) {
      if (left === 0) return
      if (!where.every((condition) => meets(row.doc, condition))) continue
      yield row
      left--
    }
    if (rows.length < size) return
    after = rows.at(-1)
  }
}
