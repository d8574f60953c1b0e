import { cellOf, type Day } from './days.js'
import { code, type Line } from './lines.js'
import type { Random } from './random.js'
import { START, type World } from './world.js'

export interface Project {
  code: string
  municipality: string
  process: string
  sphere: string
  opened: Day
  /** Absent while unfinished. */
  closed?: Day
}

export interface ProjectTables {
  projects: Project[]
  projectLines: Line[]
  indicatorLines: Line[]
}

const PROCESSES = [
  'Выдача архивной справки',
  'Согласование закупки',
  'Приём обращений граждан',
  'Постановка на жилищный учёт',
  'Организация школьного питания',
  'Предоставление земельного участка',
  'Подготовка муниципального правового акта',
]
const SPHERES = ['Архив', 'Закупки', 'Кадры', 'Образование', 'Культура', 'Муниципальные услуги']
const RESULTS = ['улучшен', 'ускорен', 'упрощён']
const TOOLS = [
  '5С',
  'Визуализация',
  'Канбан',
  'Хронометраж',
  'Диаграмма спагетти',
  'Быстрая переналадка',
  'Автономное обслуживание',
  'Производственный анализ',
  'Стандартизированная работа',
  'Защита от непреднамеренных ошибок',
  'Картирование потока создания ценности',
]
const METRICS = [
  { name: 'Время протекания процесса', unit: 'мин', most: 20_000, share: 1 },
  { name: 'Трудоёмкость', unit: 'чел.-мин', most: 180, share: 0.6 },
  { name: 'Численность', unit: 'чел.', most: 30, share: 0.26 },
  { name: 'Жалобы', unit: 'ед./год', most: 100, share: 0.15 },
]
/** How often an indicator turns out so. */
const OUTCOMES = {
  improved: 58,
  slightly: 10,
  exactlyTenPercent: 6,
  justUnderTenPercent: 4,
  unchanged: 3,
  worsened: 7,
  eliminated: 3,
  baseZero: 4,
  baseMissing: 3,
  resultMissing: 3,
}

export function projectTables(world: World, count: number): ProjectTables {
  const drafts = Array.from({ length: count }, (_, i) => projectOf(world, i + 1))
  return {
    projects: drafts.map(({ project }) => project),
    projectLines: drafts.map(({ line }) => line),
    indicatorLines: drafts.flatMap(({ project }) => indicatorsOf(world, project)),
  }
}

function projectOf(world: World, number: number): { project: Project; line: Line } {
  const { random, day, last, municipalities, nameOn, factories } = world
  const opened = day(START, last - 60)
  const diagnosed = opened + random.whole(0, 50)
  const implemented = diagnosed + random.whole(0, 80)
  const closed = random.chance(0.96) ? day(implemented, implemented + 120) : undefined
  const home = random.pick(municipalities.filter(({ from }) => from === undefined)).code
  const municipality = nameOn(home, opened)
  const process = random.pick(PROCESSES)
  const sphere = random.pick(SPHERES)
  const factory = factories.find(({ cluster }) => cluster.includes(home)) ?? random.pick(factories)
  const project = { code: code('П-', number, 5), municipality, process, sphere, opened }
  return {
    project: closed === undefined ? project : { ...project, closed },
    line: {
      Код: project.code,
      Наименование: `Оптимизация процесса «${process}» № ${number}`,
      Муниципалитет: municipality,
      Организация: `Администрация (${municipality})`,
      Процесс: `${process} / ${municipality}`,
      Фабрика: factory.code,
      Результат: closed === undefined ? '' : random.pick(RESULTS),
      Открытие: cellOf(opened),
      Диагностика: cellOf(diagnosed),
      Внедрение: cellOf(implemented),
      Закрытие: cellOf(closed),
      Инструменты: random
        .sample(TOOLS, random.chance(0.85) ? random.whole(3, 6) : random.whole(1, 2))
        .join(', '),
      Сфера: sphere,
    },
  }
}

function indicatorsOf({ random, day, last }: World, { code, opened, closed }: Project): Line[] {
  if (random.chance(0.02)) return []
  return METRICS.filter(({ share }) => random.chance(share)).map(({ name, unit, most }) => {
    const { step, base, result } = measuredOf(random, most)
    const late = random.chance(0.15)
    const measured =
      closed !== undefined
        ? day(closed, late ? closed + 400 : closed)
        : random.chance(0.2)
          ? day(opened, Math.max(opened, last + 60))
          : undefined
    const fact = measured === undefined ? undefined : result
    const target = base === undefined ? step : Math.floor((base * 0.7) / step) * step
    return {
      Проект: code,
      Показатель: name,
      Единица: unit,
      База: decimal(base),
      Цель: decimal(target),
      Идеал: decimal(Math.floor(target / 2 / step) * step),
      Факт: decimal(fact),
      'Дата базы': cellOf(opened),
      'Дата факта': fact === undefined && random.chance(0.5) ? '' : cellOf(measured),
      'Объём в год': name === 'Трудоёмкость' && !random.chance(0.04) ? String(random.whole(40, 1_500)) : '',
      'Способ расчёта': 'хронометраж',
      'Источник данных': 'журнал обращений',
      Выборка: random.pick(['12', '20', '30', '50']),
    }
  })
}

interface Measured {
  /** Hundredths, as the two below. */
  step: number
  base: number | undefined
  result: number | undefined
}

/** Whole numbers mostly, else in tenths or hundredths and then around one, such as 0,3 and 0,27. */
function measuredOf(random: Random, most: number): Measured {
  const step = random.chance(0.85) ? 100 : random.pick([10, 1])
  const steps = step === 100 ? random.whole(2, most) : random.whole(2, 300)
  const tens = Math.ceil(steps / 10) * 10
  const nineTenths = (tens / 10) * 9
  const of = (base: number | undefined, result: number | undefined): Measured => ({
    step,
    base: base === undefined ? undefined : base * step,
    result: result === undefined ? undefined : result * step,
  })
  const improved = random.whole(Math.floor(steps / 20), Math.floor(steps * 0.85))
  switch (random.weighted(OUTCOMES)) {
    case 'improved':
      return of(steps, improved)
    case 'slightly':
      return of(tens, random.whole(nineTenths, tens))
    case 'exactlyTenPercent':
      return of(tens, nineTenths)
    case 'justUnderTenPercent':
      return of(tens, nineTenths + 1)
    case 'unchanged':
      return of(steps, steps)
    case 'worsened':
      return of(steps, steps + random.whole(1, Math.max(1, Math.floor(steps / 4))))
    case 'eliminated':
      return of(steps, 0)
    case 'baseZero':
      return of(0, random.chance(0.5) ? 0 : random.whole(1, 5))
    case 'baseMissing':
      return of(undefined, improved)
    case 'resultMissing':
      return of(steps, undefined)
  }
}

/** `0,27` of 27 hundredths. */
function decimal(hundredths: number | undefined): string {
  return hundredths === undefined ? '' : String(hundredths / 100).replace('.', ',')
}
