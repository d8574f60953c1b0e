/** Rewrites the batch once, but is killed right after so many of the statements of its commit. */
import { DatabaseSync } from '@photostructure/sqlite'
import { type SqliteHandle, sqlite } from '../src/index.js'
import { batch, kinds } from './batch.js'

const [path = '', statements = ''] = process.argv.slice(2)
const database = new DatabaseSync(path)
// With almost no cache, pages that are not committed yet go to the disk all the time.
database.exec('PRAGMA cache_size = 5')

let written = 0
const mortal: SqliteHandle = {
  exec: (sql) => database.exec(sql),
  prepare(sql) {
    const statement = database.prepare(sql)
    return {
      get: (...values) => statement.get(...values),
      all: (...values) => statement.all(...values),
      run(...values) {
        const result = statement.run(...values)
        if (++written === Number(statements)) process.kill(process.pid, 'SIGKILL')
        return result
      },
    }
  },
}

const storage = sqlite({ database: mortal })
await storage.open(kinds)
const [first] = await storage.read(batch.slice(0, 1))
const expect = first?.version ?? 0
await storage.commit(
  batch.map((key) => ({ ...key, op: 'put', expect, doc: { n: expect + 1, status: 'half' } })),
)
