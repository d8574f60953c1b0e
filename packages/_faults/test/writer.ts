/**
 * Counts, one unit after the other, as the job in its first line says. Lines that it prints: `ready` before
 * the job, `open`, `ack <unit>` for each that is acknowledged, `error <code>` after which it calls again with
 * the same unit, `broke <call>` for each call of the storage that failed, and `done`. Told `pause`, it prints
 * `paused` and waits for `go` or for another job. A job that comes after an error moves it to another store,
 * where it calls again with the same unit.
 */
import { setImmediate as others, setTimeout as pause } from 'node:timers/promises'
import type { Programme } from '@tirazh/core'
import { isTirazhError } from '@tirazh/spec'
import { count, openCounting } from '../src/counting.js'
import type { Job } from '../src/job.js'
import { openStore, type Store } from '../src/store.js'
import { listened } from './broken.js'
import { hasLine, nextLine, say } from './parent.js'
import { pools } from './pools.js'

/** What it works on at the moment. */
interface Place {
  readonly programme: Programme
  leave(): Promise<void>
}

say('ready')
let next: string | undefined = await nextLine()
while (next !== undefined) next = await work(JSON.parse(next))
say('done')
process.exit(0)

/** Works until the job is done or there is another one, which it returns. */
async function work({ store, name, times = Number.POSITIVE_INFINITY }: Job): Promise<string | undefined> {
  let place = await enter(store)
  let line: string | undefined
  for (let n = 1; n <= times; n += 1) {
    place = await countStubbornly(place, `${name}-${n}`)
    say(`ack ${name}-${n}`)
    // Some storages never wait: without this no line of the parent would come through.
    await others()
    if (!hasLine() || (await nextLine()) !== 'pause') continue
    say('paused')
    line = await nextLine()
    if (line !== 'go') break
    line = undefined
  }
  await place.leave()
  return line
}

async function enter(store: Store): Promise<Place> {
  const { storage, end } = openStore(store, pools)
  const programme = await openCounting(listened(storage, (during) => say(`broke ${during}`)))
  say('open')
  return {
    programme,
    async leave() {
      await programme.close()
      await end()
    },
  }
}

/** Calls until it is told that the unit is written, and returns where that was. */
async function countStubbornly(start: Place, unit: string): Promise<Place> {
  let place = start
  for (;;) {
    try {
      await count(place.programme, unit)
      return place
    } catch (error) {
      if (!isTirazhError(error) || !error.code.startsWith('STORAGE_')) throw error
      say(`error ${error.code} ${error.message.replaceAll('\n', ' ')}`)
    }
    await pause(20)
    if (!hasLine()) continue
    const { store }: Job = JSON.parse(await nextLine())
    await place.leave()
    place = await enter(store)
  }
}
