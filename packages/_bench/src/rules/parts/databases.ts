import { practiceModel } from '@tirazh/core'
import { type Dialect, dialects, openDatabase, type SqlDatabase, whyMissing } from '@tirazh/fuzz'
import { columns, compileSql, type Decisions, decideAll, factRows, factTables } from '@tirazh/rules'
import type { Figure } from '../../figure.js'
import { report, sameAnswers } from '../../report.js'
import { timesAsLong } from '../../timing.js'
import { asOf, book, practices } from '../facts.js'
import { world } from '../world.js'

const register = practices(world(100_000))
const all = columns(practiceModel, register)
const dates = { asOf }
const adoptions = register.reduce((sum, practice) => sum + practice.adoptions.length, 0)

/** An index that answers the query alone, where an engine has such, and what it knows about the tables. */
const tuning: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: [
    `CREATE INDEX by_subject ON facts_practice_adoptions
       ("_subject", "status", "implementedOn", "endedOn", "municipality")`,
    'ANALYZE',
  ],
  duckdb: ['ANALYZE'],
  postgres: [
    `CREATE INDEX by_subject ON facts_practice_adoptions ("_subject")
       INCLUDE ("status", "implementedOn", "endedOn", "municipality")`,
    'VACUUM ANALYZE',
    "SET work_mem = '256MB'",
  ],
}

async function figure(dialect: Dialect): Promise<Figure> {
  const database = await openDatabase(dialect)
  try {
    await fill(database)
    const { text, params } = compileSql(book, 'replication', { dialect, dates })
    const rows = await database.query(text, params)
    const decided = decideAll(book, 'replication', all, dates)
    sameAnswers(
      dialect,
      rows.map((row) => `${row.id} ${row.status} ${row.standing}`),
      all.ids.map((id, index) => `${id} ${decided.status[index]} ${decided.standing[index]}`),
    )
    // The database counts the answers, so that handing over 100,000 rows is not what is measured.
    const counting = `SELECT status, standing, COUNT(*) AS practices FROM (${text}) AS decided GROUP BY status, standing`
    const theirs = (): Promise<unknown> => database.query(counting, params)
    const ours = (): Decisions => decideAll(book, 'replication', all, dates)
    return {
      name: `speed of \`decideAll\`, 15 distinct municipalities among ${adoptions.toLocaleString('en')} adoptions`,
      ratio: await timesAsLong(theirs, ours, 5),
      comparedWith: `${names[dialect]} running the SQL of the same policy`,
      atLeast: 8,
    }
  } finally {
    await database.close()
  }
}

const names: Readonly<Record<Dialect, string>> = {
  sqlite: 'SQLite',
  duckdb: 'DuckDB',
  postgres: 'PostgreSQL',
}

async function fill(database: SqlDatabase): Promise<void> {
  for (const statement of factTables(practiceModel, database.dialect)) await database.run(statement)
  for (const { table, columns: names, rows } of factRows(practiceModel, register)) {
    if (table === 'facts_practice' || table === 'facts_practice_adoptions')
      await database.insert(table, names, rows)
  }
  for (const statement of tuning[database.dialect]) await database.run(statement)
}

const figures: Figure[] = []
for (const dialect of dialects) {
  const missing = await whyMissing(dialect)
  if (missing === undefined) figures.push(await figure(dialect))
  else console.error(missing)
}
report(figures)
