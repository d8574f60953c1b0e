import type { Report } from '@tirazh/spec'
import { textCell } from './cells.js'
import { factRow, textRow } from './rows.js'
import type { SheetRow } from './workbook.js'
import type { Writer } from './writer.js'

/** What the report is: title, issuer, date and the day of its data. */
export function headRows(report: Report, writer: Writer): readonly SheetRow[] {
  return [
    textRow(report.title, 'title', ['title'], writer),
    ...(report.subtitle === undefined ? [] : [textRow(report.subtitle, 'subtitle', ['subtitle'], writer)]),
    factRow(writer.say('issuer'), report.issuer, ['issuer'], writer),
    factRow(writer.say('issuedOn'), { as: 'date', value: report.issuedOn }, ['issuedOn'], writer),
    factRow(
      writer.say('asOf'),
      { as: 'date', value: report.provenance.asOf },
      ['provenance', 'asOf'],
      writer,
    ),
  ]
}

/** Where the numbers come from, below everything else. */
export function aboutRows({ provenance }: Report, writer: Writer): readonly SheetRow[] {
  const { f } = writer
  return [
    textRow(writer.say('about'), 'heading', ['provenance'], writer),
    factRow(writer.say('source'), provenance.source, ['provenance', 'source'], writer),
    factRow(writer.say('generator'), provenance.generator, ['provenance', 'generator'], writer),
    ...provenance.policies.flatMap((policy, index) => {
      const at = ['provenance', 'policies', index]
      const version =
        policy.version === null
          ? writer.say('notInForce')
          : `${writer.say('versionFrom')} ${f.date(policy.version)}`
      return [
        ...(index === 0 ? [textRow(writer.say('policies'), 'strong', at, writer)] : []),
        factRow(policy.title, version, at, writer),
        ...policy.params.map(({ title, value, origin }, param) => {
          const row = factRow(`– ${title}`, value, [...at, 'params', param], writer)
          return { ...row, cells: [...row.cells, textCell(origin, [...at, 'params', param], writer)] }
        }),
      ]
    }),
  ]
}
