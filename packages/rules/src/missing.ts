import type { Evidence, Finding, Missing } from '@tirazh/spec'
import type { Hearing, Stand } from './assess.js'
import { endsOf } from './describe.js'
import { factOf, nameOf, propertyOf, rowsOf } from './model.js'
import type { Term } from './program.js'

/** What the open parts of a condition miss. */
export function missingOf(findings: readonly Finding[]): Missing[] {
  return findings.filter((finding) => finding.status === 'unknown').flatMap((finding) => finding.missing)
}

/** What could settle an open comparison: values of its terms, and of the records that may count. */
export function missingIn(
  terms: readonly Term[],
  evidence: readonly Evidence[],
  hearing: Hearing,
  stand: Stand,
): Missing[] {
  const pending = evidence.flatMap((each) => each.pending).flatMap((witness) => witness.reasons)
  return [
    ...pending.flatMap((reason) => reason.missing),
    ...terms.flatMap((term) => missingFrom(term, hearing, stand)),
  ]
}

/** The fields of a term that nobody filled in, or that hold what cannot be used. */
function missingFrom(term: Term, hearing: Hearing, stand: Stand): Missing[] {
  const { expression, of } = term
  if (expression.op === 'agg') return missingFromRecords(term, hearing, stand)
  if (expression.op !== 'field') return of.flatMap((part) => missingFrom(part, hearing, stand))
  const row = expression.of === 'row' ? stand.row : undefined
  if (endsOf(term.value, hearing.judge, row?.facts).low !== null) return []
  const facts = row?.facts ?? hearing.subject
  const { record, label } = nameOf(facts, row?.relation ?? stand.model)
  const field = (row?.relation ?? stand.model).fields[expression.name]
  const found = propertyOf(facts, expression.name)
  return [
    {
      record,
      ...(label === undefined ? {} : { label }),
      field: expression.name,
      title: field?.title ?? { ru: expression.name, en: expression.name },
      ...(field?.absent === undefined ? {} : { absent: field.absent }),
      ...(found === undefined || found === null
        ? {}
        : { unusable: String(factOf(facts, expression.name) ?? typeof found) }),
    },
  ]
}

/** The relation that is not recorded, or the records that count but do not say as what. */
function missingFromRecords(term: Term, hearing: Hearing, stand: Stand): Missing[] {
  const { expression, where, of } = term
  if (expression.op !== 'agg') return []
  const relation = stand.model.relations[expression.over]
  const rows = rowsOf(hearing.subject, expression.over)
  if (rows === undefined || relation === undefined) {
    const title = relation?.title ?? { ru: expression.over, en: expression.over }
    return [{ record: { kind: stand.model.kind, id: hearing.subject.id }, field: expression.over, title }]
  }
  const [read] = of
  if (read === undefined) return []
  const code = where && hearing.judge.condition(where.condition)
  return rows
    .filter((facts) => code === undefined || code(facts) !== 0)
    .flatMap((facts) =>
      missingFrom(read, hearing, { ...stand, rowFields: relation.fields, row: { facts, relation } }),
    )
}
