import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inspect } from '../src/counting.js'
import { newFolder } from '../src/folder.js'
import { withProgramme } from '../src/look.js'
import { random } from '../src/random.js'
import { book, tally, told } from '../src/tally.js'
import { newWriter } from '../src/writers.js'

const rounds = Number(process.env.FAULTS_ROUNDS ?? 100)
/** Rounds that go on with the same file. */
const roundsOfFile = 10

test('100 times a process that writes to SQLite is killed: nothing acknowledged is lost, nothing is half there, and the file opens within a second', async () => {
  const seed = 1
  const chance = random(seed)
  const folder = newFolder()
  const sum = tally()
  let slowest = 0
  let kept = book(sum)
  let acknowledged: string[] = []
  // The next writer gets ready while this one writes: a process takes longer to start than a round does.
  let next = newWriter()
  for (let round = 0; round < rounds; round += 1) {
    if (round % roundsOfFile === 0) {
      kept = book(sum)
      acknowledged = []
    }
    const store = { kind: 'sqlite', path: join(folder, `${Math.floor(round / roundsOfFile)}.db`) } as const
    const writer = await next
    next = newWriter()
    await writer.begin({ store, name: `round-${round}` })
    await writer.acknowledges()
    await pause(chance.integer(150))
    await writer.kill()

    const began = performance.now()
    const standing = await withProgramme(store, async (programme) => {
      await programme.written(writer.acknowledged().at(-1) ?? '')
      slowest = Math.max(slowest, performance.now() - began)
      return inspect(programme)
    })
    acknowledged.push(...writer.acknowledged())
    kept.close(acknowledged, standing)
  }
  await next
  console.log(`SQLite, kill -9, seed ${seed}: ${told(sum)}; slowest reopening ${Math.round(slowest)} ms`)
  expect(slowest).toBeLessThanOrEqual(1000)
  expect(sum).toMatchObject({ rounds, lost: 0, wrong: 0 })
})
