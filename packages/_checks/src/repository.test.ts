import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import getReleasePlan from '@changesets/get-release-plan'
import { expect, test } from 'vitest'
import { publicPackages, root } from './workspace.js'

test('docs/errors.md says what the error registry says', () => {
  expect(output('scripts/errors-doc.mjs', '--check')).toBe('')
})

test('no file, export or dependency is left over', () => {
  expect(output('node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints')).toBe('')
})

test('every package that was never released is part of the next release', async () => {
  const { releases } = await getReleasePlan(root)
  const next = new Map(releases.map(({ name, newVersion }) => [name, newVersion]))
  const unreleased = publicPackages.filter(({ manifest }) => manifest.version === '0.0.0')
  const expected = unreleased.map(({ manifest }) => [manifest.name, '0.1.0'])
  expect(unreleased.map(({ manifest }) => [manifest.name, next.get(manifest.name)])).toEqual(expected)
})

test('a release names public packages only', async () => {
  const { changesets } = await getReleasePlan(root)
  const known = new Set(publicPackages.map(({ manifest }) => manifest.name))
  const named = changesets.flatMap(({ releases }) => releases.map(({ name }) => name))
  expect(named.filter((name) => !known.has(name))).toEqual([])
})

/** What a script prints and complains of, with the root as its folder. */
function output(script: string, ...args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [join(root, script), ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string }
    return `${stdout}${stderr}`
  }
}
