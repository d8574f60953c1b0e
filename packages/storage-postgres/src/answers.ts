import type { PostgresExecutor, PostgresValue } from './executor.js'

/** The rows that one statement answers, in a transaction that only reads. @throws Error where it ends transactions */
export async function answers(
  client: PostgresExecutor,
  text: string,
  values: readonly PostgresValue[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const [, word = ''] = /^(?:\s|--[^\n]*\n|\/\*.*?\*\/)*([a-z]+)/is.exec(text) ?? []
  if (control.has(word.toUpperCase())) throw new Error(`${word} is not a question; query only reads`)
  const { rows } = await (values.length === 0 && mayBeSeveral(text)
    ? client.query(
        `SELECT answer.* FROM (\n${text.replace(/;\s*$/, '')}\n) AS answer WHERE $1::int8 = 0`,
        [0],
      )
    : client.query(text, [...values]))
  return rows.map(named)
}

/**
 * Only a text without parameters is sent by `pg` so that it may be several statements, one of which could
 * end the transaction. Where a semicolon makes that possible, the text is given a parameter.
 */
function mayBeSeveral(text: string): boolean {
  return /;(?!\s*$)/.test(text)
}

const control: ReadonlySet<string> = new Set(
  'BEGIN START COMMIT END ROLLBACK ABORT SAVEPOINT RELEASE PREPARE SET RESET'.split(' '),
)

function named(row: unknown): Readonly<Record<string, unknown>> {
  if (typeof row !== 'object' || row === null) {
    throw new TypeError('The database must return rows as objects; leave out an option for arrays')
  }
  return Object.fromEntries(Object.entries(row))
}
