/** The steps of all timelines but the first of each, in the order of their days. Change i is about the subject `subjects[i]`. */
export interface Changes {
  readonly days: Int32Array
  readonly subjects: Uint32Array
  /** The outcomes before and after. */
  readonly from: Uint8Array
  readonly to: Uint8Array
}

/** `offsets`, `days` and `outcomes` as in `Timelines`. */
export function changesOf(offsets: Uint32Array, days: Int32Array, outcomes: Uint8Array): Changes {
  const size = offsets.length - 1
  const owners = new Uint32Array(days.length)
  // A day and the place of a step as one number, so that they are sorted together.
  const keys = new Float64Array(days.length - size)
  let filled = 0
  for (let subject = 0; subject < size; subject += 1) {
    for (let step = (offsets[subject] ?? 0) + 1; step < (offsets[subject + 1] ?? 0); step += 1) {
      owners[step] = subject
      keys[filled] = (days[step] ?? 0) * days.length + step
      filled += 1
    }
  }
  const steps = Uint32Array.from(keys.sort(), (key) => ((key % days.length) + days.length) % days.length)
  return {
    days: Int32Array.from(steps, (step) => days[step] ?? 0),
    subjects: steps.map((step) => owners[step] ?? 0),
    from: Uint8Array.from(steps, (step) => outcomes[step - 1] ?? 0),
    to: Uint8Array.from(steps, (step) => outcomes[step] ?? 0),
  }
}

/** How many of the ascending days are not after a day. */
export function daysUpTo(days: ArrayLike<number>, day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low
}
