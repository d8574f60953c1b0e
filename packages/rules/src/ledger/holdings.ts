import type { Closures } from '../closures.js'
import type { Facts } from '../model.js'
import {
  type Code,
  type Condition,
  type Equals,
  type Int,
  isWord,
  type Reaches,
  type Word,
} from '../program.js'
import type { Successions } from '../succession.js'
import { followsAsOf } from '../whole.js'
import { never } from './calendar.js'
import { dayReaching, followsTime, wordFollowsTime } from './turns.js'

type Say<T> = (row?: Facts) => T

/** The first later day on which what was asked for last may come out otherwise, all facts being the same. */
export interface Clock {
  until: number
}

/** Conditions and values that set the clock: until when they hold. */
export interface Holdings {
  condition(node: Condition): Say<Code>
  /** The value of a whole number or word; nothing is NaN or `undefined`. */
  value(node: Int | Word): Say<string | number | undefined>
}

/** What time does not change is asked of `still` closures, anything else of those that know the day. */
export function holdings(
  still: Closures,
  moving: Closures,
  successions: Successions,
  clock: Clock,
): Holdings {
  return { condition, value }

  function condition(node: Condition): Say<Code> {
    if (!followsTime(node)) return forEver(still.condition(node))
    switch (node.op) {
      case 'all':
        return settledBy(0, node.of.map(condition))
      case 'any':
        return settledBy(2, node.of.map(condition))
      case 'atLeast':
        return threshold(node.count, node.of.map(condition))
      case 'not': {
        const of = condition(node.of)
        return (row) => negated[of(row)]
      }
      case 'reaches':
      case 'equals':
        return comparison(node)
      case 'same':
        return untilTurn([node.left, node.right], moving.condition(node))
      case 'among':
        return untilTurn([node.word], moving.condition(node))
      default:
        return forEver(still.condition(node))
    }
  }

  function value(node: Int | Word): Say<string | number | undefined> {
    if (!isWord(node)) return forEver(still.int(node))
    return wordFollowsTime(node) ? untilTurn([node], moving.word(node)) : forEver(still.word(node))
  }

  function forEver<T>(say: Say<T>): Say<T> {
    return (row) => {
      clock.until = never
      return say(row)
    }
  }

  /** As the one side grows, the comparison turns where it comes up to an end of the other, or passes it. */
  function comparison({ op, left, right }: Reaches | Equals): Say<Code> {
    const isLeft = followsAsOf(left.low)
    const [growing, other] = isLeft ? [left.low, right] : [right.low, left]
    const reach = dayReaching(growing)
    const [now, low, high] = [moving.int(growing), still.int(other.low), still.int(other.high)]
    const isPoint = other.low === other.high
    const code = op === 'equals' ? equals : isLeft ? reaches : reached
    const [atLow, atHigh] = op === 'equals' ? [0, 1] : isLeft ? [0, 0] : [1, 1]
    return (row) => {
      const day = now(row)
      const least = low(row)
      const most = isPoint ? least : high(row)
      const [a, b] = [least + atLow, most + atHigh]
      const target = a > day && !(b > day && b < a) ? a : b
      clock.until = target > day ? reach(target) : never
      return code(day, least, most)
    }
  }

  function untilTurn<T>(words: readonly Word[], say: Say<T>): Say<T> {
    const turns = words.flatMap(turnsOf)
    return (row) => {
      let until = never
      for (const turn of turns) until = Math.min(until, turn(row))
      clock.until = until
      return say(row)
    }
  }

  /** When the word, or one it is made from, stands for another one. */
  function turnsOf(node: Word): Say<number>[] {
    if (node.op !== 'successor') return []
    const inner = turnsOf(node.code)
    if (!followsAsOf(node.at)) return inner
    const reach = dayReaching(node.at)
    const [code, at] = [moving.word(node.code), moving.int(node.at)]
    const turn: Say<number> = (row) => {
      const [from, day] = [code(row), at(row)]
      const next =
        from === undefined ? undefined : successions.stretches(from).find((each) => each.from > day)
      return next === undefined ? never : reach(next.from)
    }
    return [turn, ...inner]
  }

  /** The first part with the code settles the matter for as long as that part holds. */
  function settledBy(settling: 0 | 2, parts: readonly Say<Code>[]): Say<Code> {
    return (row) => {
      let code: Code = settling === 0 ? 2 : 0
      let least = never
      for (const part of parts) {
        const found = part(row)
        if (found === settling) return found
        if (found === 1) code = 1
        if (clock.until < least) least = clock.until
      }
      clock.until = least
      return code
    }
  }

  function threshold(count: number, parts: readonly Say<Code>[]): Say<Code> {
    return (row) => {
      let met = 0
      let open = 0
      let least = never
      for (const part of parts) {
        const found = part(row)
        if (found === 2) met += 1
        else if (found === 1) open += 1
        if (clock.until < least) least = clock.until
      }
      clock.until = least
      return met >= count ? 2 : met + open >= count ? 1 : 0
    }
  }
}

const negated: readonly [Code, Code, Code] = [2, 1, 0]

/** `Reaches` and `Equals` between a point and a range; an end that is NaN is open. */
function reaches(point: number, low: number, high: number): Code {
  return point >= high ? 2 : point < low ? 0 : 1
}

function reached(point: number, low: number, high: number): Code {
  return low >= point ? 2 : high < point ? 0 : 1
}

function equals(point: number, low: number, high: number): Code {
  if (point < low || point > high) return 0
  return point === low && point === high ? 2 : 1
}
