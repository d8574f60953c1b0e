import { type RecordKind, type Records, type RecordTypes, schemas } from '@tirazh/core'
import type { DataIssue } from '@tirazh/spec'
import { formatOf, indicatorFormat } from './formats.js'
import type { IssueList } from './issue-list.js'
import { cellAt, columnAt, type Format } from './table/format.js'
import type { Draft, Row } from './table/read-row.js'

/** The records of one kind that are right by themselves, with their rows. */
export class Collected<T> {
  /** The rows of the records, in the same order. */
  rows: number[] = []
  records: T[] = []
  /** The row of every id that stands in the file, also of records that were refused. */
  readonly seen: Map<string, number> = new Map()
  /** Whether there is a row whose id is not known. */
  hasNameless = false
  /** Records refused only because of a row in `indicators.csv`. */
  readonly refusedForIndicator: RefusedForIndicator[] = []

  /** Takes records out by their positions. */
  leaveOut(positions: ReadonlySet<number>): void {
    this.records = this.records.filter((_, position) => !positions.has(position))
    this.rows = this.rows.filter((_, position) => !positions.has(position))
  }
}

/** A row and the row of its indicator. */
export interface RefusedForIndicator {
  readonly row: number
  readonly indicatorRow: number
}

/** The records of every kind. */
export type Collection = { readonly [Kind in RecordKind]: Collected<RecordTypes[Kind]> }

export function emptyCollection(): Collection {
  return {
    municipality: new Collected(),
    factory: new Collected(),
    project: new Collected(),
    practice: new Collected(),
    adoption: new Collected(),
    check: new Collected(),
    defence: new Collected(),
    certificate: new Collected(),
  }
}

export function recordsOf(collection: Collection): Records {
  return {
    municipality: collection.municipality.records,
    factory: collection.factory.records,
    project: collection.project.records,
    practice: collection.practice.records,
    adoption: collection.adoption.records,
    check: collection.check.records,
    defence: collection.defence.records,
    certificate: collection.certificate.records,
  }
}

/** Rows of `indicators.csv` that wait for their project, by its id. */
export type WaitingIndicators = Map<string, Row[]>

/** Turns each row of a kind into a record of the collection or into issues. */
export function collector<Kind extends RecordKind>(
  kind: Kind,
  collected: Collected<RecordTypes[Kind]>,
  issues: IssueList,
  waiting: WaitingIndicators = new Map(),
): (row: Row) => void {
  const format = formatOf[kind]
  return (row) => {
    const isNew = noteId(row, format, collected, issues)
    if (!row.whole) return
    const indicators = takeIndicators(waiting, row.draft.id)
    const usable = indicators.filter(({ whole }) => whole)
    const draft = usable.length === 0 ? row.draft : { ...row.draft, indicators: usable.map(indicatorOf) }
    const parsed = schemas[kind].safeParse(draft)
    if (parsed.ok && isNew && [row, ...indicators].every(isUnderstood)) {
      collected.records.push(parsed.value)
      collected.rows.push(row.number)
      return
    }
    const found = parsed.ok ? [] : parsed.issues
    for (const issue of found) reportRecordIssue(issue, row, format, usable, issues)
    const faulty = faultyIndicator(indicators, usable, found)
    if (faulty === undefined || !isNew || !isUnderstood(row) || found.some(isAboutRow)) return
    collected.refusedForIndicator.push({ row: row.number, indicatorRow: faulty.number })
  }
}

/** Whether the id is the first of its kind; a second one is reported. */
function noteId(row: Row, format: Format, collected: Collected<unknown>, issues: IssueList): boolean {
  const { id } = row.draft
  if (typeof id !== 'string') {
    collected.hasNameless = true
    return true
  }
  const first = collected.seen.get(id)
  if (first === undefined) {
    collected.seen.set(id, row.number)
    return true
  }
  if (!row.whole) return false
  issues.add({
    file: format.file,
    row: row.number,
    column: columnAt(format, ['id'])?.header ?? '',
    value: id,
    code: 'ID_REPEATED',
    message: () => ({
      ru: `Этот код уже стоит в строке ${first}: исправьте один из двух или удалите лишнюю строку.`,
      en: `This id already stands in row ${first}: correct one of the two or remove the extra row.`,
    }),
  })
  return false
}

function takeIndicators(waiting: WaitingIndicators, project: unknown): Row[] {
  if (typeof project !== 'string') return []
  const rows = waiting.get(project) ?? []
  waiting.delete(project)
  return rows
}

function indicatorOf({ draft }: Row): Draft {
  const { project, ...indicator } = draft
  return indicator
}

function isUnderstood({ whole, unread }: Row): boolean {
  return whole && unread.size === 0
}

function isAboutRow({ path }: DataIssue): boolean {
  return path[0] !== 'indicators'
}

function faultyIndicator(indicators: Row[], usable: Row[], found: readonly DataIssue[]): Row | undefined {
  const refused = new Set(
    found.filter((issue) => !isAboutRow(issue)).map(({ path }) => usable[Number(path[1])]),
  )
  return indicators.find((row) => !isUnderstood(row) || refused.has(row))
}

/** Reports an issue of a record at the cell it came from, unless that cell was not understood anyway. */
function reportRecordIssue(
  issue: DataIssue,
  row: Row,
  format: Format,
  indicators: readonly Row[],
  issues: IssueList,
): void {
  const indicator = isAboutRow(issue) ? undefined : indicators[Number(issue.path[1])]
  const source = indicator ?? row
  const path = indicator === undefined ? issue.path : issue.path.slice(2)
  const { file } = indicator === undefined ? format : indicatorFormat
  const column = columnAt(indicator === undefined ? format : indicatorFormat, path)
  if (column !== undefined && source.unread.has(column.header)) return
  const value = cellAt(column, source.draft, path)
  issues.add({
    file,
    row: source.number,
    ...(column === undefined ? {} : { column: column.header }),
    ...(value === undefined ? {} : { value }),
    code: issue.code,
    message: () => issue.message,
  })
}
