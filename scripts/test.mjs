// Everything a change must pass, cheapest first; stops at the first stage that fails.
// Arguments go to vitest: `npm test -- packages/core`, `npm test -- -t 'a stale version'`.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

/** Those that need nothing but npm; the others have commands of their own. */
const projects = ['packages', 'examples', 'checks'].map((name) => `--project=${name}`)

const stages = [
  ['lint and format', bin('@biomejs/biome', 'bin/biome'), 'ci', '--error-on-warnings'],
  ['types', bin('typescript', 'bin/tsc'), '--noEmit', '-p', '.'],
  ['build', join(root, 'scripts/build.mjs')],
  [
    'tests',
    bin('vitest', 'vitest.mjs'),
    'run',
    '-c',
    'vitest.workspace.ts',
    ...projects,
    ...process.argv.slice(2),
  ],
]

for (const [name, ...args] of stages) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const { status, signal } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`── ${name}: ${status === 0 ? 'passed' : (signal ?? 'failed')} (${seconds} s)`)
  if (status !== 0) process.exit(1)
}

/** The script of a development tool, found without a shell so that it also works on Windows. */
function bin(name, path) {
  return join(dirname(require.resolve(`${name}/package.json`)), path)
}
