// Runs the demonstration and the tests of the packages on another major version of Node:
// node scripts/test-on-node.mjs 24
// The binary (some 190 MB) comes from npm into a temporary folder, so that no clone has to carry it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const major = process.argv[2] ?? '24'
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const folder = mkdtempSync(join(tmpdir(), 'tirazh-node-'))

try {
  const options = ['--prefix', folder, '--ignore-scripts', '--no-save', '--no-audit', '--no-fund']
  run('npm', ['install', ...options, `node-${platform}@${major}`])
  const node = join(folder, 'node_modules', `node-${platform}`, 'bin/node')
  run(node, ['--version'])
  const demo = ['scripts/demo.mjs']
  run(node, [...demo, '--out', join(folder, 'out')])
  run(node, [...demo, '--out', join(folder, 'out-sqlite'), '--storage', 'sqlite'])
  run(node, ['node_modules/vitest/vitest.mjs', 'run', '-c', 'vitest.workspace.ts', '--project', 'packages'])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(command, args) {
  if (process.exitCode) return
  console.log(`\n── ${command} ${args.join(' ')}`)
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (error) console.error(error.message)
  if (status !== 0) process.exitCode = 1
}
