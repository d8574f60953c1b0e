import type { Successions } from '../succession.js'
import { storable } from './storable.js'
import { json, type Parameter, sql, type Term } from './term.js'

/** Makes terms of what a code stands for at the end of a day; null where either is null. */
export function successors(succession: Successions): (code: Term, day: Term) => Term {
  const onDays = new Map<number, Parameter | undefined>()
  let always: Parameter | undefined

  function listOn(day: number): Parameter | undefined {
    if (!onDays.has(day)) onDays.set(day, changesOn(succession, day))
    return onDays.get(day)
  }

  return (code, day) => {
    if (day.kind === 'parameter') {
      const stretches = listOn(Number(day.value))
      return stretches === undefined ? code : { kind: 'lookup', code, stretches }
    }
    const known = sql`CASE WHEN ${day} IS NOT NULL THEN ${code} END`
    if (succession.codes.length === 0) return known
    always ??= changes(succession)
    return { kind: 'lookup', code: known, day, stretches: always }
  }
}

/** The codes that stand for something else on a day; `undefined` where there are none. */
function changesOn(succession: Successions, day: number): Parameter | undefined {
  const list = succession.codes.flatMap((from) => {
    const to = succession.at(from, day)
    return to === from ? [] : [{ code: storable(from), becomes: storable(to) }]
  })
  return list.length === 0 ? undefined : json(list)
}

function changes(succession: Successions): Parameter {
  const list = succession.codes.flatMap((from) => {
    const stretches = succession.stretches(from)
    return stretches.flatMap(({ from: since, to }, index) => {
      const until = stretches[index + 1]?.from ?? never
      return to === from ? [] : [{ code: storable(from), becomes: storable(to), since, until }]
    })
  })
  return json(list)
}

/** A day after all days of the calendar. */
const never = 1_000_000_000
