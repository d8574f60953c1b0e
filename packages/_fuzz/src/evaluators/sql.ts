import { compileSql, factRows, factTables, readDecision } from '@tirazh/rules'
import type { Dialect, SqlDatabase } from '../databases/database.js'
import { quoted } from '../databases/database.js'
import { openDatabase } from '../databases/open.js'
import type { Prepared } from '../prepare.js'
import { type Answer, codes, type FuzzEvaluator } from './evaluator.js'

/** The policy as one query of a real database, which is opened when it is first asked. */
export function sql(dialect: Dialect): FuzzEvaluator {
  let opened: Promise<SqlDatabase> | undefined
  return {
    name: dialect,
    async answers(fuzz) {
      opened ??= openDatabase(dialect)
      const database = await opened
      const tables = await store(fuzz, database)
      try {
        return await ask(fuzz, database)
      } finally {
        for (const table of tables) await database.run(`DROP TABLE ${quoted(table)}`)
      }
    },
    async close() {
      await (await opened)?.close()
      opened = undefined
    },
  }
}

async function store({ model, subjects }: Prepared, database: SqlDatabase): Promise<readonly string[]> {
  for (const statement of factTables(model, database.dialect)) await database.run(statement)
  const filled = factRows(model, subjects)
  for (const { table, columns, rows } of filled) await database.insert(table, columns, rows)
  return filled.map(({ table }) => table)
}

async function ask(
  { book, policies, subjects, dates }: Prepared,
  database: SqlDatabase,
): Promise<readonly Answer[]> {
  const { dialect } = database
  const answers: Answer[] = []
  for (const policy of Object.keys(policies)) {
    for (const each of dates) {
      const { text, params } = compileSql(book, policy, { dialect, dates: each })
      const found = new Map<string, Answer>()
      for (const row of await database.query(text, params)) {
        const { id, standing, status, leaves } = readDecision(row)
        found.set(id, { status, standing, leaves: leaves.map((leaf) => codes[leaf]) })
      }
      for (const { id } of subjects) {
        const answer = found.get(id)
        if (answer === undefined) throw new Error(`${dialect} says nothing about '${id}'.`)
        answers.push(answer)
      }
    }
  }
  return answers
}
