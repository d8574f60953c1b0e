import type { PlainDate, Provenance, Report, Value } from '@tirazh/spec'
import { type Column, rowsOf, valueColumns } from './columns.js'
import type { Grid } from './grid.js'
import { writeDate } from './values.js'
import type { Writer } from './writer.js'

/** What stands at the top: title, notice, subtitle, and the day that the data is of. */
export function writeHead(report: Report, writer: Writer): Grid {
  const { text, say } = writer
  return [
    [text(report.title)],
    ...(report.notice === undefined ? [] : [[text(report.notice)]]),
    ...(report.subtitle === undefined ? [] : [[text(report.subtitle)]]),
    [say('asOf'), writeDate(report.provenance.asOf, writer)],
    [text(report.issuer), writeDate(report.issuedOn, writer)],
  ]
}

/** What the report was made from, and a row for each parameter of each rule. */
export function writeProvenance(provenance: Provenance, writer: Writer): readonly Grid[] {
  const { text, say } = writer
  const facts = [
    [say('about')],
    [say('source'), text(provenance.source)],
    [say('generator'), text(provenance.generator)],
  ]
  return provenance.policies.length === 0 ? [facts] : [facts, writePolicies(provenance, writer)]
}

/** A rule, and one parameter of it where it has any. */
interface PolicyRow {
  readonly policy: Policy
  readonly param?: Policy['params'][number]
}

type Policy = Provenance['policies'][number]

function writePolicies({ policies }: Provenance, writer: Writer): Grid {
  const { say } = writer
  const rows = policies.flatMap((policy): readonly PolicyRow[] =>
    policy.params.length === 0 ? [{ policy }] : policy.params.map((param) => ({ policy, param })),
  )
  const column = (title: string, of: (row: PolicyRow) => Value | undefined): readonly Column[] =>
    valueColumns(title, rows.map(of), writer)
  const columns = [
    column(say('rule'), ({ policy }) => policy.title),
    column(say('version'), ({ policy }) => versionOf(policy.version, writer)),
    column(say('param'), ({ param }) => param?.title),
    column(say('value'), ({ param }) => param?.value),
    column(say('origin'), ({ param }) => param?.origin),
  ]
  return [[say('policies')], ...rowsOf(columns.flat())]
}

function versionOf(from: PlainDate | null, { say }: Writer): Value {
  return from === null ? say('notInForce') : { as: 'date', value: from }
}
