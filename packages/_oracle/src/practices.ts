import { cellOf, type Day, dayOf } from './days.js'
import { code, type Line } from './lines.js'
import type { Project } from './projects.js'
import { START, type World } from './world.js'

export interface Practice {
  code: string
  author: string
  /** Absent when it is not known. */
  published?: Day
  /** Ripe ones have spread, and been checked, before the first judgement. */
  ripe: boolean
}

export interface PracticeTables {
  practices: Practice[]
  practiceLines: Line[]
  adoptionLines: Line[]
}

/** How often an adoption is of the kind. */
const ADOPTIONS = {
  active: 86,
  ended: 3,
  begun: 2,
  begunAndEnded: 0.4,
  begunWithoutDate: 1.5,
  withoutDate: 1.2,
  endedWithoutDate: 0.6,
  planned: 3.5,
  refused: 3,
  refusedAfterwards: 0.5,
}

/** Of each practice about `adoptions` records, and one practice of a project at most. */
export function practiceTables(
  world: World,
  projects: readonly Project[],
  count: number,
  adoptions: number,
): PracticeTables {
  const { random } = world
  if (count > projects.length) throw new TypeError('Ask for at least as many projects as practices')
  const drafts = random.sample(projects, count).map((source, i) => practiceOf(world, source, i + 1))
  const adoptionLines = drafts.flatMap(({ practice }) => adoptionsOf(world, practice, adoptions))
  return {
    practices: drafts.map(({ practice }) => practice),
    practiceLines: drafts.map(({ line }) => line),
    adoptionLines: adoptionLines.map((line, i) => ({
      ...line,
      Код: code('Т-', i + 1, 6),
      Основание: `Распоряжение № ${i + 1}`,
    })),
  }
}

function practiceOf(world: World, source: Project, number: number): { practice: Practice; line: Line } {
  const { random, day, first, last } = world
  const published = random.chance(0.02)
    ? undefined
    : random.chance(0.9)
      ? day(START + 300, Math.max(START + 300, first - 200))
      : day(first - 30, last + 60)
  const practice = {
    code: code('ПР-', number, 4),
    author: source.municipality,
    ripe: random.chance(0.6),
  }
  return {
    practice: published === undefined ? practice : { ...practice, published },
    line: {
      Код: practice.code,
      Название: `Практика «${source.process}» № ${Number(source.code.slice(2))}`,
      'Исходный проект': source.code,
      'Муниципалитет-автор': practice.author,
      Опубликована: cellOf(published),
      Сфера: source.sphere,
    },
  }
}

function adoptionsOf(world: World, practice: Practice, average: number): Line[] {
  const { random, municipalities, kin } = world
  const { published } = practice
  if (published === undefined) return []
  const around = Math.min(5, Math.ceil(average / 3))
  const count = random.whole(average - around, average + around)
  const there = municipalities
    .filter(({ from }) => from === undefined)
    .map((municipality) => municipality.code)
  const favoured = kin.length > 0 && random.chance(0.3) ? random.pick(kin) : []
  const others = random.shuffle(there.filter((code) => !favoured.includes(code)))
  const adopters = [...favoured.filter((code) => there.includes(code)), ...others].slice(
    0,
    Math.max(0, count),
  )
  const again = adopters.filter(() => random.chance(0.03))
  return [...adopters, ...again].map((adopter) => adoptionOf(world, { ...practice, published }, adopter))
}

function adoptionOf(world: World, practice: Practice & { published: Day }, adopter: string): Line {
  const { random, day, first, last, nameOn } = world
  const earliest = Math.max(dayOf('2018-09-01'), practice.published - 60)
  const latest = Math.max(practice.ripe ? first : last + 100, earliest + 200)
  const implemented = day(earliest, latest)
  const started = implemented - random.whole(0, 150)
  const planned = started - random.whole(0, 60)
  const ended = day(implemented + 1, implemented + 900)
  const confirmed = random.chance(0.45) ? implemented + random.whole(0, 200) : undefined
  const line = (
    status: string,
    dates: { implemented?: Day; confirmed?: Day | undefined; ended?: Day },
  ): Line => ({
    Практика: practice.code,
    Муниципалитет: nameOn(adopter, planned),
    Статус: status,
    Запланировано: cellOf(planned),
    Начато: status === 'запланировано' && random.chance(0.5) ? '' : cellOf(started),
    Внедрено: cellOf(dates.implemented),
    Подтверждено: cellOf(dates.confirmed),
    Прекращено: cellOf(dates.ended),
    'Соответствие ядру, %': String(random.whole(70, 100)),
  })
  switch (random.weighted(ADOPTIONS)) {
    case 'active':
      return line('внедрено', { implemented, confirmed })
    case 'ended':
      return line('внедрено', {
        implemented,
        confirmed: confirmed === undefined ? undefined : Math.min(confirmed, ended),
        ended,
      })
    case 'begun':
      return line('внедряется', { implemented })
    case 'begunAndEnded':
      return line('внедряется', { implemented, ended })
    case 'begunWithoutDate':
      return line('внедряется', {})
    case 'withoutDate':
      return line('внедрено', {})
    case 'endedWithoutDate':
      return line('внедрено', { ended })
    case 'planned':
      return line('запланировано', {})
    case 'refused':
      return line('отказ', {})
    case 'refusedAfterwards':
      return line('отказ', { implemented })
  }
}
