/** Commits what does not fit into the file, then what does, and dies without closing. */
import { isTirazhError, type Put } from '@tirazh/spec'
import { jsonLines } from '../src/json-lines.js'

const [path = ''] = process.argv.slice(2)
const put = (id: string, doc: string): Put => ({
  op: 'put',
  space: '52',
  kind: 'practice',
  id,
  expect: 0,
  doc,
})
const storage = jsonLines(path)
await storage.open([])
await storage.commit([put('ПР-1', 'влезло')])
const failed = await storage.commit([put('ПР-2', 'x'.repeat(10_000_000))]).catch((error) => error)
if (!isTirazhError(failed, 'STORAGE_FAILED')) throw new Error(`The commit must fail, not be ${failed}`)
const [none] = await storage.read([put('ПР-2', '')])
if (none !== undefined) throw new Error('What was not kept must not be there')
await storage.commit([put('ПР-3', 'снова влезло')])
process.kill(process.pid, 'SIGKILL')
