import type { Json, Key, Op, StorageAdapter, StorageConflict } from '@tirazh/spec'
import { isTirazhError } from '@tirazh/spec'
import { same, thrownBy } from '../claims.js'
import { type Model, model } from '../model.js'
import { type Random, random } from '../random.js'
import { list, opened } from '../scene.js'
import type { StorageCase } from '../storage-case.js'

const spaces = ['16', '52', '😀']
const kinds = ['practice', 'adoption']
const names = ['А', 'а', 'ё', 'Z', '\ufffd', '😀']
const docs: readonly Json[] = [
  { n: 1 },
  { n: 0.1, of: [null, ''] },
  { title: 'Ёж 😀', deep: { a: [{}] } },
  { active: false },
]
const everyKey = spaces.flatMap((space) =>
  kinds.flatMap((kind) => names.map((id): Key => ({ space, kind, id }))),
)

export const histories: readonly StorageCase[] = [
  {
    id: 'history/agrees-with-the-model',
    law: 'A1',
    async run(adapter, seed) {
      await opened(adapter)
      const chance = random(seed)
      const expected = model()
      for (let step = 1; step <= 150; step++) {
        const moment = `Step ${step} of the random history with seed ${seed}`
        const ops = someOps(chance, expected)
        const thrown = await thrownBy(adapter.commit(ops))
        if (thrown !== undefined && !isTirazhError(thrown, 'STORAGE_CONFLICT')) throw thrown
        same(
          sorted(thrown?.details.conflicts ?? []),
          sorted(expected.commit(ops)),
          `${moment}: the conflicts`,
        )
        if (step % 10 === 0) await compareAll(adapter, expected, moment)
      }
    },
  },
]

/** One to five operations on different keys; about one guard in ten does not hold. */
function someOps(chance: Random, { version }: Model): Op[] {
  const chosen = new Map<string, Op>()
  for (let i = chance.integer(5); i >= 0; i--) {
    const key = chance.pick(everyKey)
    const right = version(key)
    const expect = chance.integer(10) === 0 ? chance.integer(4) : right
    const kind = chance.integer(10)
    const op: Op =
      kind < 2 && expect > 0
        ? { ...key, op: 'delete', expect }
        : kind === 2
          ? { ...key, op: 'check', expect }
          : { ...key, op: 'put', expect, doc: chance.pick(docs) }
    chosen.set(JSON.stringify(key), op)
  }
  return [...chosen.values()]
}

async function compareAll(adapter: StorageAdapter, expected: Model, moment: string): Promise<void> {
  for (const kind of kinds) {
    same(await list(adapter, { kind }), expected.rows(kind), `${moment}: the records of kind ${kind}`)
  }
  const read = await adapter.read(everyKey)
  same(
    read.map((row) => row?.version ?? 0),
    everyKey.map((key) => expected.version(key)),
    `${moment}: the versions`,
  )
}

function sorted(conflicts: readonly StorageConflict[]): readonly StorageConflict[] {
  const order = ({ key: { space, kind, id } }: StorageConflict) => JSON.stringify([space, kind, id])
  return [...conflicts].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}
