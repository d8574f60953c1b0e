import { addMonths } from '../days.js'
import type { Condition, Int, Word } from '../program.js'
import { followsAsOf } from '../whole.js'

/*
 * What changes by time alone. It can be told beforehand: the date of the facts stands on one side of a
 * comparison only, and a date made from it never goes back as it grows.
 */

/** Whether a condition may come out otherwise on another day, all facts being the same. */
export function followsTime(node: Condition): boolean {
  switch (node.op) {
    case 'all':
    case 'any':
    case 'atLeast':
      return node.of.some(followsTime)
    case 'not':
      return followsTime(node.of)
    case 'reaches':
    case 'equals':
      return followsAsOf(node.left.low) || followsAsOf(node.right.low)
    case 'same':
      return wordFollowsTime(node.left) || wordFollowsTime(node.right)
    case 'among':
      return wordFollowsTime(node.word)
    case 'certain':
    case 'constant':
    case 'use':
      // Whether there is a value does not change with time, and the outcome of another part is a fact here.
      return false
  }
}

export function wordFollowsTime(node: Word): boolean {
  return node.op === 'successor' && (followsAsOf(node.at) || wordFollowsTime(node.code))
}

/**
 * The first day of the facts on which a date that follows it is the target or later. Such a date is the
 * day of the facts, shifted.
 * @throws TypeError for any other
 */
export function dayReaching(node: Int): (target: number) => number {
  switch (node.op) {
    case 'asOf':
      return (target) => target
    case 'add': {
      const [day, by] = node.left.op === 'const' ? [node.right, node.left] : [node.left, node.right]
      if (by.op !== 'const') break
      const first = dayReaching(day)
      return (target) => first(target - by.value)
    }
    case 'months': {
      const { by, rounding } = node
      const first = dayReaching(node.day)
      return (target) => {
        // Ends of months make it a few days wrong.
        let day = addMonths(target, -by, 'down')
        while (addMonths(day - 1, by, rounding) >= target) day -= 1
        while (addMonths(day, by, rounding) < target) day += 1
        return first(day)
      }
    }
  }
  throw new TypeError(`A date that follows the day of the facts cannot be made by '${node.op}'.`)
}
