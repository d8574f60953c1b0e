import { spawnSync } from 'node:child_process'
import { median } from '../timing.js'

/** What a piece of work took in a process of its own. */
export interface Taken {
  /** From the start of the process to the end of the work. */
  readonly ms: number
  /** The most memory the process held at any time. */
  readonly megabytes: number
  /** What the work says of itself: `{ next: 41.5 }`. */
  readonly said: Readonly<Record<string, number>>
}

export type Works = Readonly<
  Record<string, (input: string) => Promise<Readonly<Record<string, number>> | undefined>>
>

/**
 * Does one of the works if this process was started for it, and says whether it was. A program that calls
 * it first can {@link startAlone} itself.
 */
export async function workedAlone(works: Works): Promise<boolean> {
  const [name = '', input = ''] = process.argv.slice(2)
  const work = works[name]
  if (work === undefined) return false
  const said = (await work(input)) ?? {}
  const taken: Taken = {
    ms: performance.now(),
    megabytes: process.resourceUsage().maxRSS / 1024,
    said,
  }
  process.stdout.write(JSON.stringify(taken))
  return true
}

/** Does a work of this program in processes of its own and gives the medians of what they took. */
export function startAlone(program: string, name: string, input = '', times = 3): Taken {
  const all = Array.from({ length: times }, (): Taken => {
    const { status, stdout } = spawnSync(process.execPath, [program, name, input], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (status !== 0) throw new Error(`'${name}' failed`)
    return JSON.parse(stdout)
  })
  const middle = (of: (taken: Taken) => number): number => median(all.map(of))
  const names = Object.keys(all[0]?.said ?? {})
  return {
    ms: middle((taken) => taken.ms),
    megabytes: middle((taken) => taken.megabytes),
    said: Object.fromEntries(names.map((said) => [said, middle((taken) => taken.said[said] ?? Number.NaN)])),
  }
}
