import type { StorageAdapter, StorageConflict } from '@tirazh/spec'
import { isTirazhError } from '@tirazh/spec'
import { claim, same, thrownBy } from '../claims.js'
import { type Model, model } from '../model.js'
import { list } from '../scene.js'
import { linesOf, opsOf, queryFor } from './concrete.js'
import { everyKey, everyKind, type Step } from './steps.js'

/**
 * Does everything to an empty store and to the model, and expects the same answers. In the end everything
 * is compared and deleted, so that the next history finds the store empty. `tell` is given each line of
 * what is done before it is done.
 */
export async function runHistory(
  adapter: StorageAdapter,
  steps: readonly Step[],
  tell: (line: string) => void,
): Promise<void> {
  const expected = model()
  for (const step of steps) await carryOut(step, adapter, expected, tell)
  tell('everything is read')
  await compareAll(adapter, expected)
  await deleteAll(adapter, expected, tell)
}

/** Deletes in one commit what the model holds, and expects that nothing is left. */
export async function deleteAll(
  adapter: StorageAdapter,
  expected: Model,
  tell: (line: string) => void,
): Promise<void> {
  const ops = expected
    .rows()
    .map(({ space, kind, id, version }) => ({ op: 'delete' as const, space, kind, id, expect: version }))
  for (const line of linesOf(ops)) tell(line)
  expected.commit(ops)
  await adapter.commit(ops)
  tell('everything is read again')
  await compareAll(adapter, expected)
}

async function carryOut(
  step: Step,
  adapter: StorageAdapter,
  expected: Model,
  tell: (line: string) => void,
): Promise<void> {
  switch (step.do) {
    case 'commit': {
      const ops = opsOf(step.changes, expected)
      for (const [i, line] of linesOf(ops).entries()) tell(i === 0 ? line : `  together with: ${line}`)
      const thrown = await thrownBy(adapter.commit(ops))
      const refused = isTirazhError(thrown, 'STORAGE_CONFLICT')
      claim(thrown === undefined || refused, `The commit threw ${String(thrown)}`)
      const conflicts = refused ? thrown.details.conflicts : []
      return same(sorted(conflicts), sorted(expected.commit(ops)), 'The conflicts of the commit')
    }
    case 'read': {
      tell(`read ${step.keys.map(({ kind, space, id }) => `${kind} ${space}/${id}`).join(', ')}`)
      const rows = step.keys.map((key) => expected.row(key))
      return same(shown(await adapter.read(step.keys)), shown(rows), 'The rows read')
    }
    case 'find': {
      const query = queryFor(step.query, adapter.supports)
      tell(`find ${JSON.stringify(query)}`)
      return same(await list(adapter, query), expected.find(query), 'The rows found')
    }
  }
}

async function compareAll(adapter: StorageAdapter, expected: Model): Promise<void> {
  for (const kind of everyKind) {
    same(await list(adapter, { kind }), expected.find({ kind }), `The rows of kind ${kind}`)
  }
  const rows = everyKey.map((key) => expected.row(key))
  same(shown(await adapter.read(everyKey)), shown(rows), 'The rows read')
}

/** As JSON would show it: a record that is not there takes a place in the list. */
function shown(rows: readonly unknown[]): readonly unknown[] {
  return rows.map((row) => row ?? null)
}

function sorted(conflicts: readonly StorageConflict[]): readonly StorageConflict[] {
  const order = ({ key: { space, kind, id } }: StorageConflict) => JSON.stringify([space, kind, id])
  return [...conflicts].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}
