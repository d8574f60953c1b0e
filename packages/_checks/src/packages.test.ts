import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { publicPackages, sources, workspaces } from './workspace.js'

const everyWorkspace = [...workspaces('packages'), ...workspaces('examples')]

/** One concept a file. Data that a script has written is not read by people. */
const mostLines = 400

test.each(everyWorkspace)('every source of $manifest.name can be read in one sitting', (workspace) => {
  const tooLong = sources(workspace)
    .map(({ name, text }) => ({ name, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > mostLines)
  expect(tooLong).toEqual([])
})

describe.each(publicPackages)('$manifest.name', ({ folder, path, manifest }) => {
  test('says in its manifest what it is, under which licence, and where it runs', () => {
    expect(manifest).toMatchObject({
      name: `@tirazh/${folder}`,
      version: expect.stringMatching(/^\d+\.\d+\.\d+(-.+)?$/),
      description: expect.stringMatching(/\w/),
      license: 'MIT',
      type: 'module',
      engines: { node: '>=20.19' },
      files: expect.arrayContaining(['dist', 'src']),
    })
  })

  test('is read from its sources in the workspace and from its build elsewhere', () => {
    expect(JSON.stringify(manifest.exports?.['.'])).toBe(
      // Node takes the first condition that holds, so the order is part of the meaning.
      JSON.stringify({ source: './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' }),
    )
  })

  test('has an index of exports and nothing else', () => {
    const text = readFileSync(join(path, 'src/index.ts'), 'utf8')
    const others = ts
      .createSourceFile('index.ts', text, ts.ScriptTarget.Latest)
      .statements.filter((statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier))
      .map((statement) => text.slice(statement.pos, statement.end).trim())
    expect(others).toEqual([])
  })

  test('has a README in the order of all READMEs', () => {
    const readme = join(path, 'README.md')
    const text = existsSync(readme) ? readFileSync(readme, 'utf8') : ''
    const headings = text.replace(/^```.*?^```/gms, '').match(/^##? .+$/gm)
    expect(headings).toEqual([
      `# ${manifest.name}`,
      '## What it is',
      '## When to use it',
      '## Install',
      '## Use',
      '## API',
      '## Errors',
    ])
  })
})
