import { isTirazhError, type Op, type StorageAdapter } from '@tirazh/spec'
import { check, key, put, remove } from './databases.js'

/** What two commits do to each other’s records: each relies on what the other one changes. */
const pairs: Readonly<Record<string, (id: string) => readonly [Op[], Op[]]>> = {
  'each checks what the other updates': (id) => [
    [check(`${id}а`, 1), put(`${id}б`, 1)],
    [check(`${id}б`, 1), put(`${id}а`, 1)],
  ],
  'each checks what the other deletes': (id) => [
    [check(`${id}а`, 1), remove(`${id}б`, 1)],
    [check(`${id}б`, 1), remove(`${id}а`, 1)],
  ],
  'each relies on the absence of what the other creates': (id) => [
    [check(`${id}в`, 0), put(`${id}г`, 0)],
    [check(`${id}г`, 0), put(`${id}в`, 0)],
  ],
  'one relies on absence, the other on presence': (id) => [
    [check(`${id}в`, 0), put(`${id}а`, 1)],
    [check(`${id}а`, 1), put(`${id}в`, 0)],
  ],
}

/** Lets two adapters meet so many times in each way; those in which both were acknowledged, or neither. */
export async function skews(one: StorageAdapter, other: StorageAdapter, rounds: number): Promise<string[]> {
  const wrong: string[] = []
  for (const [name, pair] of Object.entries(pairs)) {
    for (let round = 0; round < rounds; round++) {
      const id = `${name} ${round} `
      await one.commit([put(`${id}а`, 0), put(`${id}б`, 0)])
      // Both nodes must know of the records, or one commit fails for another reason.
      await other.read([key(`${id}а`)])
      const [first, second] = pair(id)
      const outcomes = await Promise.all([
        acknowledged(one.commit(first)),
        acknowledged(other.commit(second)),
      ])
      const count = outcomes.filter(Boolean).length
      if (count !== 1) wrong.push(`${name}, round ${round}: ${count} acknowledged`)
    }
  }
  return wrong
}

/** Raises one number by many writers at the same time, each of which tries until it succeeds. What it is then. */
export async function increments(
  storages: readonly StorageAdapter[],
  { writers, each }: { readonly writers: number; readonly each: number },
): Promise<unknown> {
  const at = key('счётчик')
  await storages[0]?.commit([put(at.id, 0, 0)])
  const work = async (storage: StorageAdapter): Promise<void> => {
    for (let done = 0; done < each; ) {
      const [row] = await storage.read([at])
      if (row === undefined) throw new Error('The counter is gone')
      if (await acknowledged(storage.commit([put(at.id, row.version, Number(row.doc) + 1)]))) done++
    }
  }
  await Promise.all(
    Array.from({ length: writers }, (_, n) => storages[n % storages.length]).map(
      (storage) => storage && work(storage),
    ),
  )
  const [row] = (await storages.at(-1)?.read([at])) ?? []
  return row?.doc
}

/** Whether a commit was acknowledged; false where it was refused. Anything else is an error. */
async function acknowledged(commit: Promise<void>): Promise<boolean> {
  try {
    await commit
    return true
  } catch (error) {
    if (isTirazhError(error, 'STORAGE_CONFLICT')) return false
    throw error
  }
}
