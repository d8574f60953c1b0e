import { closures } from '../closures.js'
import type { Decider } from '../decider.js'
import { type StandingCode, standingOf } from '../evaluate.js'
import type { Frame } from '../frame.js'
import type { Facts, SubjectModel } from '../model.js'
import type { Aggregation, Code, Part, Program } from '../program.js'
import { never } from './calendar.js'
import { type Counter, counterOf, type Share } from './counters.js'
import { withEndsAsFields } from './ends-as-fields.js'
import { type Clock, type Holdings, holdings } from './holdings.js'
import { notInForce, type Outcome, outcomeOf, worthOf } from './outcome.js'

/** Programs side by side, ready for the accounts of subjects: one account at a time, see `begin`. */
export interface Plan {
  readonly model: SubjectModel
  /** Set by everything that is asked for. */
  readonly clock: Clock
  /** The policies of all programs, each after those it uses. */
  readonly parts: readonly PlannedPart[]
  readonly tallies: readonly PlannedTally[]
  /** The tallies over each relation. */
  readonly over: ReadonlyMap<string, readonly PlannedTally[]>
  /** Says whom and when. `outcomes` are those of the parts, as far as they are known. */
  begin(view: Facts, day: number, outcomes: readonly Outcome[]): void
  /** Says what the outcomes are from now on. */
  use(outcomes: readonly Outcome[]): void
}

export interface PlannedPart {
  outcome(): Outcome
  /** The relations whose records are counted with regard to this outcome. */
  readonly relations: ReadonlySet<string>
}

/** An aggregation. Its ends stand in the view of a subject as if they were fields. */
export interface PlannedTally {
  readonly index: number
  readonly over: string
  readonly low: string
  readonly high: string
  /** The ends where the relation is not recorded. */
  readonly unrecorded: { readonly low: number; readonly high: number }
  /** The fields of the subject with regard to which records are counted. */
  readonly fields: ReadonlySet<string>
  counter(): Counter
  code(row: Facts): Code
  share(row: Facts): Share
}

export function planOf(programs: readonly Program[], { model, succession }: Decider): Plan {
  const nobody: Frame = { subject: { id: '' }, asOf: 0, turn: 0, beyond: 0 }
  const [still, moving] = [{ ...nobody }, { ...nobody }]
  const clock: Clock = { until: never }
  const parts: PlannedPart[] = []
  const tallies: PlannedTally[] = []
  let outcomes: readonly Outcome[] = []

  for (const program of programs) {
    const [firstPart, firstTally] = [parts.length, tallies.length]
    const use = (part: number): Code => worthOf(outcomes[firstPart + part] ?? notInForce)
    const judged = withEndsAsFields(program, ({ aggregation, end }) => nameOf(firstTally + aggregation, end))
    const held = holdings(
      closures(judged, succession, still, use),
      closures(judged, succession, moving, use),
      succession,
      clock,
    )
    judged.parts.forEach((part, index) => {
      const counted = program.aggregations.filter((each) =>
        readsOf([each.where, each.value]).parts.has(index),
      )
      parts.push({
        outcome: outcomeFor(part, held, clock),
        relations: new Set(counted.map(({ over }) => over)),
      })
    })
    for (const each of program.aggregations) tallies.push(planned(each, tallies.length, held))
  }

  return {
    model,
    clock,
    parts,
    tallies,
    over: new Map(
      Object.keys(model.relations).map((relation) => [
        relation,
        tallies.filter(({ over }) => over === relation),
      ]),
    ),
    begin(view, day, known) {
      still.subject = moving.subject = view
      still.turn = moving.turn += 1
      moving.asOf = day
      outcomes = known
    },
    use(known) {
      outcomes = known
    },
  }
}

function outcomeFor({ rule, applies }: Part, held: Holdings, clock: Clock): () => Outcome {
  if (rule === undefined) {
    return () => {
      clock.until = never
      return notInForce
    }
  }
  const status = held.condition(rule)
  if (applies === undefined) return () => outcomeOf(3, status())
  const about = held.condition(applies)
  return () => {
    const standing: StandingCode = standingOf(about())
    const { until } = clock
    const code = status()
    clock.until = Math.min(until, clock.until)
    return outcomeOf(standing, code)
  }
}

function planned(aggregation: Aggregation, index: number, held: Holdings): PlannedTally {
  const { fn, over, where, value } = aggregation
  const shareOf = value === undefined || fn === 'count' ? undefined : held.value(value)
  return {
    index,
    over,
    low: nameOf(index, 'low'),
    high: nameOf(index, 'high'),
    unrecorded: { low: fn === 'count' || fn === 'countDistinct' ? 0 : Number.NaN, high: Number.NaN },
    fields: readsOf([where, value]).fields,
    counter: () => counterOf(aggregation),
    code: held.condition(where ?? { op: 'constant', code: 2 }),
    share(row) {
      const share = shareOf?.(row)
      return Number.isNaN(share) ? undefined : share
    },
  }
}

/** No field of a model has such a name. */
function nameOf(tally: number, end: 'low' | 'high'): string {
  return `#${tally} ${end}`
}

/** The fields of the subject and the parts of the program that nodes of it read. */
function readsOf(
  node: unknown,
  reads: { readonly fields: Set<string>; readonly parts: Set<number> } = {
    fields: new Set(),
    parts: new Set(),
  },
): { readonly fields: ReadonlySet<string>; readonly parts: ReadonlySet<number> } {
  if (typeof node !== 'object' || node === null) return reads
  if ('of' in node && node.of === 'subject' && 'name' in node) reads.fields.add(String(node.name))
  if ('part' in node && typeof node.part === 'number') reads.parts.add(node.part)
  for (const inner of Object.values(node)) readsOf(inner, reads)
  return reads
}
