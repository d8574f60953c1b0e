import type { Locale } from '@tirazh/spec'
import type { AdoptionLine } from './collect.js'

/** The wording of a passport. Numbers and dates arrive already formatted for the language. */
export interface PassportTexts {
  subtitle(code: string, date: string): string
  /** Before the number of municipalities. */
  readonly inUse: string
  /** The same where the number is only the least possible. */
  readonly inUseAtLeast: string
  countingRule(date: string): string
  readonly code: string
  readonly author: string
  readonly published: string
  readonly sphere: string
  readonly project: string
  readonly organisation: string
  readonly closed: string
  readonly tools: string
  readonly notRecorded: string
  readonly notComputed: string
  readonly effectsTitle: string
  effectsCaption(project: string): string
  readonly effectsNote: string
  /** Where the measured values, the changes, the shares, sums and findings come from. */
  readonly measuredRule: string
  readonly changeRule: string
  readonly fidelityRule: string
  readonly totalRule: string
  readonly findingsRule: string
  readonly indicator: string
  readonly unit: string
  readonly base: string
  readonly target: string
  readonly result: string
  readonly resultOn: string
  readonly change: string
  readonly factor: string
  times(count: string): string
  moreThanTimes(count: string): string
  readonly noFactor: Readonly<Record<'eliminated' | 'from-zero', string>>
  asOfAndLaw(asOf: string, lawAt: string): string
  readonly adoptionsTitle: string
  adoptionsCaption(date: string): string
  readonly municipality: string
  readonly status: string
  readonly implemented: string
  readonly confirmed: string
  readonly basis: string
  readonly fidelity: string
  readonly counted: string
  readonly standing: Readonly<Record<AdoptionLine['standing'], string>>
  sameAs(record: string): string
  readonly checksTitle: string
  /** The caption of a table of records of the practice. */
  ofPractice(what: string, code: string): string
  readonly date: string
  readonly assessors: string
  readonly blocks: string
  readonly total: string
  readonly signed: string
  readonly findings: string
  readonly defencesTitle: string
  readonly level: string
  readonly decision: string
  readonly certificatesTitle: string
  readonly issued: string
  readonly issuer: string
  readonly grounds: string
  readonly valid: string
  revoked(date: string): string
  readonly yes: string
  readonly no: string
}

