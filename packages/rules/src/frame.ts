import type { Facts } from './model.js'

/** What is judged now, shared by all closures of a program. */
export interface Frame {
  subject: Facts
  asOf: number
  /** Grows with every `begin`: what was worked out in an earlier turn is forgotten. */
  turn: number
  /** Grows with every result beyond the exact numbers: a comparison that made it grow is made again. */
  beyond: number
}

/** The result of a turn, worked out when it is first asked for. */
export function once<Result>(frame: Frame, work: () => Result): () => Result {
  let turn = -1
  let result: Result
  return () => {
    if (turn !== frame.turn) {
      result = work()
      turn = frame.turn
    }
    return result
  }
}
