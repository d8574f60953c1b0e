import { PostgresClient as Client, startPostgres } from '@tirazh/servers'
import type pg from 'pg'
import { quoted, type SqlDatabase, type SqlValue, whole } from './database.js'

/** A real PostgreSQL server of its own, started now and deleted by `close`. */
export async function openPostgres(): Promise<SqlDatabase> {
  const server = await startPostgres()
  const client = new Client({ host: '127.0.0.1', port: server.port, user: 'postgres', database: 'postgres' })
  client.setTypeParser(int8, (text) => whole(BigInt(text)))
  client.setTypeParser(decimal, (text) => (/^-?\d+$/.test(text) ? whole(BigInt(text)) : Number(text)))
  await client.connect()
  let isOpen = true
  return {
    dialect: 'postgres',
    async run(sql, params) {
      await client.query(sql, params && [...params])
    },
    async insert(table, columns, rows) {
      const types = await typesOf(client, table)
      const arrays = columns.map((name, index) => `$${index + 1}::${types.get(name) ?? 'text'}[]`)
      const into = `${quoted(table)} (${columns.map(quoted).join(', ')})`
      const sql = `INSERT INTO ${into} SELECT * FROM unnest(${arrays.join(', ')})`
      for (let start = 0; start < rows.length; start += chunkSize) {
        const chunk = rows.slice(start, start + chunkSize)
        await client.query(
          sql,
          columns.map((_, index) => chunk.map((row) => row[index] ?? null)),
        )
      }
    },
    async query(sql, params = []) {
      return (await client.query<Record<string, SqlValue>>(sql, [...params])).rows
    },
    async close() {
      if (!isOpen) return
      isOpen = false
      await client.end()
      await server.stop()
    },
  }
}

/** The numbers of PostgreSQL's types, see `pg_type`. */
const int8 = 20
const decimal = 1700

const chunkSize = 20_000

/** The types of the columns of a table, by name. */
async function typesOf(client: pg.Client, table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    'SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute ' +
      'WHERE attrelid = $1::regclass AND attnum > 0',
    [quoted(table)],
  )
  return new Map(rows.map(({ name, type }) => [name, type]))
}
