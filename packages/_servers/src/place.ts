import { type ChildProcess, spawn } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ended, killTree, ordinaryUser, started, type User } from './processes.js'

/** A temporary folder and the servers that live in it. Both go with `leave`, and with the end of this process. */
export interface Place {
  readonly folder: string
  readonly user: User
  /** Starts a server here and waits until it prints `ready`. @throws Error with its log where it ends first */
  start(program: string, args: readonly string[], how: { ready: RegExp; stop: StopSignal }): Promise<Server>
  /** Stops every server and deletes the folder. May be called again. */
  leave(): Promise<void>
}

export interface Server {
  /** Asks the server to end and waits. May be called again. */
  stop(): Promise<void>
  /** Ends the server and all it started by force, at once, as the loss of power would. */
  kill(): Promise<void>
  /** The server stands still and answers nothing, though its connections stay. */
  freeze(): void
  thaw(): void
}

type StopSignal = 'SIGINT' | 'SIGTERM'

/** Makes an empty place; `userNames` are those to run as in place of root, the first of them there is. */
export async function makePlace(...userNames: readonly string[]): Promise<Place> {
  if (process.platform === 'win32') throw new Error('The servers are started by a POSIX shell: use WSL.')
  const user = await ordinaryUser(...userNames)
  const folder = await mkdtemp(join(tmpdir(), 'tirazh-server-'))
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
  const stdio = ['pipe', 'ignore', 'ignore'] as const
  const guard = spawn('sh', ['-c', untilInputEnds, 'sh', folder], { stdio: [...stdio], detached: true })
  guard.stdin.on('error', () => {})
  const running = new Map<ChildProcess, StopSignal>()
  const report = () => {
    const line = [...running].map(([{ pid }, signal]) => `${signal.slice(3)} ${pid}`).join(' ')
    guard.stdin.write(`${line}\n`)
  }
  return {
    folder,
    user,
    async start(program, args, { ready, stop }) {
      const child = await started(program, args, { ...user, cwd: folder }, ready, (born) => {
        if (born.pid === undefined) return
        running.set(born, stop)
        report()
        born.on('exit', () => {
          running.delete(born)
          report()
        })
      })
      return serverOf(child, stop)
    },
    async leave() {
      await Promise.all([...running].map(([child, signal]) => serverOf(child, signal).stop()))
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
      guard.stdin.end()
      await ended(guard)
    },
  }
}

/**
 * A shell that outlives this process: the end of it, even by force, closes the shell's input. The last line
 * it got names the servers still running; it asks them to end, and after ten seconds makes them.
 */
const untilInputEnds = [
  'trap "" INT TERM HUP',
  'folder=$1',
  'while read -r line; do servers=$line; done',
  'set -- $servers',
  'while [ $# -gt 1 ]; do kill -s $1 $2; kill -s CONT $2; pids="$pids $2"; shift 2; done',
  'for turn in 1 2 3 4 5 6 7 8 9 10; do',
  '  left=; for pid in $pids; do kill -s 0 $pid && left=1; done',
  '  [ -z "$left" ] && break; sleep 1',
  'done',
  'for pid in $pids; do kill -s KILL $pid; done',
  'rm -rf "$folder"',
].join('\n')

function serverOf(child: ChildProcess, stop: StopSignal): Server {
  return {
    async stop() {
      child.kill(stop)
      child.kill('SIGCONT')
      await ended(child)
    },
    kill: () => killTree(child),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  }
}
