import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './workspace.js'

/** What git has or would take, without what is deleted here. */
const committed: readonly string[] = execFileSync(
  'git',
  // A clone may belong to another user than the one who runs the tests.
  ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
)
  .split('\0')
  .filter((name) => name !== '' && existsSync(join(root, name)))

/** `file:line` where a committed file holds this text, other than as the end of a longer word or path. */
function places(wanted: string): readonly string[] {
  const pattern = new RegExp(`(?<![\\w.~-])${wanted.replace(/[^\w]/g, '\\$&')}`)
  return committed.flatMap((name) => {
    const text = readFileSync(join(root, name), 'utf8')
    const found = pattern.exec(text)
    return found ? [`${name}:${text.slice(0, found.index).split('\n').length}`] : []
  })
}

test('what git holds is read', () => {
  expect(committed).toContain('package.json')
  expect(places('"workspaces"')).toContainEqual(expect.stringMatching(/^package\.json:\d+$/))
})

test('the lockfile names no registry, so that npm ci works with every mirror', () => {
  const lines = readFileSync(join(root, 'package-lock.json'), 'utf8').split('\n')
  expect(lines.filter((line) => line.includes('"resolved": "http'))).toEqual([])
})

test.each(['registry.npm' + 'js.org', 'registry.yarn' + 'pkg.com', 'npm' + 'mirror.com'])(
  'no file names the registry %s',
  // Written in two parts, so that this file does not find itself.
  (registry) => {
    expect(places(registry)).toEqual([])
  },
)

const folder = join(root, '.')

test.each([folder, dirname(folder), homedir()].filter((path) => path.length > 1))(
  'no file holds a path of the machine it was written on: %s',
  (path) => {
    expect(places(`${path}/`)).toEqual([])
  },
)
