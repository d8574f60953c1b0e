import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StorageAdapter } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { batch, kinds } from '../test/batch.js'
import { temporaryFiles } from '../test/files.js'
import { sqlite } from './sqlite.js'

const newFile = temporaryFiles()

test('a process killed in the middle of a commit leaves no half of it', async () => {
  const path = newFile()
  for (const statements of [1, batch.length / 2, batch.length]) {
    await write(path)
    const before = await state(path)
    const [, signal] = await once(run('halfway.ts', path, String(statements)), 'exit')
    expect(signal).toBe('SIGKILL')
    expect(await state(path)).toEqual(before)
  }
}, 60_000)

test('a process killed at any moment leaves every commit that it has acknowledged', async () => {
  const path = newFile()
  for (const commits of [1, 2, 5]) {
    const writer = run('writer.ts', path)
    const acknowledged = await numbersUntil(writer, commits)
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    const { version } = await state(path)
    expect(version).toBeGreaterThanOrEqual(acknowledged)
  }
}, 60_000)

test('no update is lost when several processes open a new file and count in it', async () => {
  const path = newFile()
  const counters = [1, 2, 3].map(() => run('counter.ts', path, '200'))
  const codes = await Promise.all(counters.map(async (counter) => (await once(counter, 'exit'))[0]))
  expect(codes).toEqual([0, 0, 0])
  const storage = sqlite({ path })
  await storage.open([])
  const [row] = await storage.read([{ space: '52', kind: 'counter', id: 'общий' }])
  expect(row).toMatchObject({ version: 600, doc: { count: 600 } })
  await storage.close()
}, 60_000)

/** Writes the next version of the batch in one commit. */
async function write(path: string): Promise<void> {
  const { version, storage } = await look(path)
  await storage.commit(batch.map((key) => ({ ...key, op: 'put', expect: version, doc: { n: version + 1 } })))
  await storage.close()
}

/** The one state that all records of the batch are in. */
async function state(path: string): Promise<{ version: number; doc: unknown }> {
  const { version, doc, storage } = await look(path)
  await storage.close()
  return { version, doc }
}

async function look(path: string): Promise<{ version: number; doc: unknown; storage: StorageAdapter }> {
  const storage = sqlite({ path })
  await storage.open(kinds)
  const rows = await storage.read(batch)
  const states = new Set(rows.map((row) => JSON.stringify({ version: row?.version ?? 0, doc: row?.doc })))
  expect([...states]).toHaveLength(1)
  return { ...JSON.parse([...states][0] ?? ''), storage }
}

function run(script: string, ...values: string[]): ChildProcess {
  const cwd = fileURLToPath(new URL('../test/', import.meta.url))
  const flags = ['--import', 'tsx', '--conditions=source']
  return spawn(process.execPath, [...flags, script, ...values], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** The last number that the process has said once it has said so many. */
async function numbersUntil(process: ChildProcess, count: number): Promise<number> {
  let text = ''
  for await (const piece of process.stdout ?? []) {
    text += piece
    const said = text.split('\n').slice(0, -1)
    if (said.length >= count) return Number(said.at(-1))
  }
  throw new Error(`The process ended after saying ${JSON.stringify(text)}`)
}