export const passportTexts: Readonly<Record<Locale, PassportTexts>> = {
  ru: {
    subtitle: (code, date) => `Паспорт практики ${code} на ${date}`,
    inUse: 'Практика действует в ',
    inUseAtLeast: 'Практика действует не менее чем в ',
    countingRule: (date) =>
      `Муниципалитеты (правопреемники на ${date}) с внедрением, которое действует на этот день.`,
    code: 'Код',
    author: 'Муниципалитет-автор',
    published: 'Опубликована',
    sphere: 'Сфера',
    project: 'Исходный проект',
    organisation: 'Организация',
    closed: 'Проект закрыт',
    tools: 'Инструменты',
    notRecorded: 'не указано',
    notComputed: 'не вычисляется',
    effectsTitle: 'Что изменилось',
    effectsCaption: (project) => `Показатели исходного проекта ${project}`,
    measuredRule: 'База, цель и факт — как они записаны в карточке проекта.',
    changeRule: '(факт − база) / |база| по карточке проекта.',
    fidelityRule: 'Доля перенятых частей практики, как она записана у внедрения.',
    totalRule: 'Сумма баллов по всем блокам проверки; без одного из них не вычисляется.',
    findingsRule: 'Незакрытые замечания, как они записаны у проверки.',
    effectsNote:
      'Изменение = (факт − база) / база. Высвобожденная численность — люди, занятые в процессе, а не сокращённые ставки.',
    indicator: 'Показатель',
    unit: 'Единица измерения',
    base: 'База',
    target: 'Цель',
    result: 'Факт',
    resultOn: 'Дата факта',
    change: 'Изменение',
    factor: 'Во сколько раз лучше',
    times: (count) => `в ${count}`,
    moreThanTimes: (count) => `более чем в ${count}`,
    noFactor: { eliminated: 'устранено полностью', 'from-zero': 'в базе — ноль' },
    asOfAndLaw: (asOf, lawAt) => `Сведения на ${asOf}, правило в редакции на ${lawAt}.`,
    adoptionsTitle: 'Внедрения',
    adoptionsCaption: (date) => `Внедрения и учёт их в тиражировании на ${date}`,
    municipality: 'Муниципалитет',
    status: 'Статус',
    implemented: 'Внедрено',
    confirmed: 'Подтверждено',
    basis: 'Основание',
    fidelity: 'Соответствие ядру',
    counted: 'Учёт',
    standing: {
      counted: 'учтено',
      'counted-already': 'муниципалитет уже учтён',
      pending: 'может быть учтено',
      rejected: 'не учтено',
    },
    sameAs: (record) => `вместе с ${record}`,
    checksTitle: 'Партнёрские проверки',
    ofPractice: (what, code) => `${what} практики ${code}`,
    date: 'Дата',
    assessors: 'Проверяющие',
    blocks: 'Баллы по блокам',
    total: 'Сумма',
    signed: 'Подписано обеими сторонами',
    findings: 'Открытых замечаний',
    defencesTitle: 'Защиты',
    level: 'Уровень',
    decision: 'Решение',
    certificatesTitle: 'Сертификаты',
    issued: 'Выдан',
    issuer: 'Кем выдан',
    grounds: 'Основание',
    valid: 'Действует',
    revoked: (date) => `отозван ${date}`,
    yes: 'да',
    no: 'нет',
  },
  en: {
    subtitle: (code, date) => `Passport of practice ${code} as of ${date}`,
    inUse: 'The practice is in use in ',
    inUseAtLeast: 'The practice is in use in at least ',
    countingRule: (date) =>
      `Municipalities (legal successors on ${date}) with an adoption that is in force on that day.`,
    code: 'Code',
    author: 'Author municipality',
    published: 'Published',
    sphere: 'Sphere',
    project: 'Source project',
    organisation: 'Organisation',
    closed: 'Project closed',
    tools: 'Lean tools',
    notRecorded: 'not recorded',
    notComputed: 'cannot be computed',
    effectsTitle: 'What changed',
    effectsCaption: (project) => `Indicators of the source project ${project}`,
    measuredRule: 'Base, target and result as they are recorded on the project card.',
    changeRule: '(result − base) / |base| by the project card.',
    fidelityRule: 'The share of the practice’s parts taken over, as recorded with the adoption.',
    totalRule: 'The sum of the scores of all blocks of the check; not computed if one is missing.',
    findingsRule: 'Open findings as recorded with the check.',
    effectsNote:
      'Change = (result − base) / base. Headcount released means people involved in the process, not posts that were cut.',
    indicator: 'Indicator',
    unit: 'Unit',
    base: 'Base',
    target: 'Target',
    result: 'Result',
    resultOn: 'Measured on',
    change: 'Change',
    factor: 'How many times better',
    times: (count) => count,
    moreThanTimes: (count) => `more than ${count}`,
    noFactor: { eliminated: 'eliminated', 'from-zero': 'there was none before' },
    asOfAndLaw: (asOf, lawAt) => `Facts as of ${asOf}, the rule as in force on ${lawAt}.`,
    adoptionsTitle: 'Adoptions',
    adoptionsCaption: (date) => `Adoptions and how replication counts them on ${date}`,
    municipality: 'Municipality',
    status: 'Status',
    implemented: 'Implemented',
    confirmed: 'Confirmed',
    basis: 'Basis',
    fidelity: 'Fidelity to the core',
    counted: 'Counting',
    standing: {
      counted: 'counted',
      'counted-already': 'municipality counted already',
      pending: 'may count',
      rejected: 'not counted',
    },
    sameAs: (record) => `together with ${record}`,
    checksTitle: 'Partner checks',
    ofPractice: (what, code) => `${what} of practice ${code}`,
    date: 'Date',
    assessors: 'Assessors',
    blocks: 'Scores by block',
    total: 'Total',
    signed: 'Signed by both sides',
    findings: 'Open findings',
    defencesTitle: 'Defences',
    level: 'Level',
    decision: 'Decision',
    certificatesTitle: 'Certificates',
    issued: 'Issued',
    issuer: 'Issuer',
    grounds: 'Grounds',
    valid: 'In force',
    revoked: (date) => `revoked on ${date}`,
    yes: 'yes',
    no: 'no',
  },
}
