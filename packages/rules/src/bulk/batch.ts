/*
 * Vectors are made in batches, so that what lies between two steps stays in the memory next to the
 * processor. A batch is some subjects one after another with all their records.
 */

export interface Batch {
  /** The first record, and how many there are. */
  readonly from: number
  readonly size: number
  /** The first subject, and the one after the last. */
  readonly first: number
  readonly last: number
}

/** Records in a batch, unless a single subject has more. */
const usualSize = 2048

/** The size of the greatest batch, where a subject has at most so many records. */
export function greatestBatch(longest: number): number {
  return Math.max(usualSize, longest)
}

/** Goes through related records; those of subject i begin at `starts[i]`. */
export function inBatches(starts: Uint32Array, visit: (batch: Batch) => void): void {
  const subjects = starts.length - 1
  for (let first = 0, last = 0; first < subjects; first = last) {
    const from = starts[first] ?? 0
    do last += 1
    while (last < subjects && (starts[last + 1] ?? 0) - from <= usualSize)
    visit({ from, size: (starts[last] ?? 0) - from, first, last })
  }
}

/** Goes through the subjects themselves. */
export function inSubjectBatches(subjects: number, visit: (batch: Batch) => void): void {
  for (let first = 0; first < subjects; first += usualSize) {
    const last = Math.min(subjects, first + usualSize)
    visit({ from: first, size: last - first, first, last })
  }
}
