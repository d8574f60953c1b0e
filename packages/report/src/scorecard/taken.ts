import { explainWitness } from '@tirazh/rules'
import type { Block, Cell } from '@tirazh/spec'
import { whyPending } from '../matrix/cells.js'
import type { Standing } from '../matrix/uses.js'
import { recordGroup } from '../nouns.js'
import { municipalityRef, practiceRef } from '../references.js'
import { dateOr } from '../values.js'
import type { TakenPractice } from './collect.js'
import type { ScorecardContext } from './context.js'
import { section } from './work-tables.js'

/** The practices of others that are in use, and those that are not yet or no more. */
export function takenBlocks(context: ScorecardContext): Block[] {
  return [...inUseTable(context), ...waitingTable(context)]
}

function inUseTable({ data, snapshot, f, t }: ScorecardContext): Block[] {
  if (!data.countable) return []
  const others = data.taken['in-use']
    .filter(({ own }) => !own)
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0))
  const heading: Block = { type: 'heading', level: 2, text: t.takenTitle }
  if (others.length === 0) return [heading, { type: 'paragraph', content: [t.nothingTaken] }]
  const rows = others.map(({ uses, use }): Cell[] => [
    practiceRef(uses.practice),
    municipalityRef(snapshot, uses.practice.author),
    dateOr(use.adoption.implementedOn, t.notRecorded),
    use.adoption.basis ?? { as: 'unknown', text: t.notRecorded },
    use.adoption.fidelity === undefined
      ? { as: 'unknown', text: t.notRecorded }
      : {
          as: 'share',
          value: use.adoption.fidelity,
          basis: { rule: t.fidelityRule, records: [recordGroup('adoption', [use.adoption.id])] },
        },
    use.adoption.id,
  ])
  return [
    heading,
    {
      type: 'table',
      caption: t.takenCaption(f.date(data.asOf)),
      columns: [
        { title: t.practice, as: 'reference', rowHeader: true },
        { title: t.author, as: 'reference' },
        { title: t.implemented, as: 'date' },
        { title: t.basis, as: 'text' },
        { title: t.fidelity, as: 'share' },
        { title: t.adoption, as: 'text' },
      ],
      rows,
    },
  ]
}

function dayOf({ use }: TakenPractice): string {
  return use.adoption.implementedOn ?? ''
}

type Waiting = Exclude<Standing, 'in-use'>

const waiting: readonly Waiting[] = ['pending', 'planned', 'lapsed', 'declined', 'rejected']

function waitingTable(context: ScorecardContext): Block[] {
  const { data, f, t } = context
  const rows = waiting.flatMap((standing) =>
    data.taken[standing].map((taken): Cell[] => [
      practiceRef(taken.uses.practice),
      { as: 'status', status: standing === 'pending' ? 'unknown' : 'unmet', text: t.standing[standing] },
      why(taken, standing, context),
      taken.use.adoption.id,
    ]),
  )
  return section(t.waitingTitle, t.waitingCaption(f.date(data.asOf)), rows, rows.length, context, [
    { title: t.practice, as: 'reference', rowHeader: true },
    { title: t.whatWithIt, as: 'status' },
    { title: t.why, as: 'text' },
    { title: t.adoption, as: 'text' },
  ])
}

/** What is missing; since when it is as it is; otherwise what the rule found. */
function why({ uses, use }: TakenPractice, standing: Waiting, { f, t }: ScorecardContext): Cell {
  const { plannedOn, startedOn, endedOn } = use.adoption
  if (standing === 'pending') return whyPending(use, uses, f)
  const since =
    standing === 'lapsed' ? endedOn : standing === 'planned' ? (startedOn ?? plannedOn) : undefined
  if (since !== undefined) return t.since(f.date(since))
  const reason = use.witness === undefined ? '' : explainWitness(use.witness, f.locale)
  return reason === '' ? { as: 'unknown', text: t.notRecorded } : reason
}
