import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isTirazhError, type Json, type Op, type StorageAdapter } from '@tirazh/spec'
import { testStorage } from '@tirazh/testkit'
import { afterAll, describe, expect, it, test } from 'vitest'
import { jsonLines } from '../src/json-lines.js'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tirazh-json-lines-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = (): string => join(folder, `${++files}.jsonl`)

const paths = new WeakMap<StorageAdapter, string>()
const create = (path = newFile()): StorageAdapter => {
  const storage = jsonLines(path)
  paths.set(storage, path)
  return storage
}

testStorage({
  describe,
  it,
  name: 'json-lines',
  create: () => create(),
  async reopen(storage) {
    await storage.close()
    return create(paths.get(storage))
  },
})

test('wherever a crash has cut the last line, only whole commits are there, and it goes on', async () => {
  const path = newFile()
  const storage = await opened(path)
  await storage.commit([put('ПР-1', 0, { n: 1 }), put('ПР-2', 0, { n: 1 })])
  const whole = statSync(path).size
  await storage.commit([
    put('ПР-1', 1, { n: 2 }),
    { ...put('ПР-2', 1, null), op: 'delete' },
    put('ПР-3', 0, '😀'),
  ])
  await storage.close()
  const bytes = readFileSync(path)
  for (let size = whole; size <= bytes.length; size++) {
    const cut = newFile()
    writeFileSync(cut, bytes.subarray(0, size))
    const after = await opened(cut)
    expect(await docs(after)).toEqual(size < bytes.length ? [{ n: 1 }, { n: 1 }] : [{ n: 2 }, '😀'])
    await after.commit([put('ПР-4', 0, 'и дальше')])
    await after.close()
    const again = await opened(cut)
    expect((await docs(again)).at(-1)).toBe('и дальше')
    await again.close()
  }
})

test('a process killed at any moment leaves every commit that it has acknowledged, and no half of one', async () => {
  const path = newFile()
  for (const commits of [1, 3, 20]) {
    rmSync(path, { force: true })
    const writer = run('writer.ts', path)
    const acknowledged = await numbersUntil(writer, commits)
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    expect(existsSync(`${path}.lock`)).toBe(true)
    const storage = await opened(path)
    const numbers = (await docs(storage)).map((doc) => Object(doc).n)
    expect(new Set(numbers).size).toBe(1)
    expect(numbers[0]).toBeGreaterThanOrEqual(acknowledged)
    await storage.close()
  }
}, 60_000)

test.skipIf(process.platform === 'win32')(
  'what does not fit leaves nothing, and the next commit is kept whole (not on Windows: it has no ulimit)',
  async () => {
    const path = newFile()
    const limited = `ulimit -f 1000; exec "$0" --import tsx --conditions=source full.ts "$1"`
    const writer = spawn('sh', ['-c', limited, process.execPath, path], { cwd: here, stdio: 'inherit' })
    expect(await once(writer, 'exit')).toEqual([null, 'SIGKILL'])
    const storage = await opened(path)
    expect(await docs(storage)).toEqual(['влезло', 'снова влезло'])
    await storage.close()
  },
)

test('while one process has the file no other gets it', async () => {
  const path = newFile()
  const writer = run('writer.ts', path)
  await numbersUntil(writer, 1)
  const thrown = await jsonLines(path)
    .open([])
    .catch((error) => error)
  expect(isTirazhError(thrown, 'STORAGE_FAILED') && thrown.details.transient).toBe(true)
  expect(thrown.message).toContain(`process ${writer.pid} holds`)
  writer.kill('SIGKILL')
  await once(writer, 'exit')
  await (await opened(path)).close()
  expect(existsSync(`${path}.lock`)).toBe(false)
}, 60_000)

test('many changes of few records become a short file', async () => {
  const path = newFile()
  const storage = await opened(path)
  for (let n = 0; n < 1200; n++) await storage.commit([put('ПР-1', n, { n })])
  await storage.commit([put('ПР-2', 0, { n: 0 })])
  await storage.close()
  const before = statSync(path).size
  for (const _ of ['the first time', 'the second time']) {
    const after = await opened(path)
    expect(await docs(after)).toEqual([{ n: 1199 }, { n: 0 }])
    await after.close()
    expect(statSync(path).size).toBeLessThan(before / 100)
  }
  const later = await opened(path)
  await later.commit([put('ПР-1', 1200, { n: 'и дальше' })])
  await later.close()
  const last = await opened(path)
  expect(await docs(last)).toEqual([{ n: 'и дальше' }, { n: 0 }])
  await last.close()
})

test('another file is refused and left as it was', async () => {
  for (const text of ['Реестр', 'Реестр лин-проектов; столбец\n'.repeat(9), '["tirazh json lines",2]\n']) {
    const path = newFile()
    writeFileSync(path, text)
    const thrown = await jsonLines(path)
      .open([])
      .catch((error) => error)
    expect(isTirazhError(thrown, 'STORAGE_FAILED') && thrown.details.during).toBe('open')
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(existsSync(`${path}.lock`)).toBe(false)
  }
})

test('damage before the last line is told with its place and nothing is cut', async () => {
  const path = newFile()
  const storage = await opened(path)
  for (const n of [0, 1, 2]) await storage.commit([put('ПР-1', n, { n })])
  await storage.close()
  const damaged = readFileSync(path, 'utf8').replace('"n":1', '"n":')
  const copy = newFile()
  writeFileSync(copy, damaged)
  await expect(jsonLines(copy).open([])).rejects.toThrow(/the line at byte \d+ is damaged; restore the file/)
  expect(readFileSync(copy, 'utf8')).toBe(damaged)
  copyFileSync(path, copy)
  const restored = await opened(copy)
  expect(await docs(restored)).toEqual([{ n: 2 }])
  await restored.close()
})

async function opened(path: string): Promise<StorageAdapter> {
  const storage = jsonLines(path)
  await storage.open([])
  return storage
}

function put(id: string, expect: number, doc: Json): Op {
  return { op: 'put', space: '52', kind: 'practice', id, expect, doc }
}

async function docs(storage: StorageAdapter): Promise<Json[]> {
  const found: Json[] = []
  for await (const row of storage.find({ kind: 'practice' })) found.push(row.doc)
  return found
}

function run(script: string, ...values: string[]): ChildProcess {
  const flags = ['--import', 'tsx', '--conditions=source']
  return spawn(process.execPath, [...flags, script, ...values], {
    cwd: here,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
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
