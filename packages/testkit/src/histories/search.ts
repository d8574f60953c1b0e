import type { StorageAdapter } from '@tirazh/spec'
import fc from 'fast-check'
import { list } from '../scene.js'
import { everyKey, everyKind } from './steps.js'

/** Random histories to try on one adapter, one after the other. */
export interface Search<History> {
  readonly storage: string
  readonly histories: fc.Arbitrary<History>
  readonly seed: number
  readonly runs: number
  /** Whether a history that failed fails whenever it is tried: then it may be told by a path. */
  readonly repeatable: boolean
  /** Tries only the history that is found by this path. */
  readonly path?: string
  /** Throws what differs; tells each line of what it does. */
  readonly run: (history: History, tell: (line: string) => void) => Promise<void>
}

/** Throws an Error that tells the shortest failing history that was found, and how to see it again. */
export async function search<History>(
  adapter: StorageAdapter,
  { storage, histories, seed, runs, repeatable, path, run }: Search<History>,
): Promise<void> {
  let spoiled = false
  const property = fc.asyncProperty(histories, async (history) => {
    // Nothing that follows would be the history's own doing.
    if (spoiled) return
    const lines: string[] = []
    try {
      await run(history, (line) => lines.push(line))
    } catch (thrown) {
      spoiled = !(await emptied(adapter))
      throw new Error(told(lines, thrown))
    }
  })
  const { failed, errorInstance, counterexamplePath } = await fc.check(property, {
    seed,
    numRuns: path === undefined ? runs : 1,
    ...(path === undefined ? {} : { path, endOnFailure: true }),
  })
  if (!failed) return
  const again = JSON.stringify({ seed, ...(repeatable ? { path: counterexamplePath } : {}) })
  const history = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  throw new Error(`${storage} fails a random history; to see it again pass ${again}\n${history}`)
}

function told(lines: readonly string[], thrown: unknown): string {
  const numbered = lines.map((line, i) => `${String(i + 1).padStart(4)}. ${line}`)
  return [...numbered, thrown instanceof Error ? thrown.message : String(thrown)].join('\n')
}

/** Deletes what a failed history left, in whatever way works; whether it did. */
async function emptied(adapter: StorageAdapter): Promise<boolean> {
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      const listed = await Promise.all(everyKind.map((kind) => list(adapter, { kind })))
      const rows = [...listed.flat(), ...(await adapter.read(everyKey))].filter((row) => row !== undefined)
      if (rows.length === 0) return true
      for (const { space, kind, id, version } of rows) {
        // A record may be listed twice, or under a name that is not its own.
        await adapter.commit([{ op: 'delete', space, kind, id, expect: version }]).catch(() => {})
      }
    }
    return false
  } catch {
    return false
  }
}
