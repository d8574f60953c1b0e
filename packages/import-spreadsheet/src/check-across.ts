import { checkRecords, type RecordIssue, type RecordKind } from '@tirazh/core'
import type { Text } from '@tirazh/spec'
import { type Collection, recordsOf } from './collected.js'
import { formatOf, indicatorFormat } from './formats.js'
import type { IssueList } from './issue-list.js'
import { type Column, cellAt, columnAt } from './table/format.js'

/**
 * Reports what is wrong between records. A reference to a record that was refused itself is no issue of
 * its own, nor is one into a file that was not read completely.
 */
export function checkAcross(
  collection: Collection,
  issues: IssueList,
  isComplete: (kind: RecordKind) => boolean,
): void {
  for (const issue of checkRecords(recordsOf(collection))) {
    const place = placeOf(issue, collection)
    const { refersTo } = place
    const isEcho = refersTo !== undefined && (place.causeRow !== undefined || !isComplete(refersTo))
    if (!isEcho) reportAt(place, issue, issues)
  }
}

/**
 * Takes out of the collection every record that does not fit the others, and then those that referred to
 * it, until all that remain fit. Each is reported: for its own fault, or as left out with the cause.
 */
export function leaveOutFaulty(collection: Collection, issues: IssueList): void {
  for (const { row, indicatorRow } of collection.project.refusedForIndicator) {
    const { file } = formatOf.project
    const message = () => leftOut(indicatorFormat.file, indicatorRow)
    issues.add({ file, row, code: 'ROW_LEFT_OUT', message })
  }
  for (let round = 1; ; round += 1) {
    const faulty = new Map<RecordKind, Set<number>>()
    for (const issue of checkRecords(recordsOf(collection))) {
      const place = placeOf(issue, collection)
      const { refersTo, causeRow } = place
      if (refersTo !== undefined && causeRow !== undefined) {
        const message = () => leftOut(formatOf[refersTo].file, causeRow)
        issues.add({ ...place.cell, code: 'ROW_LEFT_OUT', message })
      } else if (issue.severity === 'error' || round === 1) reportAt(place, issue, issues)
      if (issue.severity === 'error') {
        faulty.set(issue.kind, (faulty.get(issue.kind) ?? new Set()).add(issue.index))
      }
    }
    if (faulty.size === 0) return
    for (const [kind, positions] of faulty) collection[kind].leaveOut(positions)
  }
}

/** Where an issue between records stands in the files. */
interface Place {
  readonly cell: {
    readonly file: string
    readonly row?: number
    readonly column?: string
    readonly value?: string
  }
  /** The kind of record that is referred to and not there. */
  readonly refersTo?: RecordKind
  /** The row of that record, if it stands in its file and was refused. */
  readonly causeRow?: number
}

function placeOf({ kind, index, path, code }: RecordIssue, collection: Collection): Place {
  const format = formatOf[kind]
  const row = collection[kind].rows[index]
  const column: Column | undefined = columnAt(format, path)
  const value = cellAt(column, collection[kind].records[index], path)
  const refersTo = code === 'REFERENCE_UNKNOWN' ? column?.refersTo : undefined
  const causeRow = refersTo && value !== undefined ? collection[refersTo].seen.get(value) : undefined
  return {
    cell: {
      file: format.file,
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column: column.header }),
      ...(value === undefined ? {} : { value }),
    },
    ...(refersTo === undefined ? {} : { refersTo }),
    ...(causeRow === undefined ? {} : { causeRow }),
  }
}

function reportAt({ cell }: Place, { code, severity, message }: RecordIssue, issues: IssueList): void {
  issues.add({ ...cell, code, severity, message: () => message })
}

function leftOut(file: string, row: number): Text {
  return {
    ru: `Строка не принята, потому что не принята связанная с ней: ${file}, строка ${row}. Исправьте ту.`,
    en: `The row was left out because one it depends on was: ${file}, row ${row}. Correct that one.`,
  }
}
