import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { bundled } from './bundle.js'
import type { Job } from './job.js'

/** A process that counts, as `test/writer.ts` says. It ends with the test at the latest. */
export interface Writer {
  /**
   * Gives it its job, or after `pause` another one, and waits until its store is open. While its store fails,
   * another job moves it to the store of that job, in the middle of what it does.
   */
  begin(job: Job): Promise<void>
  /** The units that it knows to be written, in order. */
  acknowledged(): readonly string[]
  /** The codes and messages of the errors that its host has seen. */
  errors(): readonly string[]
  /** How many of its commits got no answer that the storage could read, whether core made them again or not. */
  brokenCommits(): number
  /** Waits for an acknowledgement that comes after this call. @throws Error where the process ends first */
  acknowledges(): Promise<void>
  /** Waits until it stands still between two units. */
  pause(): Promise<void>
  /** Ends `pause`. */
  go(): void
  /** Ends it by force and waits until nothing more of it can come. */
  kill(): Promise<void>
  /** Waits for the end of its job. @throws Error with what it wrote to stderr where it fails */
  done(): Promise<void>
}

/** Starts a writer within a test; it needs some time to get ready. */
export async function newWriter(): Promise<Writer> {
  const file = await bundled('writer')
  const running = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'pipe'] })
  const { lines, heard, closed, slay } = follow(running)
  onTestFinished(async () => {
    slay()
    await closed
  })
  const tell = (line: string): void => void running.stdin?.write(`${line}\n`)
  const said = (beginning: string): string[] =>
    lines.filter((line) => line.startsWith(beginning)).map((line) => line.slice(beginning.length))
  return {
    async begin(job) {
      await heard('ready', 0)
      const open = heard('open', lines.length)
      tell(JSON.stringify(job))
      await open
    },
    acknowledged: () => said('ack '),
    brokenCommits: () => said('broke commit').length,
    errors: () => said('error '),
    acknowledges: () => heard('ack ', lines.length),
    async pause() {
      const paused = heard('paused', lines.length)
      tell('pause')
      await paused
    },
    go: () => tell('go'),
    async kill() {
      slay()
      await closed
    },
    done: () => heard('done', 0),
  }
}

interface Followed {
  /** What it has printed so far. */
  readonly lines: readonly string[]
  /** Waits for a line that begins so, among those from `start`. @throws Error where the process ends first */
  heard(beginning: string, start: number): Promise<void>
  /** Settles when nothing more can come. */
  readonly closed: Promise<void>
  slay(): void
}

function follow(running: ChildProcess): Followed {
  const lines: string[] = []
  const waiting: (() => void)[] = []
  let complaint = ''
  let over: string | undefined
  const wake = (): void => {
    for (const each of waiting.splice(0)) each()
  }
  const slay = (): void => void running.kill('SIGKILL')
  process.on('exit', slay)
  running.stdin?.on('error', () => {})
  running.stderr?.on('data', (text) => {
    complaint = (complaint + text).slice(-3000)
  })
  if (running.stdout === null) throw new Error('The output of the writer cannot be read.')
  createInterface({ input: running.stdout }).on('line', (line) => {
    lines.push(line)
    wake()
  })
  const closed = once(running, 'close').then(([code, signal]) => {
    process.off('exit', slay)
    over = `The writer ended with ${signal ?? code}. ${complaint}`
    wake()
  })
  return {
    lines,
    closed,
    slay,
    async heard(beginning, start) {
      while (!lines.slice(start).some((line) => line.startsWith(beginning))) {
        if (over !== undefined) throw new Error(over)
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
  }
}
