import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { brokenRules } from './dependency-rules.js'
import { publicPackages, readJson, root, sources } from './workspace.js'

describe.each(publicPackages)('$manifest.name', (workspace) => {
  test('imports only what the rules allow and its manifest declares, and declares nothing else', () => {
    expect(sources(workspace)).not.toEqual([])
    expect(brokenRules(workspace.folder, workspace.manifest, sources(workspace))).toEqual([])
  })
})

test('nothing that runs at a user has an install script, but for the optional SQLite driver', () => {
  const lockfile = readJson(join(root, 'package-lock.json')) as Lockfile
  const withScripts = Object.entries(lockfile.packages)
    .filter(([, entry]) => entry.hasInstallScript && !entry.dev)
    .map(([path, entry]) => `${path}${entry.optional || entry.devOptional ? ' (optional)' : ''}`)
  expect(withScripts).toEqual(['node_modules/@photostructure/sqlite (optional)'])
})

describe('the checker finds', () => {
  const invented = (
    text: string,
    dependencies: Record<string, string> = {},
    name = 'invented.ts',
  ): readonly string[] =>
    brokenRules(
      'invented',
      { name: '@tirazh/invented', dependencies },
      [{ name, text }],
      [{ packages: 'invented', may: ['spec', 'd3-*', 'type core'] }],
    )

  test('an import that the rules do not allow', () => {
    expect(invented("import { x } from '@tirazh/report'", { '@tirazh/report': '0.0.0' })).toEqual([
      'invented.ts:1 imports @tirazh/report, but invented may import only: spec, d3-*, type core',
    ])
  })

  test.each([
    ["import 'node:fs'"],
    ["export * from 'node:fs/promises'"],
    ["const fs = await import('node:fs')"],
    ["process.getBuiltinModule('node:fs')"],
    ["let stats: import('node:fs').Stats"],
  ])('a module of Node in: %s', (text) => {
    expect(invented(text)).toHaveLength(1)
  })

  test('an import that the manifest does not declare', () => {
    expect(invented("\nimport type { x } from '@tirazh/spec'")).toEqual([
      'invented.ts:2 imports @tirazh/spec, which its package.json does not declare',
    ])
  })

  test('a dependency that is not used, tests aside', () => {
    expect(invented("import 'd3-scale'", { 'd3-scale': '4' })).toEqual([])
    expect(invented("import 'd3-scale'", { 'd3-scale': '4' }, 'invented.test.ts')).toEqual([
      'packages/invented/package.json declares d3-scale, which no source imports',
    ])
  })

  test('more than types where only types are allowed', () => {
    const declared = { '@tirazh/core': '0.0.0' }
    expect(invented("import type { x } from '@tirazh/core'", declared)).toEqual([])
    expect(invented("import { x } from '@tirazh/core'", declared)).toHaveLength(1)
  })

  test('a package that has no row in the table', () => {
    expect(brokenRules('unheard-of', { name: '@tirazh/unheard-of' }, [])).toHaveLength(1)
  })
})

interface Lockfile {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly hasInstallScript?: boolean
        readonly dev?: boolean
        readonly optional?: boolean
        /** Our tests need it, and a user may do without it. */
        readonly devOptional?: boolean
      }
    >
  >
}
