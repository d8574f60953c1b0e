/** Things in the order of their keys, the least first. Taking one out costs the logarithm of their number. */
export class Heap<T> {
  private readonly keys: number[] = []
  private readonly items: T[] = []

  get size(): number {
    return this.keys.length
  }

  /** The least key; Infinity where there is nothing. */
  get least(): number {
    return this.keys[0] ?? Number.POSITIVE_INFINITY
  }

  /** The thing with the least key. */
  get first(): T | undefined {
    return this.items[0]
  }

  push(key: number, item: T): void {
    const { keys, items } = this
    let at = keys.length
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = keys[parent]
      const aboveItem = items[parent]
      if (above === undefined || aboveItem === undefined || above <= key) break
      keys[at] = above
      items[at] = aboveItem
      at = parent
    }
    keys[at] = key
    items[at] = item
  }

  /** The thing with the least key, which leaves the heap. */
  pop(): T | undefined {
    const { keys, items } = this
    const first = items[0]
    const key = keys.pop()
    const item = items.pop()
    if (key === undefined || item === undefined || keys.length === 0) return first
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if ((keys[child + 1] ?? Number.POSITIVE_INFINITY) < (keys[child] ?? Number.POSITIVE_INFINITY))
        child += 1
      const below = keys[child]
      const belowItem = items[child]
      if (below === undefined || belowItem === undefined || below >= key) break
      keys[at] = below
      items[at] = belowItem
      at = child
    }
    keys[at] = key
    items[at] = item
    return first
  }
}
