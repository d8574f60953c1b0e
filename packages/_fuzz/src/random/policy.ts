import type { SubjectModel } from '@tirazh/rules'
import type { InForce, Param, Policy, PolicyVersion, Scalar } from '@tirazh/spec'
import type { Context, Params } from './context.js'
import type { Days } from './days.js'
import { text } from './model.js'
import { randomPredicate } from './predicate.js'
import type { Random } from './random.js'
import { randomValue, type Type } from './values.js'

/** A few policies, of which the later may use the earlier. */
export function randomPolicies(
  count: number,
  model: SubjectModel,
  random: Random,
  days: Days,
): Readonly<Record<string, Policy>> {
  const policies: Record<string, Policy> = {}
  for (let index = 0; index < count; index += 1) {
    const id = `p${index}`
    policies[id] = randomPolicy(id, Object.keys(policies), model, random, days)
  }
  return policies
}

function randomPolicy(
  id: string,
  usable: readonly string[],
  model: SubjectModel,
  random: Random,
  days: Days,
): Policy {
  const params: Record<string, Param> = {}
  const context: Context = {
    random,
    days,
    model,
    params: randomParams(params, random, days),
    usable,
    aggregates: true,
    asOf: true,
  }
  const versions = stretches(random.pick([1, 1, 2, 3]), random, days, 0.2).map((stretch): PolicyVersion => {
    const names = { next: 0 }
    const applies = random.chance(0.35) ? { applies: withIds(randomPredicate(context, 1), names) } : {}
    return { ...stretch, ...applies, rule: withIds(randomPredicate(context, random.int(1, 3)), names) }
  })
  return { schema: 'policy/1', id, title: text, subject: model.kind, params, versions }
}

function randomParams(made: Record<string, Param>, random: Random, days: Days): Params {
  const byType = new Map<Type | 'whole', { name: string; values: Scalar[] }[]>()
  return {
    name(type) {
      const known = byType.get(type) ?? []
      byType.set(type, known)
      if (known.length > 0 && random.chance(0.5)) return random.pick(known)
      const name = `${type}-${known.length}`
      // In force from before any wording: a rule whose parameter is not in force is refused.
      const [first, ...rest] = stretches(random.int(1, 4), random, days, 0)
      const dated = [{ ...first, from: '1000-01-01' as const }, ...rest].map((stretch) => ({
        ...stretch,
        value: type === 'whole' ? random.int(-2, 13) : randomValue(type, random, days),
      }))
      made[name] = {
        title: text,
        origin: text,
        values: dated,
      }
      const param = { name, values: dated.map(({ value }) => value) }
      known.push(param)
      return param
    },
  }
}

/** Stretches of time in ascending order without gaps; the last at times ends for good. */
function stretches(count: number, random: Random, days: Days, ending: number): readonly InForce[] {
  const all = days.days(count + 1)
  const end = all.at(-1)
  // The first wording is often in force on all days that are asked for.
  const from = all
    .slice(0, count)
    .map((day, place) => (place === 0 && random.chance(0.7) && day > early ? early : day))
  return from.map((day, place) => {
    const next = from[place + 1]
    const until = next === undefined ? end : next
    const isSaid = random.chance(next === undefined ? ending : 0.3)
    return isSaid && until !== undefined ? { from: day, until } : { from: day }
  })
}

const early = '2000-01-01'

/** The same rule with ids that differ. */
function withIds<Node extends object>(node: Node, names: { next: number }): Node {
  return JSON.parse(JSON.stringify(node), (key, value) => {
    if (key !== 'id' || value !== 'id') return value
    names.next += 1
    return `id${names.next}`
  })
}
