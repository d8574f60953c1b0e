import { type StorageAdapter, TirazhError } from '@tirazh/spec'
import { recordKinds } from '../records/types.js'
import { storedKinds } from '../stored.js'
import { headKind, type LogEntry } from './entries.js'
import { type Block, replay, type Transferred } from './replay.js'
import { verifyLog } from './verify.js'
import { checkedLines } from './verify-lines.js'

export interface TransferOptions {
  /** All spaces that have a log unless told. */
  readonly spaces?: readonly string[]
  /** Hears of each line that has been written. */
  readonly onLine?: (entry: LogEntry) => void
}

/**
 * Copies a whole programme with its history and its log from one store to another of any kind. Opens
 * both. Both logs are verified, before and after. May be stopped at any time and called again: it goes on
 * where it was. Records that were written without the log make it refuse, since it would leave them behind.
 * @throws LOG_BROKEN where the log of either store does not verify, TRANSFER_REFUSED where the target has
 * another history, STORAGE_CONFLICT where somebody else writes to the target, STORAGE_FAILED
 */
export async function transfer(
  from: StorageAdapter,
  to: StorageAdapter,
  { spaces, onLine }: TransferOptions = {},
): Promise<readonly Transferred[]> {
  await from.open(storedKinds)
  await to.open(storedKinds)
  const wanted = spaces ?? (await spacesOf(from))
  for (const space of wanted) await assertIntact(from, space)
  const done: Transferred[] = []
  for (const space of wanted) {
    done.push(...(await replay(blocksOf(from, space), to, onLine)))
    await assertIntact(to, space)
  }
  return done
}

/** Every space that has a log, in the order of their names. */
export async function spacesOf(storage: StorageAdapter): Promise<readonly string[]> {
  const spaces: string[] = []
  for await (const row of storage.find({ kind: headKind })) spaces.push(row.space)
  return spaces
}

/** The lines of a space with their changes. The log must have been verified. */
export async function* blocksOf(storage: StorageAdapter, space: string): AsyncIterable<Block> {
  for await (const { entry, changes } of checkedLines(storage, space)) {
    if (entry !== undefined) yield { entry, changes }
  }
}

/** @throws LOG_BROKEN with every problem */
export async function assertIntact(storage: StorageAdapter, space: string): Promise<void> {
  const { intact, problems } = await verifyLog(storage, space, recordKinds)
  if (intact) return
  const [first] = problems
  const message = `The log of '${space}' in ${storage.name} does not verify: ${first?.message.en}`
  throw new TirazhError('LOG_BROKEN', message, { space, issues: problems })
}
