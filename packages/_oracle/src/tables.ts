import type { RegisterFiles } from './register.js'
import { groupBy, type Row, rowsOf } from './rows.js'

/** The rows of a register, and the groups the rules ask for. */
export interface Tables {
  municipalities: Row[]
  factories: Row[]
  projects: Row[]
  practices: Row[]
  certificates: Row[]
  municipality: Map<string, Row>
  project: Map<string, Row>
  /** By project. */
  indicators: Map<string, Row[]>
  /** By practice, as the three below. */
  adoptions: Map<string, Row[]>
  checks: Map<string, Row[]>
  defences: Map<string, Row[]>
  certificatesOf: Map<string, Row[]>
}

export function tablesOf(files: RegisterFiles): Tables {
  const municipalities = rowsOf(files.municipalities)
  const projects = rowsOf(files.projects)
  const certificates = rowsOf(files.certificates)
  return {
    municipalities,
    factories: rowsOf(files.factories),
    projects,
    practices: rowsOf(files.practices),
    certificates,
    municipality: new Map(municipalities.map((row) => [row.text('ОКТМО'), row])),
    project: new Map(projects.map((row) => [row.text('Код'), row])),
    indicators: groupBy(rowsOf(files.indicators), 'Проект'),
    adoptions: groupBy(rowsOf(files.adoptions), 'Практика'),
    checks: groupBy(rowsOf(files.checks), 'Практика'),
    defences: groupBy(rowsOf(files.defences), 'Практика'),
    certificatesOf: groupBy(certificates, 'Практика'),
  }
}

/** The code that `code` stands for on a date: from `Действует по` on, `Правопреемник`, repeatedly. */
export function successor(tables: Tables, code: string, on: string): string {
  let current = code
  for (let steps = 0; steps <= tables.municipalities.length; steps++) {
    const row = tables.municipality.get(current)
    if (!row) throw new Error(`No municipality ${current}`)
    if (!by(row.date('Действует по'), on)) return current
    current = row.text('Правопреемник')
  }
  throw new Error(`The successors of ${code} go round in a circle`)
}

/** Whether a thing with this date has happened by `on`, that day included; without a date it has not. */
export function by(date: string | undefined, on: string): boolean {
  return date !== undefined && date <= on
}
