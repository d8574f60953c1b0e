// Makes a fresh clone ready: installs dependencies when they are missing or not those of the lockfile.
// Plain JavaScript without imports from node_modules, so that it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node.js 20.19 or newer is needed; this is ${process.version}.`)
}

const wrong = notAsLocked()
if (wrong !== undefined) {
  console.error(`Installing dependencies with npm ci (${wrong}) ...`)
  // No dependency needs its install script, and the tools are development dependencies.
  const npm = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const { status } = process.env.npm_execpath
    ? spawnSync(process.execPath, [process.env.npm_execpath, ...npm], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', npm, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status !== 0) fail('npm ci failed, see above. Once it works, run the same command again.')
}

/** Why what is installed is not what the lockfile says, or undefined. */
function notAsLocked() {
  const wanted = lockedPackages('package-lock.json')
  const found = lockedPackages('node_modules/.package-lock.json')
  if (wanted === undefined) fail('package-lock.json is missing or broken.')
  if (found === undefined) return 'nothing is installed yet'
  for (const [path, { version, link, optional, devOptional }] of Object.entries(wanted)) {
    if (!path.startsWith('node_modules/') || found[path]?.version === version) continue
    if (found[path] === undefined && (optional || devOptional)) continue // for another platform
    if (link && found[path]?.link) continue
    return `${path.slice('node_modules/'.length)} is not installed as locked`
  }
  return undefined
}

/** @returns {Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }> | undefined} */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(`${root}/${file}`, 'utf8')).packages
  } catch {
    return undefined
  }
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
