/** Rewrites a batch of records for ever, each time with the next number, and says so after each commit. */
import { sqlite } from '../src/index.js'
import { batch, kinds } from './batch.js'

const [path = ''] = process.argv.slice(2)
const storage = sqlite({ path })
await storage.open(kinds)
const [first] = await storage.read(batch.slice(0, 1))
for (let n = first?.version ?? 0; ; n++) {
  await storage.commit(
    batch.map((key) => ({ ...key, op: 'put', expect: n, doc: { n: n + 1, status: `шаг ${n}` } })),
  )
  process.stdout.write(`${n + 1}\n`)
}
