import type { KindSpec } from '@tirazh/spec'
import type { Connect } from './connection.js'
import { column, type PostgresExecutor } from './executor.js'
import { codeOf, isCollision } from './failure.js'
import { indexesOf } from './indexes.js'
import { checkSchema, type Found, needed, nothing, readSchema, statementsFrom } from './schema.js'
import { transaction } from './transaction.js'

/** @throws STORAGE_SCHEMA where the tables do not fit */
export async function checkTables(connect: Connect): Promise<void> {
  checkSchema(await connect(findSchema))
}

/** Creates what is missing in one transaction. @throws STORAGE_SCHEMA where the tables are too new */
export async function createTables(connect: Connect, kinds: readonly KindSpec[]): Promise<void> {
  const attempts = 10
  for (let attempt = 1; ; attempt++) {
    try {
      return await connect((client) => createMissing(client, kinds))
    } catch (error) {
      if (!isRace(error) || attempt === attempts) throw error
    }
  }
}

async function createMissing(client: PostgresExecutor, kinds: readonly KindSpec[]): Promise<void> {
  const found = await findSchema(client)
  if (found.version >= needed) checkSchema(found)
  const missing = await missingIndexes(client, kinds)
  const statements = [...statementsFrom(found.version), ...missing]
  if (statements.length === 0) return
  await transaction(client, async () => {
    for (const statement of statements) await client.query(statement, [])
  })
}

async function findSchema(client: PostgresExecutor): Promise<Found> {
  try {
    const { rows } = await client.query(readSchema, [])
    const [row] = rows
    if (row === undefined) return nothing
    return { version: Number(column(row, 'version')), readableBy: Number(column(row, 'readable_by')) }
  } catch (error) {
    if (codeOf(error) === noSuchTable) return nothing
    throw error
  }
}

/** Even one that exists already is only created after every write that goes on has ended: so they are asked for. */
async function missingIndexes(client: PostgresExecutor, kinds: readonly KindSpec[]): Promise<string[]> {
  const declared = kinds.flatMap(indexesOf)
  if (declared.length === 0) return []
  const { rows } = await client.query(
    `SELECT indexname FROM pg_indexes
      WHERE schemaname = current_schema() AND tablename = 'tirazh_record' AND indexname = ANY ($1::text[])`,
    [declared.map(({ name }) => name)],
  )
  const present = new Set(rows.map((row) => column(row, 'indexname')))
  return declared.filter(({ name }) => !present.has(name)).map(({ create }) => create)
}

/** Two that create the same at once: IF NOT EXISTS does not keep one of them from an error. */
function isRace(error: unknown): boolean {
  return isCollision(error) || races.has(codeOf(error))
}

const noSuchTable = '42P01'
/** A name in the catalogue twice, as unique violation, table or object; a row of the catalogue changed. */
const races: ReadonlySet<string> = new Set(['23505', '42P07', '42710', 'XX000'])
