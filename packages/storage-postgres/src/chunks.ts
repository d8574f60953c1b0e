/** What one statement is given at most: records, and characters of their documents. */
const limits = { records: 10_000, characters: 16_000_000 }

/** The items in their order, in lists that are each within the limits or of one item. */
export function* chunks<T>(items: readonly T[], charactersOf: (item: T) => number): Generator<T[]> {
  let chunk: T[] = []
  let characters = 0
  for (const item of items) {
    const more = charactersOf(item)
    if (chunk.length > 0 && (chunk.length === limits.records || characters + more > limits.characters)) {
      yield chunk
      chunk = []
      characters = 0
    }
    chunk.push(item)
    characters += more
  }
  if (chunk.length > 0) yield chunk
}
