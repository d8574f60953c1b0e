import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/*
 * What the command leaves in the folder, from the bundled register.
 */

const root = join(import.meta.dirname, '../../..')
const out = mkdtempSync(join(tmpdir(), 'tirazh-reports-'))
afterAll(() => {
  rmSync(out, { recursive: true, force: true })
})

beforeAll(() => {
  const args = [join(root, 'scripts/demo.mjs'), '--lang', 'ru', '--out', out]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: out, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
}, 240_000)

const files = (): readonly string[] => readdirSync(out, { recursive: true, encoding: 'utf8' })

test.each(['summary', 'matrix', 'certification', 'effects', 'dynamics'])(
  'the report %s is there in seven formats',
  (report) => {
    expect(formatsOf((name) => name.startsWith(`${report}.`))).toEqual(seven)
  },
)

test.each(['passport', 'municipality', 'factory', 'certificate'])(
  'a report of the kind %s is there in seven formats',
  (folder) => {
    expect(formatsOf((name) => name.startsWith(join(folder, '/')))).toEqual(seven)
  },
)

test('no link of any page leads nowhere', () => {
  const pages = files().filter((name) => name.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(300)
  const broken = pages.flatMap((page) => {
    const links = readFileSync(join(out, page), 'utf8').matchAll(/<a [^>]*?href="([^"#][^"]*)"/g)
    return [...links]
      .map(([, address = '']) => decodeURIComponent(address))
      .filter((address) => !/^(https?|mailto):/.test(address))
      .filter((address) => !existsSync(join(out, dirname(page), address)))
      .map((address) => `${page} → ${address}`)
  })
  expect(broken.slice(0, 10)).toEqual([])
})

test('the files are what their names say', () => {
  const start = (name: string): string => readFileSync(join(out, name)).subarray(0, 4).toString('latin1')
  for (const name of files()) {
    if (name.endsWith('.pdf')) expect(start(name)).toBe('%PDF')
    if (/\.(docx|xlsx)$/.test(name)) expect(start(name)).toBe('PK\u0003\u0004')
    if (name.endsWith('.json')) JSON.parse(readFileSync(join(out, name), 'utf8'))
  }
})

const seven = ['csv', 'docx', 'html', 'json', 'md', 'pdf', 'xlsx']

/** The extensions of the files of a kind, sorted. */
function formatsOf(isOfKind: (name: string) => boolean): readonly string[] {
  const found = files().filter(isOfKind)
  return [...new Set(found.map((name) => name.split('.').at(-1) ?? ''))].sort()
}
