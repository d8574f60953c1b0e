import type {
  Adoption,
  Certificate,
  Defence,
  PartnerCheck,
  Practice,
  Project,
  Records,
} from '../records/types.js'

/** Everything that is recorded about one practice. */
export interface PracticeRecords {
  readonly practice: Practice
  /** The project it grew out of. */
  readonly project: Project | undefined
  readonly adoptions: readonly Adoption[]
  readonly checks: readonly PartnerCheck[]
  readonly defences: readonly Defence[]
  readonly certificates: readonly Certificate[]
}

/** The records of every practice by its id, in the order of the practices. */
export function recordsByPractice(records: Records): ReadonlyMap<string, PracticeRecords> {
  const projects = new Map(records.project.map((each) => [each.id, each]))
  const adoptions = group(records.adoption)
  const checks = group(records.check)
  const defences = group(records.defence)
  const certificates = group(records.certificate)
  return new Map(
    records.practice.map((practice) => [
      practice.id,
      {
        practice,
        project: projects.get(practice.sourceProject),
        adoptions: adoptions.get(practice.id) ?? [],
        checks: checks.get(practice.id) ?? [],
        defences: defences.get(practice.id) ?? [],
        certificates: certificates.get(practice.id) ?? [],
      },
    ]),
  )
}

function group<Row extends { readonly practice: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const members = groups.get(row.practice)
    if (members === undefined) groups.set(row.practice, [row])
    else members.push(row)
  }
  return groups
}
