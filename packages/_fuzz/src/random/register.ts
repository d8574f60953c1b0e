import type { Facts, Fields, SubjectModel } from '@tirazh/rules'
import type { SuccessionStep } from '@tirazh/spec'
import type { Days } from './days.js'
import type { Random } from './random.js'
import { randomContent } from './values.js'
import { codes, oddWords } from './words.js'

/** Subjects with related records, complete and incomplete. */
export function randomRegister(
  count: number,
  model: SubjectModel,
  random: Random,
  days: Days,
): readonly Facts[] {
  return Array.from({ length: count }, (_, index): Facts => {
    const id = index === 0 && random.chance(0.3) ? random.pick(oddWords) : `s${index}`
    const relations = Object.entries(model.relations).flatMap(([relation, { fields }]) => {
      const rows = randomRows(`${id}-${relation}`, fields, random, days)
      return rows === undefined ? [] : [[relation, rows]]
    })
    return { ...contents(model.fields, random, days), ...Object.fromEntries(relations), id }
  })
}

function randomRows(prefix: string, fields: Fields, random: Random, days: Days): unknown {
  const rows = (least: number, most: number): unknown =>
    random.list(least, most, (index): unknown => {
      if (random.chance(0.002)) return random.pick([null, 'row', 5, []])
      return {
        ...contents(fields, random, days),
        ...known(random, days),
        // Several records may be made from one, as the tools of one project are.
        id: `${prefix}-${random.chance(0.95) ? index : 0}`,
      }
    })
  return random.oneOf<unknown>(
    [70, () => rows(1, 6)],
    [10, () => rows(0, 0)],
    [6, () => rows(10, 25)],
    [12, () => undefined],
    [2, () => random.pick([null, 'rows', {}, 0])],
  )
}

function contents(fields: Fields, random: Random, days: Days): Record<string, unknown> {
  const found = Object.entries(fields).flatMap(([name, field]) => {
    const content = randomContent(field, random, days)
    return content === undefined && random.chance(0.8) ? [] : [[name, content]]
  })
  return Object.fromEntries(found)
}

function known(random: Random, days: Days): object {
  return {
    ...(random.chance(0.3) ? { recordedAt: days.instant() } : {}),
    ...(random.chance(0.25) ? { supersededAt: days.instant() } : {}),
    ...(random.chance(0.005) ? { [random.pick(['recordedAt', 'supersededAt'])]: null } : {}),
  }
}

/** Codes that stand for others from some day on: chains, several into one, circles. */
export function randomSuccession(random: Random, days: Days): readonly SuccessionStep[] {
  const step = (from: string, to: string): SuccessionStep => ({
    from,
    fromName: from,
    to,
    toName: to,
    on: days.day(),
  })
  if (random.chance(0.2)) {
    const circle = codes.slice(0, random.int(2, 3))
    return circle.map((code, place) => step(code, circle[(place + 1) % circle.length] ?? code))
  }
  const from = codes.filter(() => random.chance(0.5))
  return from.map((code) =>
    step(code, random.pick([...codes, 'successor', ''].filter((each) => each !== code))),
  )
}
