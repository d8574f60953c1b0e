/** Writes the next number into two records at a time, for ever, and says each number once it is kept. */
import { jsonLines } from '../src/json-lines.js'

const [path = ''] = process.argv.slice(2)
const storage = jsonLines(path)
await storage.open([])
for (let n = 0; ; n++) {
  const text = `шаг ${n} `.repeat(500)
  await storage.commit(
    ['ПР-1', 'ПР-2'].map((id) => ({
      op: 'put',
      space: '52',
      kind: 'practice',
      id,
      expect: n,
      doc: { n: n + 1, text },
    })),
  )
  process.stdout.write(`${n + 1}\n`)
}
