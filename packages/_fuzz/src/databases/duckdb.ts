import { quoted, type SqlDatabase, type SqlRow, type SqlValue, whole } from './database.js'

/** DuckDB in memory. One thread: the tests share few cores. */
export async function openDuckdb(): Promise<SqlDatabase> {
  const { DuckDBDataChunkWriter, DuckDBInstance, JSToDuckDBValueConverter } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  let isOpen = true
  return {
    dialect: 'duckdb',
    async run(sql, params) {
      if (params === undefined) await connection.run(sql)
      else await connection.run(sql, [...params])
    },
    async insert(table, columns, rows) {
      // An appender fills all columns of a table in their order: it fills a table like the one given, which
      // is then read into place. The name is the connection's own, so nothing else can see it.
      const names = columns.map(quoted).join(', ')
      await connection.run(
        `CREATE OR REPLACE TEMP TABLE _insert AS SELECT ${names} FROM ${quoted(table)} LIMIT 0`,
      )
      const appender = await connection.createAppender('_insert', 'main', 'temp')
      const writer = DuckDBDataChunkWriter.forAppender(appender, { converter: JSToDuckDBValueConverter })
      for (const row of rows) writer.appendRow(row)
      writer.flush()
      appender.closeSync()
      await connection.run(`INSERT INTO ${quoted(table)} (${names}) FROM _insert`)
      await connection.run('DROP TABLE _insert')
    },
    async query(sql, params = []) {
      const reader = await connection.runAndReadAll(sql, [...params])
      return reader.getRowObjectsJS().map(readRow)
    },
    async close() {
      if (!isOpen) return
      isOpen = false
      connection.closeSync()
      instance.closeSync()
    },
  }
}

function readRow(row: Readonly<Record<string, unknown>>): SqlRow {
  const cells = Object.entries(row).map(([name, value]): [string, SqlValue] => {
    if (typeof value === 'bigint') return [name, whole(value)]
    if (value === null || value === undefined) return [name, null]
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      return [name, value]
    }
    throw new TypeError(`Column ${name} holds ${typeof value}.`)
  })
  return Object.fromEntries(cells)
}
