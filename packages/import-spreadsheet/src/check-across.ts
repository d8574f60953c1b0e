import { checkRecords, type RecordIssue, type RecordKind } from '@tirazh/core'
import type { Text } from '@tirazh/spec'
import { type Collection, recordsOf } from './collected.js'
import { formatOf, indicatorFormat } from './formats.js'
import type { Finding, IssueList } from './issue-list.js'
import type { FilesReading } from './read-files.js'
import { cellAt, columnAt } from './table/format.js'

/**
 * Reports what is wrong between records. A reference to a record that was refused itself is no issue of
 * its own, nor is any unknown one into a file where not every id could be read.
 */
export function checkAcross(files: FilesReading, issues: IssueList): void {
  const { collection, complete } = files
  const isKnown = (kind: RecordKind) => complete.has(formatOf[kind].file) && !collection[kind].hasNameless
  for (const issue of checkRecords(recordsOf(collection))) {
    const { cell, refersTo, causeRow } = placeOf(issue, collection)
    const isEcho = refersTo !== undefined && (causeRow !== undefined || !isKnown(refersTo))
    if (!isEcho) issues.add(finding(cell, issue))
  }
  if (isKnown('project')) reportOrphans(files, issues)
}

/**
 * Takes out of the collection every record that does not fit the others, and then those that referred to
 * it, until all that remain fit. Each is reported: for its own fault, or as left out with the cause.
 */
export function leaveOutFaulty(files: FilesReading, issues: IssueList): void {
  const { collection } = files
  reportOrphans(files, issues)
  for (const { row, indicatorRow } of collection.project.refusedForIndicator) {
    issues.add(leftOut({ file: formatOf.project.file, row }, indicatorFormat.file, indicatorRow))
  }
  for (let round = 1; ; round += 1) {
    const faulty = new Map<RecordKind, Set<number>>()
    for (const issue of checkRecords(recordsOf(collection))) {
      const { kind, index, severity } = issue
      const { cell, refersTo, causeRow } = placeOf(issue, collection)
      if (refersTo !== undefined && causeRow !== undefined) {
        issues.add(leftOut(cell, formatOf[refersTo].file, causeRow))
      } else if (severity === 'error' || round === 1) {
        issues.add(finding(cell, issue))
      }
      if (severity === 'error') faulty.set(kind, (faulty.get(kind) ?? new Set()).add(index))
    }
    if (faulty.size === 0) return
    for (const [kind, positions] of faulty) collection[kind].leaveOut(positions)
  }
}

type CellPlace = Pick<Finding, 'file' | 'row' | 'column' | 'value'>

/** Where an issue between records stands in the files. */
interface IssuePlace {
  readonly cell: CellPlace
  /** The kind of record that is referred to and not there. */
  readonly refersTo: RecordKind | undefined
  /** The row of that record, if it stands in its file and was refused. */
  readonly causeRow: number | undefined
}

function placeOf({ kind, index, path, code }: RecordIssue, collection: Collection): IssuePlace {
  const format = formatOf[kind]
  const row = collection[kind].rows[index]
  const column = columnAt(format, path)
  const value = cellAt(column, collection[kind].records[index], path)
  const refersTo = code === 'REFERENCE_UNKNOWN' ? column?.refersTo : undefined
  return {
    cell: {
      file: format.file,
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column: column.header }),
      ...(value === undefined ? {} : { value }),
    },
    refersTo,
    causeRow: refersTo && value !== undefined ? collection[refersTo].seen.get(value) : undefined,
  }
}

function finding(cell: CellPlace, { code, severity, message }: RecordIssue): Finding {
  return { ...cell, code, severity, message: () => message }
}

function leftOut(cell: CellPlace, file: string, row: number): Finding {
  const message = (): Text => ({
    ru: `Строка не принята, потому что не принята связанная с ней: ${file}, строка ${row}. Исправьте ту.`,
    en: `The row was left out because one it depends on was: ${file}, row ${row}. Correct that one.`,
  })
  return { ...cell, code: 'ROW_LEFT_OUT', message }
}

/** Indicators of a project that is nowhere in its file. */
function reportOrphans({ collection, orphans }: FilesReading, issues: IssueList): void {
  const { file, key } = indicatorFormat
  const column = columnAt(indicatorFormat, [key])?.header ?? ''
  for (const [value, rows] of orphans) {
    if (collection.project.seen.has(value)) continue
    const message = (): Text => ({
      ru: `Проекта «${value}» нет в файле ${formatOf.project.file}: исправьте код или добавьте проект.`,
      en: `There is no project '${value}' in ${formatOf.project.file}: correct the code or add the project.`,
    })
    for (const { number, whole } of rows) {
      if (whole) issues.add({ file, row: number, column, value, code: 'REFERENCE_UNKNOWN', message })
    }
  }
}
