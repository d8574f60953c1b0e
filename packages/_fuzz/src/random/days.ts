import type { Instant, PlainDate } from '@tirazh/spec'
import type { Random } from './random.js'

/** The few days around which a case is built, so that those of rules, records and questions often meet. */
export interface Days {
  /** One of the days, or one beside it. */
  day(): PlainDate
  /** So many different days, ascending. */
  days(count: number): readonly PlainDate[]
  /** A moment of one of the days. */
  instant(): Instant
}

export const monthEnds: readonly PlainDate[] = [
  ...(['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-31', '2024-10-31', '2023-02-28'] as const),
  ...(['2024-01-30', '2023-01-29', '2024-05-31', '2020-02-29', '2100-01-31', '2100-02-28'] as const),
]
const special: readonly PlainDate[] = [
  ...monthEnds,
  ...(['2024-01-01', '2024-02-28', '2024-03-01', '2023-03-01', '2100-03-01', '2024-11-01'] as const),
]
const farAway: readonly PlainDate[] = ['1000-01-01', '1582-10-10', '1969-12-31', '9999-12-31']

export function days(random: Random): Days {
  // Either all over some years, or where months end.
  const anchors = random.chance(0.3)
    ? special
    : [
        ...random.list(3, 5, () => dateOf(random.int(18_000, 20_500))),
        ...random.list(2, 3, () => random.pick(special)),
      ]
  function day(): PlainDate {
    return random.oneOf(
      [60, () => random.pick(anchors)],
      [25, () => later(random.pick(anchors), random.pick([-1, 1]))],
      [10, () => later(random.pick(anchors), random.pick([-366, -365, -31, -30, 28, 29, 30, 31, 365, 366]))],
      [4, () => random.pick(special)],
      [1, () => random.pick(farAway)],
    )
  }
  return {
    day,
    days(count) {
      const found = new Set<PlainDate>()
      while (found.size < count) found.add(day())
      return [...found].sort()
    },
    instant() {
      return `${day()}T${random.pick(['00:00:00.000', '12:00:00.000', '12:00:00.000', '23:59:59.999'])}Z`
    },
  }
}

const msPerDay = 86_400_000

/** The same day so many days later; within the years 1000–9999. */
function later(date: PlainDate, by: number): PlainDate {
  return dateOf(Math.min(Math.max(new Date(date).getTime() / msPerDay + by, -354_285), 2_932_896))
}

export function dateOf(day: number): PlainDate {
  const [year = '', month = '', date = ''] = new Date(day * msPerDay).toISOString().slice(0, 10).split('-')
  return `${Number(year)}-${pad(month)}-${pad(date)}`
}

/** The type of a date wants numbers between its dashes, the text two digits. */
function pad(part: string): `${number}` {
  return part as `${number}`
}
