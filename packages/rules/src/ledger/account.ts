import { type Facts, propertyOf, rowsOf } from '../model.js'
import { never } from './calendar.js'
import type { Counter } from './counters.js'
import { notInForce, type Outcome } from './outcome.js'
import type { Plan } from './plan.js'
import { type Due, Queue } from './queue.js'
import { type Entry, Shelf } from './shelf.js'

/**
 * All that is decided about one subject, kept up to date: a record that changes is counted anew, and so
 * is one that is due as time goes on. Days never go back. Records are taken as they are and must not be
 * changed afterwards.
 */
export class Account implements Due {
  /** Set by the queue the account stands in. */
  due: number = never
  /** By part of the plan; another list as soon as one of them is another. */
  outcomes: readonly Outcome[] = []
  /** The first later day on which an outcome may be another by time alone. */
  next: number = never
  /** The fields of the subject and the ends of its tallies. */
  private readonly view: Facts & Record<string, unknown>
  private readonly shelves: ReadonlyMap<string, Shelf>
  private counters: Counter[] = []
  private queue: Queue<Entry> = new Queue()

  constructor(
    facts: Facts,
    private plan: Plan,
    day: number,
  ) {
    const { fields, relations } = plan.model
    this.view = { id: facts.id }
    for (const field of Object.keys(fields)) this.view[field] = propertyOf(facts, field)
    this.shelves = new Map(
      Object.keys(relations).map((relation) => [relation, new Shelf(rowsOf(facts, relation))]),
    )
    this.open(plan, day)
  }

  get id(): string {
    return this.view.id
  }

  /** Counts everything anew, from any day on. */
  open(plan: Plan, day: number): void {
    this.plan = plan
    this.counters = plan.tallies.map((tally) => tally.counter())
    this.queue = new Queue()
    this.outcomes = plan.parts.map(() => notInForce)
    this.begin(day)
    for (const [relation, shelf] of this.shelves) {
      shelf.tallies = plan.over.get(relation) ?? []
      shelf.each((entry) => {
        entry.due = never
      })
      this.recount(shelf)
    }
    this.settle()
  }

  /** Goes on from a day to a later one. */
  advance(from: number, to: number): void {
    const { queue } = this
    const entries = queue.take(to)
    this.begin(from)
    for (const entry of entries) this.count(entry, -1)
    this.begin(to)
    for (const [index, entry] of entries.entries()) {
      queue.schedule(entry, this.count(entry, 1))
      if (entry.shelf !== entries[index + 1]?.shelf) this.publish(entry.shelf)
    }
    this.settle()
  }

  /** Puts the rows in the place of all that have one of the ids. The relation is recorded from now on. */
  put(relation: string, ids: readonly string[], rows: readonly Facts[], day: number): void {
    const shelf = this.begin(day).shelf(relation)
    for (const id of ids) this.takeOut(shelf, id)
    shelf.record()
    for (const row of rows) {
      const entry = shelf.put(row)
      this.queue.schedule(entry, this.count(entry, 1))
    }
    this.publish(shelf)
    this.settle()
  }

  /** Takes out all rows of the id. */
  remove(relation: string, id: string, day: number): void {
    const shelf = this.begin(day).shelf(relation)
    this.takeOut(shelf, id)
    this.publish(shelf)
    this.settle()
  }

  /** Puts other values in the place of the named fields, and other rows in that of all of the named relations. */
  set(changes: Readonly<Record<string, unknown>>, day: number): void {
    const { view, shelves, plan } = this.begin(day)
    const changed = Object.keys(changes)
    for (const field of changed)
      if (Object.hasOwn(plan.model.fields, field)) view[field] = propertyOf(changes, field)
    for (const [relation, shelf] of shelves) {
      if (changed.includes(relation)) {
        shelf.each((entry) => this.queue.schedule(entry, never))
        shelf.fill(rowsOf({ ...changes, id: this.id }, relation))
      } else if (!shelf.tallies.some(({ fields }) => changed.some((field) => fields.has(field)))) continue
      this.recount(shelf)
    }
    this.settle()
  }

  private begin(day: number): this {
    this.plan.begin(this.view, day, this.outcomes)
    return this
  }

  private shelf(relation: string): Shelf {
    const shelf = this.shelves.get(relation)
    if (shelf === undefined) throw new TypeError(`The model has no relation '${relation}'.`)
    return shelf
  }

  private takeOut(shelf: Shelf, id: string): void {
    for (let entry = shelf.take(id); entry !== undefined; entry = entry.next) {
      this.count(entry, -1)
      this.queue.schedule(entry, never)
    }
  }

  /** Counts a record in all tallies or takes it back; until when it counts as it does now. */
  private count({ row, shelf }: Entry, by: 1 | -1): number {
    const { clock } = this.plan
    let until = never
    for (const tally of shelf.tallies) {
      const code = tally.code(row)
      if (clock.until < until) until = clock.until
      if (code === 0) continue
      const share = tally.share(row)
      if (clock.until < until) until = clock.until
      this.counters[tally.index]?.count(code, share, by)
    }
    return until
  }

  private recount(shelf: Shelf): void {
    for (const tally of shelf.tallies) this.counters[tally.index] = tally.counter()
    shelf.each((entry) => this.queue.schedule(entry, this.count(entry, 1)))
    this.publish(shelf)
  }

  private publish(shelf: Shelf): void {
    for (const tally of shelf.tallies) {
      const ends = shelf.isRecorded ? this.counters[tally.index] : undefined
      const { low, high } = ends ?? tally.unrecorded
      this.view[tally.low] = low
      this.view[tally.high] = high
    }
  }

  /** Decides anew, part by part. Records that are counted with regard to an outcome follow it. */
  private settle(): void {
    const { plan } = this
    let outcomes = this.outcomes
    let next = never
    for (const [index, part] of plan.parts.entries()) {
      const outcome = part.outcome()
      if (plan.clock.until < next) next = plan.clock.until
      if (outcome === outcomes[index]) continue
      outcomes = outcomes.with(index, outcome)
      plan.use(outcomes)
      for (const relation of part.relations) this.recount(this.shelf(relation))
    }
    this.outcomes = outcomes
    this.next = Math.min(next, this.queue.next)
  }
}
