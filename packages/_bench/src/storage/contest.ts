import { type Adoption, openProgramme, type Programme } from '@tirazh/core'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import type { Row, StorageAdapter } from '@tirazh/spec'
import type { Figure } from '../figure.js'
import { timesAsLong } from '../timing.js'
import { register } from './register.js'

/** The same work by hand, on the same driver and the same table, with the same promises about the disk. */
export interface ByHand {
  /** The document of an adoption. */
  read(id: string): Promise<Adoption>
  /** Reads an adoption, changes it and writes it if it still has its version, in one transaction. */
  change(id: string, basis: string): Promise<void>
  /** The same with a row of history, a line of a log and its head, all without hashes. */
  changeRecorded(id: string, basis: string): Promise<void>
  /** The documents of the adoptions of a practice, in the order of their ids. */
  find(practice: string): Promise<readonly Adoption[]>
}

const space = nizhnyNovgorod.id
const practices = 1_000
const adoptionsEach = 10

/** A programme of some ten thousand records in a store. */
export async function filled(storage: StorageAdapter): Promise<Programme> {
  const programme = await openProgramme({ storage, region: nizhnyNovgorod })
  await programme.save(register(practices, adoptionsEach), { by: 'bench', mode: 'replace' })
  return programme
}

/** How fast a store is beside the same work by hand: 1 is as fast. */
export async function contest(
  name: string,
  storage: StorageAdapter,
  programme: Programme,
  byHand: ByHand,
  atLeast: { readonly commit: number; readonly read: number; readonly find: number },
): Promise<readonly Figure[]> {
  let turn = 0
  const next = (): string => {
    turn = (turn + 7) % practices
    return String(turn + 1).padStart(5, '0')
  }
  const adoption = (): string => `Т-${next()}-1`
  const find = async (practice: string): Promise<readonly Row[]> => {
    const rows: Row[] = []
    const where = [{ field: 'practice', is: '=', value: practice }] as const
    for await (const row of storage.find({ kind: 'adoption', space, where })) rows.push(row)
    return rows
  }
  await sameAnswers(storage, byHand, find)

  let changes = 0
  // Never the same twice: a change of nothing is not written.
  const basis = (): string => {
    changes += 1
    return `Распоряжение № ${changes}`
  }
  const alone = (): Promise<void> => byHand.change(adoption(), basis())
  const recorded = (): Promise<void> => byHand.changeRecorded(adoption(), basis())
  const ours = (): Promise<void> => changeOf(programme, adoption(), basis())
  // A file that still grows is slower to write than one that is written over again.
  for (let count = 0; count < 2_000; count += 1) for (const change of [alone, recorded, ours]) await change()
  const commit = await timesAsLong(recorded, ours, 31)
  const price = await timesAsLong(alone, ours, 31)
  const read = await timesAsLong(
    () => byHand.read(adoption()),
    () => storage.read([{ space, kind: 'adoption', id: adoption() }]),
  )
  const found = await timesAsLong(
    () => byHand.find(`ПР-${next()}`),
    () => find(`ПР-${next()}`),
  )
  return [
    {
      name: `${name}: a change with its log and history`,
      ratio: commit,
      comparedWith: 'the same rows by hand, without hashes or checks',
      atLeast: atLeast.commit,
    },
    {
      name: `${name}: a change with its log and history`,
      ratio: price,
      comparedWith: 'the change alone by hand, which leaves no trace',
    },
    { name: `${name}: reading by key`, ratio: read, comparedWith: 'the same by hand', atLeast: atLeast.read },
    {
      name: `${name}: a filtered find of ${adoptionsEach} rows`,
      ratio: found,
      comparedWith: 'the same SQL by hand',
      atLeast: atLeast.find,
    },
  ]
}

async function changeOf(programme: Programme, id: string, basis: string): Promise<void> {
  await programme.transact(
    space,
    async (unit) => {
      const adoption = await unit.get('adoption', id)
      if (adoption !== undefined) unit.put('adoption', { ...adoption, basis })
    },
    { by: 'bench' },
  )
}

/** A benchmark of wrong answers is void. */
async function sameAnswers(
  storage: StorageAdapter,
  byHand: ByHand,
  find: (practice: string) => Promise<readonly Row[]>,
): Promise<void> {
  const [row] = await storage.read([{ space, kind: 'adoption', id: 'Т-00007-1' }])
  const pairs = [
    [[row?.doc], [await byHand.read('Т-00007-1')]],
    [(await find('ПР-00007')).map(({ doc }) => doc), await byHand.find('ПР-00007')],
  ]
  for (const [ours, theirs] of pairs) {
    if (ours?.length === 0 || ours?.length !== theirs?.length) throw new Error('The answers differ.')
    for (const [index, doc] of (ours ?? []).entries()) {
      const [one, other] = [doc, theirs?.[index]].map((each) =>
        Object.entries(each ?? {})
          .sort()
          .join(),
      )
      if (one !== other) throw new Error(`The answers differ: ${one} and ${other}`)
    }
  }
}
