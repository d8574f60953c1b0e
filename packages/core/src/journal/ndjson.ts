import { type DataIssue, type Json, type StorageAdapter, type Text, TirazhError } from '@tirazh/spec'
import { z } from 'zod'
import { wholeCount } from '../records/fields.js'
import { type Schema, schema } from '../records/schema.js'
import { storedKinds } from '../stored.js'
import { type Change, cursorOf, type LogEntry, lineSchema } from './entries.js'
import { type Block, replay, type Transferred } from './replay.js'
import { assertIntact, blocksOf, spacesOf, type TransferOptions } from './transfer.js'

/**
 * A whole programme as lines of JSON, each with its line feed, for people without a database: a header,
 * then each line of the log followed by its changes, then an end. Opens the store, and verifies its log first.
 * @throws LOG_BROKEN, STORAGE_FAILED
 */
export async function* exportNdjson(
  storage: StorageAdapter,
  { spaces, onLine }: TransferOptions = {},
): AsyncIterable<string> {
  await storage.open(storedKinds)
  const wanted = spaces ?? (await spacesOf(storage))
  for (const space of wanted) await assertIntact(storage, space)
  yield text({ tirazh: 'export', format, spaces: wanted })
  let lines = 0
  for (const space of wanted) {
    for await (const { entry, changes } of blocksOf(storage, space)) {
      yield text({ line: { ...entry } })
      for (const { kind, id, version, doc, digest } of changes) {
        yield text({ change: { kind, id, version, doc, digest } })
      }
      lines += 1
      onLine?.(entry)
    }
  }
  yield text({ end: { lines } })
}

/**
 * Reads what `exportNdjson` wrote into a store, which it opens. Whole lines of the log are written as they
 * come; when it is called again it goes on where it was.
 * @param lines each with or without its line feed
 * @throws TRANSFER_REFUSED, with the number of the line, for what is no export, is cut off, or where the
 * store has another history; LOG_BROKEN for what was altered; STORAGE_CONFLICT, STORAGE_FAILED
 */
export async function importNdjson(
  lines: AsyncIterable<string> | Iterable<string>,
  to: StorageAdapter,
  { onLine }: Pick<TransferOptions, 'onLine'> = {},
): Promise<readonly Transferred[]> {
  await to.open(storedKinds)
  const done = await replay(blocksIn(lines), to, onLine)
  for (const { space } of done) await assertIntact(to, space)
  return done
}

const format = 1

async function* blocksIn(lines: AsyncIterable<string> | Iterable<string>): AsyncIterable<Block> {
  let number = 0
  let blocks = 0
  let state: 'header' | 'lines' | 'ended' = 'header'
  let open: { entry: LogEntry; changes: Change[]; missing: number } | undefined
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const { tirazh, line: entry, change, end } = parsed(line, number)
    const fits =
      state === 'header'
        ? tirazh !== undefined
        : state === 'lines' &&
          (open === undefined ? entry !== undefined || end !== undefined : change !== undefined)
    if (!fits) {
      throw refused(number, {
        ru: 'Здесь этого быть не может: строки переставлены, удалены или это не выгрузка.',
        en: 'This cannot stand here: lines were moved or removed, or this is no export.',
      })
    }
    if (tirazh !== undefined) state = 'lines'
    if (end !== undefined) {
      state = 'ended'
      if (end.lines !== blocks) throw refused(number, shorter(blocks, end.lines))
    }
    if (entry !== undefined) {
      open = { entry, changes: [], missing: entry.created + entry.updated + entry.deleted }
    } else if (open !== undefined && change !== undefined) {
      const { space, sequence } = open.entry
      const cursor = cursorOf(sequence, open.changes.length + 1)
      open.changes.push({ space, sequence, cursor, ...change })
      open.missing -= 1
    }
    if (open?.missing === 0) {
      yield open
      blocks += 1
      open = undefined
    }
  }
  if (state !== 'ended') {
    throw refused(number + 1, {
      ru: 'Выгрузка обрывается: возьмите файл целиком и повторите, записанное останется.',
      en: 'The export is cut off: take the whole file and do it again; what was written stays.',
    })
  }
}

interface ExportLine {
  readonly tirazh?: 'export'
  readonly line?: LogEntry
  readonly change?: Pick<Change, 'kind' | 'id' | 'version' | 'doc' | 'digest'>
  readonly end?: { readonly lines: number }
}

const exportLine: Schema<ExportLine> = schema<ExportLine>(
  'line of an export',
  z.union([
    z.strictObject({ tirazh: z.literal('export'), format: z.literal(format), spaces: z.array(z.string()) }),
    z.strictObject({ line: z.custom<LogEntry>((value) => lineSchema.safeParse(value).ok) }),
    z.strictObject({
      change: z.strictObject({
        kind: z.string(),
        id: z.string(),
        version: wholeCount,
        doc: z.custom<Json>((value) => value !== undefined),
        digest: z.string(),
      }),
    }),
    z.strictObject({ end: z.strictObject({ lines: wholeCount }) }),
  ]),
)

function parsed(line: string, number: number): ExportLine {
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    throw refused(number, { ru: 'Это не JSON: файл повреждён.', en: 'This is no JSON: the file is damaged.' })
  }
  const read = exportLine.safeParse(value)
  if (read.ok) return read.value
  throw refused(number, {
    ru: 'Это не строка выгрузки формата 1: файл повреждён или записан более новой версией.',
    en: 'This is no line of an export of format 1: the file is damaged or was written by a newer version.',
  })
}

function shorter(found: number, told: number): Text {
  return {
    ru: `Строк журнала ${found}, а должно быть ${told}: часть выгрузки пропала.`,
    en: `There are ${found} lines of the log and should be ${told}: a part of the export is missing.`,
  }
}

function refused(number: number, message: DataIssue['message']): TirazhError {
  return new TirazhError('TRANSFER_REFUSED', `Line ${number} of the export: ${message.en}`, {
    issues: [{ code: 'EXPORT_LINE', path: [number], message }],
  })
}

function text(value: Json): string {
  return `${JSON.stringify(value)}\n`
}
