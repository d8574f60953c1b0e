import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/** Who runs a program: nothing means whoever runs this process. */
export interface User {
  readonly uid?: number
  readonly gid?: number
}

/**
 * Database servers refuse to run as root: then they run as the first of `names` there is, or as somebody
 * without rights who is on every system.
 */
export async function ordinaryUser(...names: readonly string[]): Promise<User> {
  if (process.getuid?.() !== 0) return {}
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const wanted of [...names, 'nobody']) {
    const found = users.find(([name]) => name === wanted)
    if (found !== undefined) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new Error('A database server needs a user other than root: add `nobody` to /etc/passwd.')
}

export interface Run extends User {
  readonly cwd: string
}

/** Runs a program to its end. @throws Error with what it printed where it fails */
export function finished(program: string, args: readonly string[], run: Run): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...run, stdio: ['ignore', 'pipe', 'pipe'] })
    const log = logOf(child)
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(log.join('')) : reject(failure(program, log))))
  })
}

/** Starts a program and waits until it prints `ready`. @throws Error with what it printed where it ends first */
export function started(
  program: string,
  args: readonly string[],
  run: Run,
  ready: RegExp,
  born: (child: ChildProcess) => void,
): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    // In a session of its own, so that Ctrl+C at a terminal reaches this process only.
    const child = spawn(program, args, { ...run, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    born(child)
    const log = logOf(child)
    const look = () => {
      if (!ready.test(log.join(''))) return
      child.stdout?.off('data', look).resume()
      child.stderr?.off('data', look).resume()
      resolve(child)
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.on('error', reject)
    child.on('close', () => reject(failure(program, log)))
  })
}

/** Waits for the end of a program. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.on('exit', () => resolve())
  })
}

/** Kills a program and everything it started at once, as the loss of power would, and waits for their end. */
export async function killTree(child: ChildProcess): Promise<void> {
  const { pid } = child
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  // Stopped first: whoever does not run starts nothing between the look and the blow.
  process.kill(pid, 'SIGSTOP')
  const family = descendants(pid)
  for (const one of [pid, ...family]) signal(one, 'SIGKILL')
  await ended(child)
  await until(() => family.every((one) => !isAlive(one)), 'the end of the killed processes')
}

/** Waits until something holds. @throws Error after a minute, which says what was waited for */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 60_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited a minute for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in the meantime.
  }
}

function descendants(root: number): number[] {
  const all = processes()
  const found = [root]
  for (const parent of found) for (const one of all) if (one.parent === parent) found.push(one.pid)
  return found.slice(1)
}

/** The dead whose parent has not asked about them yet hold nothing any more. */
function isAlive(pid: number): boolean {
  return processes().some((one) => one.pid === pid && one.state !== 'Z')
}

function processes(): { readonly pid: number; readonly parent: number; readonly state: string }[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=']).toString().trim().split('\n')
    return lines.map((line) => {
      const [pid, parent, state = ''] = line.trim().split(/\s+/)
      return { pid: Number(pid), parent: Number(parent), state: state.slice(0, 1) }
    })
  }
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      // The name of the program stands in brackets and may hold anything, brackets too.
      const [state = '', parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .split(') ')
        .slice(-1)
        .join()
        .split(' ')
      return [{ pid: Number(name), parent: Number(parent), state }]
    } catch {
      return []
    }
  })
}

function logOf(child: ChildProcess): string[] {
  const log: string[] = []
  const keep = (chunk: unknown) => {
    log.push(String(chunk))
    if (log.length > 500) log.splice(0, 250)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return log
}

function failure(program: string, log: readonly string[]): Error {
  return new Error(`${program} did not start or ended with an error:\n${log.join('').slice(-3000)}`)
}
