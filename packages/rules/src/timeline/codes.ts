import { standingIn, statusIn } from '../ledger/outcome.js'
import { type Changes, daysUpTo } from './changes.js'

/** Decisions by subject. */
export interface DecisionCodes {
  /** 2 met, 1 unknown, 0 unmet. */
  readonly status: Uint8Array
  /** 3 applies, 2 unclear, 1 not applicable, 0 not in force. */
  readonly standing: Uint8Array
}

/**
 * The decisions of any day. They are kept once in so many changes; those of a day follow from the ones
 * kept before it by the changes since. `first` are the outcomes before all changes.
 */
export function codesByDay(
  first: Uint8Array,
  { days, subjects, to }: Changes,
): (day: number) => DecisionCodes {
  const apart = Math.max(1024, first.length >> 2)
  const now = { status: first.map(statusIn), standing: first.map(standingIn) }
  const kept = [copyOf(now)]
  for (let change = 0; change + apart <= days.length; change += apart) {
    turn(now, change, change + apart)
    kept.push(copyOf(now))
  }

  function turn({ status, standing }: DecisionCodes, begin: number, end: number): void {
    for (let change = begin; change < end; change += 1) {
      const subject = subjects[change] ?? 0
      const outcome = to[change] ?? 0
      status[subject] = statusIn(outcome)
      standing[subject] = standingIn(outcome)
    }
  }

  return (day) => {
    const changes = daysUpTo(days, day)
    const mark = Math.floor(changes / apart)
    const codes = copyOf(kept[mark] ?? now)
    turn(codes, mark * apart, changes)
    return codes
  }
}

function copyOf({ status, standing }: DecisionCodes): DecisionCodes {
  return { status: status.slice(), standing: standing.slice() }
}
