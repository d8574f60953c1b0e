import type { Places } from './column.js'
import type { Take } from './ends.js'
import type { Codes } from './scope.js'

/**
 * Counts the records of each subject: `low` those met, `high` those met or unknown. Adds up along the
 * records and takes differences: an inner loop over the few records of a subject costs more.
 */
export function countAll(
  starts: Uint32Array,
  capacity: number,
  decided: Codes,
  low: Places,
  high: Places,
): Take {
  const met = new Uint32Array(capacity + 1)
  const open = new Uint32Array(capacity + 1)
  return (batch) => {
    const { from, size, first, last } = batch
    accumulate(met, open, size, decided(batch))
    for (let subject = first; subject < last; subject += 1) {
      const start = (starts[subject] ?? 0) - from
      const end = (starts[subject + 1] ?? 0) - from
      low[subject] = (met[end] ?? 0) - (met[start] ?? 0)
      high[subject] = (open[end] ?? 0) - (open[start] ?? 0)
    }
  }
}

function accumulate(met: Uint32Array, open: Uint32Array, size: number, codes: Uint8Array): void {
  let certain = 0
  let possible = 0
  for (let row = 0; row < size; row += 1) {
    const code = codes[row] ?? 0
    certain += code >> 1
    possible += (code + 1) >> 1
    met[row + 1] = certain
    open[row + 1] = possible
  }
}
