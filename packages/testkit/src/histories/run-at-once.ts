import { isTirazhError, type Op, type StorageAdapter } from '@tirazh/spec'
import { claim, equal, thrownBy } from '../claims.js'
import { type Model, model } from '../model.js'
import { linesOf, opsOf } from './concrete.js'
import { deleteAll } from './run-history.js'
import { type Change, everyKey } from './steps.js'

/** A commit and whether it was acknowledged; if not, it was refused. */
interface Outcome {
  readonly ops: readonly Op[]
  readonly acknowledged: boolean
}

/**
 * Starts the commits of each round without waiting for one another, and expects that they could have come
 * one after the other: each acknowledged one with its guards holding, each refused one at a moment when
 * they did not.
 */
export async function runAtOnce(
  adapter: StorageAdapter,
  rounds: readonly (readonly (readonly Change[])[])[],
  tell: (line: string) => void,
): Promise<void> {
  let expected = model()
  for (const [n, round] of rounds.entries()) {
    const commits = round.map((changes, i) =>
      opsOf(
        // Every document is another, so that it tells which commit wrote it.
        changes.map((change) => ({ ...change, doc: { round: n + 1, commit: i + 1 } })),
        expected,
      ),
    )
    const started = commits.map((ops) => thrownBy(adapter.commit(ops)))
    const outcomes = (await Promise.all(started)).map((thrown, i): Outcome => {
      const ops = commits[i] ?? []
      const ending = endingOf(thrown)
      tell(`at once: ${linesOf(ops).join('; ')} → ${ending}`)
      return { ops, acknowledged: thrown === undefined }
    })
    for (const [i, thrown] of (await Promise.all(started)).entries()) {
      const expectable = thrown === undefined || isTirazhError(thrown, 'STORAGE_CONFLICT')
      claim(expectable, `Commit ${i + 1} must be acknowledged or a STORAGE_CONFLICT, not ${String(thrown)}`)
    }
    const found = await adapter.read(everyKey)
    const after = inSomeOrder(expected, outcomes, (state) =>
      equal(
        found.map((row) => row ?? null),
        everyKey.map((key) => state.row(key) ?? null),
      ),
    )
    const left = JSON.stringify(found.filter((row) => row !== undefined))
    claim(
      after !== undefined,
      `No order of the commits of round ${n + 1} leads to these outcomes and ${left}`,
    )
    expected = after
  }
  await deleteAll(adapter, expected, tell)
}

function endingOf(thrown: unknown): string {
  if (thrown === undefined) return 'acknowledged'
  return isTirazhError(thrown, 'STORAGE_CONFLICT') ? 'refused' : String(thrown)
}

/** The state after some order of the commits that explains every outcome and the end. */
export function inSomeOrder(
  start: Model,
  outcomes: readonly Outcome[],
  isEnd: (state: Model) => boolean,
): Model | undefined {
  const refused = outcomes.filter((outcome) => !outcome.acknowledged)
  const search = (state: Model, left: readonly Outcome[], passed: readonly Model[]): Model | undefined => {
    const states = [...passed, state]
    if (left.length === 0) {
      const explained = refused.every(({ ops }) => states.some((each) => each.copy().commit(ops).length > 0))
      return explained && isEnd(state) ? state : undefined
    }
    for (const next of left) {
      const following = state.copy()
      if (following.commit(next.ops).length > 0) continue
      const end = search(
        following,
        left.filter((outcome) => outcome !== next),
        states,
      )
      if (end !== undefined) return end
    }
    return undefined
  }
  return search(
    start,
    outcomes.filter((outcome) => outcome.acknowledged),
    [],
  )
}
