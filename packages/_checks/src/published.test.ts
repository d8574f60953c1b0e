import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, describe, expect, test } from 'vitest'
import { importsOf, packageOf } from './imports.js'
import { packInto } from './pack.js'
import { readJson, root } from './workspace.js'

/** A project of somebody else, outside the repository, with every package installed as published. */
const consumer = mkdtempSync(join(tmpdir(), 'tirazh-consumer-'))
afterAll(() => rmSync(consumer, { recursive: true, force: true }))

const packages = packInto(consumer)

describe.each(packages)('$workspace.manifest.name as published', ({ workspace, tarball, path }) => {
  test('has a manifest that every tool understands', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  test('has the types that its modules have', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball))
    if (result.types === false) throw new Error('no types were found')
    // ESM only: resolution as of Node 10 knows no `exports`, and CommonJS loads the ES module itself.
    const elsewhere = new Set(['node10', 'node16-cjs'])
    const problems = result.problems.filter(
      (problem) => !('resolutionKind' in problem && elsewhere.has(problem.resolutionKind)),
    )
    expect(problems).toEqual([])
    expect(Object.keys(result.entrypoints)).toContain('.')
  })

  test('says every type in its own words or in those of its neighbours', () => {
    const text = readFileSync(join(path, 'dist/index.d.ts'), 'utf8')
    const foreign = importsOf('index.d.ts', text)
      .map(({ specifier }) => packageOf(specifier))
      .filter((name) => !name?.startsWith('@tirazh/'))
    expect(foreign).toEqual([])
    expect(text).not.toContain('/// <reference')
  })

  test('holds a copy of nobody else’s code', () => {
    const map = readJson(join(path, 'dist/index.js.map')) as { readonly sources: readonly string[] }
    expect(map.sources).not.toEqual([])
    expect(map.sources.filter((source) => !source.startsWith('../src/'))).toEqual([])
  })

  test('brings its sources, without tests', () => {
    const shipped = readdirSync(join(path, 'src'), { recursive: true, encoding: 'utf8' })
    expect(shipped).toContain('index.ts')
    expect(shipped.filter((name) => /\.test\./.test(name))).toEqual([])
    expect(readdirSync(path)).toContain('README.md')
    expect(workspace.manifest.license).toBe('MIT')
  })
})

describe('a project that installs every package', () => {
  // What the packages declare, and nothing else that happens to be installed here.
  for (const { workspace } of packages) {
    const { dependencies = {}, optionalDependencies = {} } = workspace.manifest
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (!name.startsWith('@tirazh/')) link(name)
    }
  }

  const names = packages.map(({ workspace }) => workspace.manifest.name)
  const imports = (form: (name: string) => string): string =>
    names.map((name, index) => `import * as p${index} ${form(name)}\n`).join('')
  const list = `export const all: Record<string, object> = { ${names.map((name, i) => `'${name}': p${i}`)} }\n`

  const errors = `
import { type DataIssue, isTirazhError, TirazhError } from '@tirazh/spec'

export function issuesOf(caught: unknown): readonly DataIssue[] {
  return isTirazhError(caught, 'REPORT_INVALID') ? caught.details.issues : []
}
// @ts-expect-error a code that does not exist
new TirazhError('NO_SUCH_CODE', '', {})
`
  write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  write('main.ts', imports((name) => `from '${name}'`) + list + errors)
  write('main.cts', imports((name) => `= require('${name}')`).replaceAll('* as ', '') + list)
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        moduleResolution: 'nodenext',
        target: 'es2023',
        lib: ['es2023'],
        types: [],
        strict: true,
        skipLibCheck: false,
      },
      files: ['main.ts', 'main.cts'],
    }),
  )

  test('type-checks, declarations of the packages included, without the types of Node or the browser', () => {
    expect(run(join(root, 'node_modules/typescript/bin/tsc'), '-p', '.')).toBe('')
  })

  test('runs on plain Node, where import and require give the same', () => {
    const exported = `(all) => console.log(JSON.stringify(Object.fromEntries(
      Object.entries(all).map(([name, value]) => [name, Object.keys(value).filter((key) => key !== '__esModule').sort()]))))`
    const imported = run('--input-type=module', '-e', `(${exported})((await import('./main.js')).all)`)
    const required = run('--input-type=commonjs', '-e', `(${exported})(require('./main.cjs').all)`)
    expect(required).toBe(imported)

    const exportsByName = JSON.parse(imported) as Record<string, readonly string[]>
    expect(Object.keys(exportsByName)).toEqual(names)
    expect(Object.entries(exportsByName).filter(([, exports]) => exports.length === 0)).toEqual([])
  })
})

function link(name: string): void {
  const path = join(consumer, 'node_modules', name)
  rmSync(path, { force: true })
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(join(root, 'node_modules', name), path, 'junction')
}

function write(name: string, text: string): void {
  writeFileSync(join(consumer, name), text)
}

/** What node prints, or a compiler complains of, in the folder of the consumer. */
function run(...args: readonly string[]): string {
  try {
    const env = { ...process.env, NODE_OPTIONS: '' }
    return execFileSync(process.execPath, args, { cwd: consumer, env, encoding: 'utf8' })
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string }
    return `${stdout}${stderr}`
  }
}
