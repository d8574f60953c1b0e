import { never } from './calendar.js'
import { Heap } from './heap.js'

/** Something that is due on a day; Infinity where it is not due at all. Set by the queue alone. */
export interface Due {
  due: number
}

/**
 * Things by the day on which they are due. A thing is due on one day; scheduled again, it moves. The
 * places it left stay behind until they come up, or until they are the greater part.
 */
export class Queue<T extends Due> {
  private heap: Heap<T> = new Heap()
  private scheduled = 0

  /** The first day on which something is due; Infinity where nothing is. */
  get next(): number {
    const { heap } = this
    while (heap.size > 0 && heap.first?.due !== heap.least) heap.pop()
    return heap.least
  }

  /** How many places are taken, those left behind among them. */
  get size(): number {
    return this.heap.size
  }

  schedule(item: T, due: number): void {
    if (item.due === due) return
    if (item.due !== never) this.scheduled -= 1
    item.due = due
    if (due === never) return
    this.scheduled += 1
    this.heap.push(due, item)
    if (this.heap.size > 2 * this.scheduled + 16) this.tidy()
  }

  /** What is due on the day or before it; it is not due any more. */
  take(day: number): T[] {
    const taken: T[] = []
    while (this.next <= day) {
      const item = this.heap.pop()
      if (item === undefined) break
      item.due = never
      this.scheduled -= 1
      taken.push(item)
    }
    return taken
  }

  private tidy(): void {
    const items = new Set<T>()
    for (let item = this.heap.pop(); item !== undefined; item = this.heap.pop()) items.add(item)
    for (const item of items) if (item.due !== never) this.heap.push(item.due, item)
  }
}
