import { isTirazhError, type Row, type StorageAdapter, type Text } from '@tirazh/spec'
import {
  type Change,
  changeDigest,
  contentDigest,
  cursorOf,
  historyKind,
  type LogEntry,
  lineHash,
  lineId,
  logKind,
  noHead,
  readChange,
  readLine,
} from './entries.js'
import type { LogProblem, LogProblemCode } from './verify.js'

/** A line of the log with its changes and what is wrong with them. */
export interface CheckedLine {
  /** Undefined where there is no line that can be read. */
  readonly entry: LogEntry | undefined
  readonly changes: readonly Change[]
  readonly problems: readonly LogProblem[]
}

/** Every line of a space in order, checked by itself, against its changes and against the line before. */
export async function* checkedLines(storage: StorageAdapter, space: string): AsyncIterable<CheckedLine> {
  const history = grouped(storage.find({ kind: historyKind, space }))
  let changes = await history.next()
  let expected = 1
  let previous: string | undefined = noHead.hash

  for await (const row of storage.find({ kind: logKind, space })) {
    const sequence = Number(row.id)
    const problems: LogProblem[] = []
    // Changes of lines that are missing still tell what became of the records.
    const stray: Row[] = []
    while (!changes.done && changes.value.sequence < sequence) {
      stray.push(...changes.value.rows)
      changes = await history.next()
    }
    if (sequence > expected) {
      problems.push(missing(space, expected, sequence - 1))
      previous = undefined
    }
    expected = sequence + 1
    const own = !changes.done && changes.value.sequence === sequence ? changes.value.rows : []
    if (own.length > 0) changes = await history.next()

    const entry = readable(() => readLine(row, storage))
    if (entry === undefined || row.id !== lineId(entry.sequence) || entry.hash !== lineHash(entry)) {
      problems.push(altered(space, sequence))
      // What an altered line says of itself is worth nothing: the next one cannot be held against it.
      previous = undefined
      yield { entry, changes: readableChanges([...stray, ...own], storage), problems }
      continue
    }
    if (previous !== undefined && entry.previous !== previous) {
      problems.push(
        lineProblem('CHAIN_BROKEN', space, sequence, {
          ru: `Строка № ${sequence} не продолжает строку № ${sequence - 1}: одна из них подменена или переставлена.`,
          en: `Line ${sequence} does not follow line ${sequence - 1}: one of the two was replaced or moved.`,
        }),
      )
    }
    previous = entry.hash
    problems.push(...changeProblems(entry, own, storage))
    yield { entry, changes: readableChanges([...stray, ...own], storage), problems }
  }

  for (; !changes.done; changes = await history.next()) {
    const { rows } = changes.value
    const problems = rows.map(({ id }) => orphan(space, id))
    yield { entry: undefined, changes: readableChanges(rows, storage), problems }
  }
}

function changeProblems(
  entry: LogEntry,
  rows: readonly Row[],
  storage: StorageAdapter,
): readonly LogProblem[] {
  const { space, sequence } = entry
  const problems: LogProblem[] = []
  const digests: string[] = []
  const told = entry.created + entry.updated + entry.deleted
  const byCursor = new Map(rows.map((row) => [row.id, row]))
  for (let nth = 1; nth <= told; nth += 1) {
    const cursor = cursorOf(sequence, nth)
    const row = byCursor.get(cursor)
    byCursor.delete(cursor)
    if (row === undefined) {
      problems.push(changeProblem('CHANGE_MISSING', space, cursor, 'пропало', 'is missing'))
      continue
    }
    const change = readable(() => readChange(row, storage))
    digests.push(change?.digest ?? '')
    if (change === undefined || change.digest !== changeDigest(change)) {
      problems.push({
        ...changeProblem('CHANGE_ALTERED', space, cursor, 'подменено', 'was altered'),
        ...(change && { record: { kind: change.kind, id: change.id } }),
      })
    }
  }
  for (const cursor of byCursor.keys()) {
    problems.push(changeProblem('CHANGE_UNEXPECTED', space, cursor, 'вписано позже', 'was added later'))
  }
  // Each change agrees with its own digest, and yet they are not those of the line.
  if (problems.length === 0 && contentDigest(digests) !== entry.content) {
    problems.push(
      lineProblem('CHANGE_ALTERED', space, sequence, {
        ru: `Изменения строки № ${sequence} подменены вместе с их контрольными суммами.`,
        en: `The changes of line ${sequence} were altered together with their digests.`,
      }),
    )
  }
  return problems
}

/** The rows of the history of one line. */
interface LineRows {
  readonly sequence: number
  readonly rows: readonly Row[]
}

async function* grouped(rows: AsyncIterable<Row>): AsyncGenerator<LineRows, undefined> {
  let group: { sequence: number; rows: Row[] } | undefined
  for await (const row of rows) {
    const sequence = Number(row.id.split('/')[0])
    if (group?.sequence === sequence) {
      group.rows.push(row)
      continue
    }
    if (group !== undefined) yield group
    group = { sequence, rows: [row] }
  }
  if (group !== undefined) yield group
  return undefined
}

function readableChanges(rows: readonly Row[], storage: StorageAdapter): readonly Change[] {
  return rows.flatMap((row) => readable(() => readChange(row, storage)) ?? [])
}

/** What somebody wrote by hand may have no form at all; then it is undefined. */
export function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (error) {
    if (isTirazhError(error, 'RECORD_INVALID')) return undefined
    throw error
  }
}

function orphan(space: string, cursor: string): LogProblem {
  return changeProblem(
    'CHANGE_UNEXPECTED',
    space,
    cursor,
    'не относится ни к одной строке',
    'belongs to no line',
  )
}

function missing(space: string, from: number, to: number): LogProblem {
  const [ru, en] =
    from === to
      ? [`строки № ${from}`, `Line ${from} is`]
      : [`строк № ${from}–${to}`, `Lines ${from} to ${to} are`]
  return lineProblem('LINE_MISSING', space, from, {
    ru: `В журнале нет ${ru}.`,
    en: `${en} missing from the log.`,
  })
}

function altered(space: string, sequence: number): LogProblem {
  return lineProblem('LINE_ALTERED', space, sequence, {
    ru: `Строка № ${sequence} изменена: её содержание не совпадает с её контрольной суммой.`,
    en: `Line ${sequence} was altered: what it says does not agree with its hash.`,
  })
}

function changeProblem(
  code: LogProblemCode,
  space: string,
  cursor: string,
  ru: string,
  en: string,
): LogProblem {
  const [line, nth] = cursor.split('/').map(Number)
  return lineProblem(
    code,
    space,
    line ?? 0,
    {
      ru: `Изменение ${nth} строки № ${line} ${ru}.`,
      en: `Change ${nth} of line ${line} ${en}.`,
    },
    [nth ?? 0],
  )
}

function lineProblem(
  code: LogProblemCode,
  space: string,
  sequence: number,
  message: Text,
  more: readonly number[] = [],
): LogProblem {
  return { code, path: [space, sequence, ...more], message, sequence }
}
