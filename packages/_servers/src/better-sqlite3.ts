import { execFile } from 'node:child_process'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where `installBetterSqlite3` puts it: outside of the repository, since it has an install script and a compiler is rare. */
export const betterSqlite3: string = join(tmpdir(), 'tirazh-better-sqlite3', 'node_modules', 'better-sqlite3')

/** Compiles the driver where that can be done, for the tests of `storage-sqlite`; else says why not. */
export async function installBetterSqlite3(say: (line: string) => void): Promise<void> {
  if (await exists(join(betterSqlite3, 'build/Release/better_sqlite3.node'))) {
    return say('better-sqlite3 is there already.')
  }
  const folder = dirname(dirname(betterSqlite3))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n')
  // The headers of this very Node, where it was installed with them: others would have to be downloaded.
  const home = dirname(dirname(process.execPath))
  const headers = (await exists(join(home, 'include/node/node.h'))) ? { npm_config_nodedir: home } : {}
  const env = { ...process.env, ...headers, npm_config_ignore_scripts: 'false' }
  const options = { cwd: folder, env, timeout: 180_000, maxBuffer: 64 * 1024 * 1024 }
  try {
    await run('npm', ['install', '--no-audit', '--no-fund', 'better-sqlite3@12'], options)
    say('Compiled: better-sqlite3.')
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error)
    say(`Not compiled: better-sqlite3. ${reason}`)
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
