/** Adds one to a shared counter as many times as told, beginning anew after each conflict. */
import { isTirazhError } from '@tirazh/spec'
import { sqlite } from '../src/index.js'

const [path = '', times = ''] = process.argv.slice(2)
const counter = { space: '52', kind: 'counter', id: 'общий' }
const storage = sqlite({ path })
await storage.open([{ kind: 'counter' }])
for (let done = 0; done < Number(times); ) {
  const [row] = await storage.read([counter])
  const expect = row?.version ?? 0
  try {
    // The check comes first, so that the commit begins by reading.
    await storage.commit([
      { ...counter, id: 'stop', op: 'check', expect: 0 },
      { ...counter, op: 'put', expect, doc: { count: expect + 1 } },
    ])
    done++
  } catch (error) {
    if (!isTirazhError(error, 'STORAGE_CONFLICT')) throw error
  }
}
await storage.close()
