import { cellOf, type Day, dayOf } from './days.js'
import type { Line } from './lines.js'
import type { Random } from './random.js'

/** What all the parts of a generated register share. */
export interface World {
  random: Random
  /** The first and the last date it will be judged on. */
  first: Day
  last: Day
  /** A day between the two; now and then the day of a judgement, the day before or after one. */
  day: (from: Day, to: Day) => Day
  municipalities: Municipality[]
  /** Those merged into one, each group with the one that remains; chains reach over three. */
  kin: string[][]
  /** The code in use on a day, or, as old papers do, the old one. */
  nameOn: (code: string, day: Day) => string
  factories: Factory[]
}

export interface Municipality {
  code: string
  from?: Day
  until?: Day
  successor?: string
}

export interface Factory {
  code: string
  host: string
  opened: Day
  closed?: Day
  cluster: string[]
}

export interface TerritoryOptions {
  municipalities: number
  mergers: number
  chainedMergers: number
  dates: readonly string[]
}

export const START: Day = dayOf('2018-03-01')
/** How often a day falls on, before or after a judgement. */
const EDGE = 0.15
/** How often a paper keeps the code of a municipality that is no more. */
const OLD_NAME = 0.1

export function worldOf(random: Random, options: TerritoryOptions): World {
  const judged = options.dates.map(dayOf)
  const first = Math.min(...judged)
  const last = Math.max(...judged)
  const edges = judged.flatMap((day) => [day - 1, day, day + 1])
  const day = (from: Day, to: Day): Day => {
    const near = edges.filter((edge) => edge >= from && edge <= to)
    return near.length > 0 && random.chance(EDGE) ? random.pick(near) : random.whole(from, Math.max(from, to))
  }
  const mergeDay = (): Day => (random.chance(0.4) ? random.pick(edges) : day(START + 700, last + 200))
  const { municipalities, kin } = merged(random, mergeDay, options)
  const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]))
  const nameOn = (code: string, on: Day): string => {
    const { until, successor } = byCode.get(code) ?? {}
    if (until === undefined || successor === undefined || until > on || random.chance(OLD_NAME)) return code
    return nameOn(successor, on)
  }
  const world = { random, first, last, day, municipalities, kin, nameOn }
  return { ...world, factories: factoriesOf(world) }
}

/** Of the mergers the first two, when there are two, form a municipality that was not there before. */
function merged(
  random: Random,
  mergeDay: () => Day,
  options: TerritoryOptions,
): Pick<World, 'municipalities' | 'kin'> {
  const { municipalities: count, mergers, chainedMergers } = options
  if (count < 3 * chainedMergers + 2 * mergers + 2) {
    throw new TypeError('Ask for more municipalities or for fewer mergers')
  }
  const all: Municipality[] = Array.from({ length: count }, (_, i) => ({ code: `${22501 + i}000` }))
  const unused = random.shuffle(all)
  const next = (): Municipality => {
    const municipality = unused.pop()
    if (!municipality) throw new RangeError('No municipality is left')
    return municipality
  }
  const kin: string[][] = []
  const merge = (into: Municipality, days: Day[], sources: Municipality[]): void => {
    kin.push([...sources, into].map(({ code }) => code))
    sources.forEach((source, i) => {
      const until = days[i] ?? days[0]
      const heir = days.length > 1 ? (sources[i + 1] ?? into) : into
      if (until !== undefined) Object.assign(source, { until, successor: heir.code })
    })
  }
  for (let i = 0; i < chainedMergers; i++) {
    const [one, other] = [mergeDay(), mergeDay()]
    const earlier = Math.min(one, other)
    merge(next(), [earlier, Math.max(one, other, earlier + 1)], [next(), next()])
  }
  const formed = mergers >= 2 ? 2 : 0
  if (formed > 0) {
    const day = mergeDay()
    merge(Object.assign(next(), { from: day }), [day], [next(), next()])
  }
  for (let i = formed; i < mergers; i++) merge(next(), [mergeDay()], [next()])
  return { municipalities: all, kin }
}

/** Clusters of three; some municipality may be left out and another be in two. */
function factoriesOf({ random, day, last, municipalities }: Omit<World, 'factories'>): Factory[] {
  const hosted = random.shuffle(municipalities.filter(({ from }) => from === undefined))
  if (hosted.length > 6 && random.chance(0.4)) hosted.length -= 1
  const clusters: string[][] = []
  while (hosted.length > 0) clusters.push(hosted.splice(0, 3).map((municipality) => municipality.code))
  return clusters.map((cluster, i) => {
    const opened = random.chance(0.9) ? day(START, dayOf('2023-12-31')) : day(START, last + 60)
    const other = random.chance(0.04) ? random.pick(clusters.flat()) : undefined
    return {
      code: `F${String(i + 1).padStart(2, '0')}`,
      host: cluster[0] ?? '',
      opened,
      ...(random.chance(0.12) ? { closed: day(opened + 1, Math.max(opened + 1, last + 60)) } : {}),
      cluster: other === undefined || cluster.includes(other) ? cluster : [...cluster, other],
    }
  })
}

export function municipalityLines({ random, municipalities }: World): Line[] {
  return municipalities.map(({ code, from, until, successor }, i) => ({
    ОКТМО: code,
    Название: `Округ № ${i + 1}`,
    Вид: random.weighted({ 'муниципальный округ': 8, 'городской округ': 1, 'муниципальный район': 1 }),
    Население: random.chance(0.4) ? String(random.whole(8_000, 250_000)) : '',
    'Действует с': cellOf(from),
    'Действует по': cellOf(until),
    Правопреемник: successor ?? '',
  }))
}

export function factoryLines({ factories }: World): Line[] {
  return factories.map(({ code, host, opened, closed, cluster }) => ({
    Код: code,
    Площадка: `Фабрика № ${Number(code.slice(1))}`,
    Муниципалитет: host,
    Открыта: cellOf(opened),
    Закрыта: cellOf(closed),
    Куст: cluster.join(', '),
  }))
}
