import type { Block, Cell } from '@tirazh/spec'
import { recordGroup } from '../nouns.js'
import { practiceRef } from '../references.js'
import { verdictCell } from '../verdict-cell.js'
import { firstWitnesses, type PracticeLine } from './collect.js'
import type { SummaryContext } from './compose.js'

/** How many practices the summary shows; all of them are in the replication matrix. */
const most = 10

/** The most replicated practices with their three verdicts. */
export function practiceTable(context: SummaryContext): Block[] {
  const { data, snapshot, f, t } = context
  const { asOf } = data
  const lines = data.practices
    .toSorted(
      (a, b) => b.municipalities.low - a.municipalities.low || (a.practice.id < b.practice.id ? -1 : 1),
    )
    .slice(0, most)
  if (lines.length === 0) return []
  const rows = lines.map((line): Cell[] => {
    const practice = line.practice.id
    return [
      practiceRef(line.practice),
      snapshot.territory.nameOf(line.practice.author),
      municipalities(line, context),
      verdictCell(snapshot, { policy: 'replication', practice, asOf }, f),
      verdictCell(snapshot, { policy: 'regional', practice, asOf }, f),
      verdictCell(snapshot, { policy: 'federal', practice, asOf }, f),
    ]
  })
  return [
    { type: 'heading', level: 2, text: t.practicesTitle },
    {
      type: 'table',
      caption: t.practicesCaption(f.number(lines.length), f.number(data.practices.length), f.date(asOf)),
      columns: [
        { title: t.practice, as: 'reference', rowHeader: true },
        { title: t.author, as: 'text' },
        { title: t.municipalities, as: 'number', align: 'end', bar: true },
        { title: t.replication, as: 'status' },
        { title: t.regional, as: 'status' },
        { title: t.federal, as: 'status' },
      ],
      rows,
      note: t.practicesNote,
    },
    {
      type: 'paragraph',
      content: [t.allPractices, { as: 'reference', text: t.matrix, report: 'matrix' }, '.'],
    },
  ]
}

function municipalities(
  { practice, municipalities: { low, high } }: PracticeLine,
  { data: { asOf }, snapshot, f, t }: SummaryContext,
): Cell {
  const verdict = snapshot.assess('replication', practice.id, { asOf })
  const adoptions = firstWitnesses(verdict).map((witness) => witness.record.id)
  const basis = { rule: t.adoptionsRule(f.date(asOf)), records: [recordGroup('adoption', adoptions)] }
  if (high === null) return { as: 'number', value: low, bound: 'at-least', basis }
  return low === high ? { as: 'number', value: low, basis } : { as: 'interval', low, high, basis }
}
