import { failureOf } from './failures.js'
import type { MysqlConnection, MysqlPool } from './options.js'
import { run } from './rows.js'

/** Runs the work on a connection of the pool that nobody else uses meanwhile. */
export async function checkedOut<T>(
  pool: MysqlPool,
  work: (connection: MysqlConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  let broken = false
  const lost = (): void => {
    broken = true
  }
  // The pool listens for the first error of a connection; a second one would end the host’s process.
  connection.on('error', lost)
  try {
    return await work(connection)
  } catch (error) {
    // A killed statement may have left the transaction open.
    broken ||= failureOf(error) === 'unreachable'
    throw error
  } finally {
    // A destroyed connection keeps its listener: its socket may still report something.
    if (broken) {
      connection.destroy()
    } else {
      connection.off('error', lost)
      connection.release()
    }
  }
}

/** Runs the work in one transaction, which is committed if the work answers true and rolled back if not. */
export async function transaction(
  connection: MysqlConnection,
  work: () => Promise<boolean>,
  begin: string = 'START TRANSACTION',
): Promise<boolean> {
  await run(connection, begin)
  try {
    const done = await work()
    await run(connection, done ? 'COMMIT' : 'ROLLBACK')
    return done
  } catch (error) {
    // Nothing to roll back on a connection that is lost, and of two errors the first is the one to tell.
    if (failureOf(error) !== 'unreachable')
      await run(connection, 'ROLLBACK').catch(() => connection.destroy())
    throw error
  }
}
