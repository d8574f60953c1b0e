import type { Block, Cell, Truth } from '@tirazh/spec'
import type { PracticeLine } from './collect.js'
import type { SummaryContext } from './compose.js'
import { practiceLink } from './decisions.js'

/** Every published practice with its three verdicts, the most replicated first. */
export function practiceTable({ data, snapshot, f, t }: SummaryContext): Block[] {
  const status = (value: Truth): Cell => ({ as: 'status', status: value, text: f.truth(value) })
  const rows = data.practices
    .toSorted(
      (a, b) => b.municipalities.low - a.municipalities.low || (a.practice.id < b.practice.id ? -1 : 1),
    )
    .map((line): Cell[] => [
      practiceLink(line.practice.id, line.practice.title),
      snapshot.territory.nameOf(line.practice.author),
      municipalities(line),
      status(line.status.replication),
      status(line.status.regional),
      status(line.status.federal),
    ])
  if (rows.length === 0) return []
  return [
    { type: 'heading', level: 2, text: t.practicesTitle },
    {
      type: 'table',
      caption: t.practicesCaption(f.date(data.asOf)),
      columns: [
        { title: t.practice, rowHeader: true },
        { title: t.author },
        { title: t.municipalities, align: 'end', bar: true },
        { title: t.replication },
        { title: t.regional },
        { title: t.federal },
      ],
      rows,
      note: t.practicesNote,
    },
  ]
}

function municipalities({ municipalities: { low, high } }: PracticeLine): Cell {
  if (high === null) return { as: 'number', value: low, bound: 'at-least' }
  return low === high ? { as: 'number', value: low } : { as: 'interval', low, high }
}
