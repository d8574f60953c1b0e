import { formats, type Noun, type Text } from '@tirazh/spec'
import type { ImportIssue } from './issue.js'
import { shown } from './shown.js'

/** An issue before it is kept; its sentence is composed only then. */
export interface Finding extends Omit<ImportIssue, 'severity' | 'message'> {
  /** Default `error`. */
  readonly severity?: ImportIssue['severity']
  readonly message: () => Text
}

/**
 * The issues found so far. Of each code the first thousand a file are kept and the others counted, so
 * that a hostile register does not fill the memory.
 */
export class IssueList {
  readonly #kept: ImportIssue[] = []
  readonly #counts = new Map<string, Tally>()
  #errors = 0

  get hasErrors(): boolean {
    return this.#errors > 0
  }

  add(finding: Finding): void {
    const { severity = 'error', code, file, row, column, value, message } = finding
    if (severity === 'error') this.#errors += 1
    const tally = this.#tally(file, code, severity)
    tally.found += 1
    if (tally.found > keptOfEachCode) return
    this.#kept.push({
      severity,
      code,
      file,
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column: shown(column) }),
      ...(value === undefined ? {} : { value: shown(value) }),
      message: message(),
    })
  }

  /** In the order of the files, then by row and column; those left out are counted after their file. */
  sorted(files: readonly TableOrder[]): readonly ImportIssue[] {
    const place = new Map(files.map((each, index) => [each.file, { index, columns: each.columns }]))
    const key = (issue: ImportIssue): readonly number[] => [
      place.get(issue.file)?.index ?? -1,
      issue.code === omittedCode ? Number.POSITIVE_INFINITY : (issue.row ?? 0),
      place.get(issue.file)?.columns.findIndex(({ header }) => header === issue.column) ?? -1,
    ]
    return [...this.#kept, ...this.#omitted()]
      .map((issue) => ({ issue, key: key(issue) }))
      .sort((a, b) => compareKeys(a.key, b.key))
      .map(({ issue }) => issue)
  }

  #tally(file: string, code: string, severity: ImportIssue['severity']): Tally {
    const name = `${file}\n${code}`
    const known = this.#counts.get(name)
    if (known !== undefined) return known
    const tally = { file, code, severity, found: 0 }
    this.#counts.set(name, tally)
    return tally
  }

  #omitted(): ImportIssue[] {
    return [...this.#counts.values()]
      .filter(({ found }) => found > keptOfEachCode)
      .map(({ file, code, severity, found }) => ({
        severity,
        code: omittedCode,
        file,
        message: omittedMessage(code, found - keptOfEachCode),
      }))
  }
}

/** What the order of issues follows: the columns of a file. */
export interface TableOrder {
  readonly file: string
  readonly columns: readonly { readonly header: string }[]
}

interface Tally {
  readonly file: string
  readonly code: string
  readonly severity: ImportIssue['severity']
  found: number
}

const keptOfEachCode = 1000
const omittedCode = 'ISSUES_OMITTED'

function omittedMessage(code: string, count: number): Text {
  return {
    ru: `Ещё ${formats('ru').count(count, remarks)} с кодом ${code}: исправьте показанные и прочитайте файл снова.`,
    en: `${formats('en').count(count, remarks)} more with the code ${code}: correct those shown and read the file again.`,
  }
}

const remarks: Noun = {
  ru: { one: 'замечание', few: 'замечания', many: 'замечаний' },
  en: { one: 'issue', other: 'issues' },
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? 0
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}
