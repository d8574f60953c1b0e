import type { Block, Cell, NumberValue } from '@tirazh/spec'
import { recordGroup } from '../nouns.js'
import { municipalityRef } from '../references.js'
import type { SummaryContext } from './compose.js'

/** What each municipality takes over and gives, those that use most practices first. */
export function municipalityTable({ data, snapshot, f, t }: SummaryContext): Block[] {
  const { lines } = data.territory
  if (lines.length === 0) return []
  const on = f.date(data.asOf)
  const count = (rule: string, kind: 'adoption' | 'practice', ids: readonly string[]): NumberValue => ({
    as: 'number',
    value: ids.length,
    basis: { rule, records: [recordGroup(kind, ids)] },
  })
  const cells = (
    inUse: readonly string[],
    authored: readonly string[],
    replicated: readonly string[],
  ): Cell[] => [
    count(t.adoptionsRule(on), 'adoption', inUse),
    count(t.authoredRule(on), 'practice', authored),
    count(t.replicatedRule(on), 'practice', replicated),
  ]
  const rows = lines
    .toSorted(
      (a, b) => b.inUse.length - a.inUse.length || f.compare(a.municipality.name, b.municipality.name),
    )
    .map(({ municipality: { id }, inUse, authored, replicated }): Cell[] => [
      municipalityRef(snapshot, id),
      ...cells(inUse, authored, replicated),
    ])
  return [
    { type: 'heading', level: 2, text: t.municipalitiesTitle },
    {
      type: 'table',
      caption: t.municipalitiesCaption(on),
      columns: [
        { title: t.municipality, as: 'reference', rowHeader: true },
        { title: t.practicesInUse, as: 'number', align: 'end', bar: true },
        { title: t.authored, as: 'number', align: 'end' },
        { title: t.replicated, as: 'number', align: 'end' },
      ],
      rows,
      total: [
        t.total,
        ...cells(
          lines.flatMap((line) => line.inUse),
          lines.flatMap((line) => line.authored),
          lines.flatMap((line) => line.replicated),
        ),
      ],
    },
  ]
}
