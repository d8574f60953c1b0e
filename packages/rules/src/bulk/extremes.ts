import type { Take } from './ends.js'
import { numberAt } from './numbers.js'
import type { Codes, Numbers } from './scope.js'

/**
 * Finds the greatest value (`sign` 1) or the least (`sign` −1) among the records of each subject. The
 * inner end is that of the records met, the outer one that of the records met or unknown.
 */
export function extremes(
  starts: Uint32Array,
  decided: Codes,
  read: Numbers,
  inner: Float64Array,
  outer: Float64Array,
  sign: 1 | -1,
): Take {
  return (batch) => {
    const codes = decided(batch)
    const values = read(batch)
    let row = 0
    for (let subject = batch.first; subject < batch.last; subject += 1) {
      let met = false
      let nameless = false
      let certain = Number.NEGATIVE_INFINITY
      let possible = Number.NEGATIVE_INFINITY
      for (const end = (starts[subject + 1] ?? 0) - batch.from; row < end; row += 1) {
        const code = codes[row] ?? 0
        if (code === 0) continue
        if (code === 2) met = true
        // The least is the greatest of the negatives.
        const value = sign * numberAt(values, row)
        if (Number.isNaN(value)) nameless = true
        if (code === 2 && value > certain) certain = value
        if (value > possible) possible = value
      }
      inner[subject] = certain === Number.NEGATIVE_INFINITY ? Number.NaN : sign * certain
      outer[subject] = !met || nameless ? Number.NaN : sign * possible
    }
  }
}
