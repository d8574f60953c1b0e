import type { Provenance } from '@tirazh/spec'
import { HeadingLevel, Paragraph } from 'docx'
import { factTable } from './facts.js'
import type { Drawn } from './paragraphs.js'
import { paragraph, runs } from './paragraphs.js'
import { toldRuns } from './values.js'
import type { Writer } from './writer.js'

/** What the report was made from: the day, the source, the rules with their wordings and values. */
export function drawProvenance(provenance: Provenance, writing: Writer): readonly Drawn[] {
  const { f, say } = writing
  const { asOf, source, generator, policies } = provenance
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(say('about')) }),
    ...factTable(
      [
        { label: say('asOf'), value: runs(f.date(asOf, 'long')) },
        { label: say('source'), value: runs(source) },
        { label: say('generator'), value: runs(generator) },
      ],
      writing,
    ),
    ...(policies.length === 0 ? [] : [paragraph('Caption', say('policies'))]),
    ...policies.flatMap((policy, index) => drawPolicy(policy, index, writing)),
  ]
}

function drawPolicy(
  { title, version, params }: Provenance['policies'][number],
  index: number,
  writing: Writer,
): readonly Drawn[] {
  const { f, say } = writing
  const wording = version === null ? say('notInForce') : `${say('versionFrom')} ${f.date(version)}`
  const bullet = (level: number) => ({ numbering: { reference: 'bullets', level, instance: 0 } })
  return [
    paragraph('Provenance', [...runs(title), ...runs(` (${wording})`, 'Muted')], bullet(0)),
    ...params.map(({ title: name, value, origin }, param) => {
      const at = ['provenance', 'policies', index, 'params', param, 'value']
      const said = toldRuns(value, at, writing, 'Strong')
      return paragraph(
        'Provenance',
        [...runs(`${name}: `), ...said, ...runs(` — ${origin}`, 'Muted')],
        bullet(1),
      )
    }),
  ]
}
