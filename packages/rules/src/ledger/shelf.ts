import type { Facts } from '../model.js'
import { never } from './calendar.js'
import type { PlannedTally } from './plan.js'
import type { Due } from './queue.js'

/** The records of one relation of a subject, by their ids. */
export class Shelf {
  /** Those that count these records. */
  tallies: readonly PlannedTally[] = []
  /** The last put in first, before the others of its id; `undefined` where the relation is not recorded. */
  private rows: Map<string, Entry> | undefined

  constructor(rows: readonly Facts[] | undefined) {
    this.fill(rows)
  }

  get isRecorded(): boolean {
    return this.rows !== undefined
  }

  /** The relation is recorded from now on, if it was not before. */
  record(): void {
    this.rows ??= new Map()
  }

  /** Puts the rows in the place of all others. */
  fill(rows: readonly Facts[] | undefined): void {
    this.rows = rows && new Map()
    for (const row of rows ?? []) this.put(row)
  }

  /** Adds a row, of a relation that is recorded. */
  put(row: Facts): Entry {
    const entry: Entry = { row, shelf: this, due: never, next: this.rows?.get(row.id) }
    this.rows?.set(row.id, entry)
    return entry
  }

  /** Takes out all records of the id: the first of them, which leads to the others. */
  take(id: string): Entry | undefined {
    const entry = this.rows?.get(id)
    if (entry !== undefined) this.rows?.delete(id)
    return entry
  }

  each(visit: (entry: Entry) => void): void {
    this.rows?.forEach((first) => {
      for (let entry: Entry | undefined = first; entry !== undefined; entry = entry.next) visit(entry)
    })
  }
}

/** A record on its shelf, due when it may count otherwise. */
export interface Entry extends Due {
  readonly row: Facts
  readonly shelf: Shelf
  /** Another record of the same id. */
  readonly next: Entry | undefined
}
