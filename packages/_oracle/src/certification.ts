import { cellOf, type Day } from './days.js'
import { code, type Line } from './lines.js'
import type { Practice } from './practices.js'
import type { World } from './world.js'

export interface CertificationTables {
  checkLines: Line[]
  defenceLines: Line[]
  certificateLines: Line[]
}

interface Checked {
  code: string
  day: Day
}

const REGIONAL = 'региональный'
const FEDERAL = 'федеральный'
const PASSED = 'защищён'

/** What may be wrong with a check; a check of `nothing` is accepted. */
const FLAWS = {
  nothing: 64,
  scoreMissing: 8,
  scoreLow: 6,
  scoreMissingAndLow: 2,
  oneAssessor: 4,
  kinAssessors: 5,
  authorAssesses: 3,
  unsigned: 4,
  findings: 4,
}

export function certificationTables(world: World, practices: readonly Practice[]): CertificationTables {
  const tables: CertificationTables = { checkLines: [], defenceLines: [], certificateLines: [] }
  for (const practice of practices) {
    if (world.random.chance(practice.ripe ? 0.7 : 0.4)) certify(world, practice, tables)
  }
  return tables
}

/** One way of a practice from its checks to its certificates. */
function certify(world: World, practice: Practice, tables: CertificationTables): void {
  const { random, day, last } = world
  const checks: Checked[] = []
  for (let i = Number(random.weighted({ '1': 7, '2': 2, '3': 1 })); i > 0; i--) {
    const check = { code: code('ПП-', tables.checkLines.length + 1, 4), day: checkDay(world, practice) }
    tables.checkLines.push(checkLine(world, practice, check))
    checks.push(check)
  }
  const defend = (level: string, on: Day, decision: string): Checked => {
    const number = code('З-', tables.defenceLines.length + 1, 4) + (level === FEDERAL ? 'Ф' : '')
    tables.defenceLines.push({
      Код: number,
      Практика: practice.code,
      Уровень: level,
      Дата: cellOf(on),
      Решение: decision,
    })
    return { code: number, day: on }
  }
  const issue = (level: string, check: Checked, defence: Checked): Day => {
    const issued = day(defence.day, defence.day + 40)
    tables.certificateLines.push({
      Номер: code(level === REGIONAL ? 'Р-' : 'Ф-', tables.certificateLines.length + 1, 4),
      Практика: practice.code,
      Уровень: level,
      Выдан: cellOf(issued),
      Кем: level === REGIONAL ? 'КУПНО' : 'Федеральный центр компетенций',
      Проверка: check.code,
      Защита: defence.code,
      Отозван: random.chance(0.1) ? cellOf(day(issued, Math.max(issued, last + 60))) : '',
    })
    return issued
  }
  for (const check of checks.filter(() => random.chance(0.9))) {
    if (random.chance(0.15)) defend(REGIONAL, check.day + random.whole(0, 60), 'не защищён')
    if (random.chance(0.05)) continue
    const defence = defend(REGIONAL, defenceDay(world, check.day), PASSED)
    if (!random.chance(0.8)) continue
    const issued = issue(REGIONAL, check, defence)
    if (!random.chance(0.7)) continue
    const passed = random.chance(0.8)
    const final = defend(FEDERAL, day(issued, issued + 150), passed ? PASSED : 'не защищён')
    if (passed && random.chance(0.6)) issue(FEDERAL, check, final)
  }
}

/** Around the day of a merger when the author is part of one. */
function checkDay({ random, day, first, last, kin, municipalities }: World, practice: Practice): Day {
  const mergers = municipalities.flatMap(({ code, until }) => {
    const concerned = kin.some((group) => group.includes(code) && group.includes(practice.author))
    return concerned && until !== undefined ? [until] : []
  })
  if (mergers.length > 0 && random.chance(0.7)) return random.pick(mergers) + random.whole(-2, 2)
  const from = practice.published ?? first - 400
  return day(from, Math.max(from + 30, practice.ripe ? first - 100 : last + 60))
}

/** On the day of the check, before it, or, mostly, after it. */
function defenceDay({ random, day }: World, check: Day): Day {
  if (random.chance(0.1)) return check
  return random.chance(0.1) ? day(check - 60, check - 1) : day(check + 1, check + 120)
}

function checkLine(world: World, practice: Practice, { code: number, day }: Checked): Line {
  const { random, kin, municipalities, nameOn } = world
  const flaw = random.weighted(FLAWS)
  const { author } = practice
  const relatives = kin.find((group) => group.includes(author))?.filter((code) => code !== author) ?? []
  const strangers = random.shuffle(
    municipalities
      .filter(({ code, from }) => from === undefined && code !== author && !relatives.includes(code))
      .map((municipality) => municipality.code),
  )
  const related = relatives.length > 0 && random.chance(0.5) ? [random.pick(relatives)] : []
  const foreign = kin.filter((group) => !group.includes(author))
  const assessors =
    flaw === 'oneAssessor'
      ? strangers.slice(0, 1)
      : flaw === 'kinAssessors' && foreign.length > 0
        ? random.sample(random.pick(foreign), 2)
        : [...(flaw === 'authorAssesses' ? [author] : related), ...strangers.slice(0, random.whole(2, 3))]
  const scores = Array.from({ length: 5 }, () => String(random.whole(16, 20)))
  const low = String(random.whole(12, 15))
  if (flaw === 'scoreLow') scores[random.whole(0, 4)] = low
  if (flaw === 'scoreMissing') scores[random.whole(0, 4)] = ''
  if (flaw === 'scoreMissingAndLow') scores.splice(random.whole(0, 3), 2, '', low)
  return {
    Код: number,
    Практика: practice.code,
    Дата: cellOf(day),
    Проверяющие: [...new Set(assessors.map((code) => nameOn(code, day)))].join(', '),
    ...Object.fromEntries(scores.map((score, i) => [`Блок ${i + 1}`, score])),
    'Подписано обеими сторонами': flaw === 'unsigned' ? 'нет' : 'да',
    'Открытых замечаний': flaw === 'findings' ? String(random.whole(1, 3)) : '0',
  }
}
