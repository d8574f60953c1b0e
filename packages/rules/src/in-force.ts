import type { InForce, PlainDate } from '@tirazh/spec'

/** The entry in force on a day: `from` ≤ day < `until`. Entries ascend by `from`. */
export function inForceAt<Entry extends InForce>(
  entries: readonly Entry[],
  on: PlainDate,
): Entry | undefined {
  const entry = entries.findLast((each) => each.from <= on)
  return entry?.until !== undefined && entry.until <= on ? undefined : entry
}

/** The days on which what is in force changes. */
export function changesOf(entries: readonly InForce[]): PlainDate[] {
  return entries.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until]))
}
