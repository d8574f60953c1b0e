import type { Take } from './ends.js'
import { numberAt } from './numbers.js'
import type { Codes, Numbers } from './scope.js'

/** Adds up the values of the records of each subject: `low` takes the unknown ones that are negative, `high` the others. */
export function sums(
  starts: Uint32Array,
  decided: Codes,
  read: Numbers,
  low: Float64Array,
  high: Float64Array,
): Take {
  return (batch) => {
    const codes = decided(batch)
    const values = read(batch)
    let row = 0
    for (let subject = batch.first; subject < batch.last; subject += 1) {
      let least = 0
      let most = 0
      for (const end = (starts[subject + 1] ?? 0) - batch.from; row < end; row += 1) {
        const code = codes[row] ?? 0
        if (code === 0) continue
        const value = numberAt(values, row)
        // A value that is nothing makes both ends nothing.
        if (code === 2 || !(value >= 0)) least += value
        if (code === 2 || !(value <= 0)) most += value
      }
      low[subject] = least
      high[subject] = most
    }
  }
}
