import { expect, test } from 'vitest'
import { registerReport } from '../test/register.js'
import { xlsx } from './index.js'

const quiet = { omit: () => undefined, link: () => undefined }

test('long work says how far it is, never backwards, and ends with all of it', async () => {
  const said: (readonly [number, number])[] = []
  await xlsx().render(registerReport(5_000), {
    ...quiet,
    progress: (done, total) => said.push([done, total]),
  })
  const total = said[0]?.[1] ?? 0
  expect(total).toBeGreaterThan(5_000)
  expect(said.length).toBeGreaterThan(2)
  expect(said.at(-1)).toEqual([total, total])
  expect(said.map(([done]) => done)).toEqual(said.map(([done]) => done).sort((one, other) => one - other))
})

test('long work leaves room for other work, and stops soon after it is aborted, with the reason', async () => {
  const stop = new AbortController()
  const reason = new Error('The reader went away.')
  let last = 0
  setTimeout(() => stop.abort(reason), 0)
  const render = xlsx().render(registerReport(20_000), {
    ...quiet,
    signal: stop.signal,
    progress: (done) => {
      last = done
    },
  })
  await expect(render).rejects.toBe(reason)
  expect(last).toBeLessThan(20_000)
})

test('work that is aborted before it begins does not begin', async () => {
  const report = registerReport(1)
  await expect(xlsx().render(report, { ...quiet, signal: AbortSignal.abort('no') })).rejects.toBe('no')
})
