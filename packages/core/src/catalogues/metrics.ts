import type { Noun } from '@tirazh/spec'
import type { Catalogue, CatalogueEntry } from './catalogue.js'

/** Something that an improvement changes and that can be measured. */
export interface Metric extends CatalogueEntry {
  /** Which way is better. */
  readonly better: 'lower' | 'higher'
  /** The units it may be measured in. */
  readonly units: readonly UnitId[]
}

export type MetricId =
  | 'lead-time'
  | 'value-added-time'
  | 'process-efficiency'
  | 'work-in-progress'
  | 'output'
  | 'labour-input'
  | 'headcount'
  | 'complaints'
  | 'defects'
  | 'steps'
  | 'documents'
  | 'approvals'
  | 'visits'
  | 'distance'
  | 'cost'
  | 'satisfaction'

export type UnitId =
  | 'minute'
  | 'hour'
  | 'day'
  | 'person-minute'
  | 'person-hour'
  | 'person'
  | 'full-time-equivalent'
  | 'per-year'
  | 'piece'
  | 'piece-per-person-hour'
  | 'percent'
  | 'metre'
  | 'rouble'
  | 'score'

/** The first three families are the trio every Rosatom-style project card must have. */
export const metrics: Catalogue<MetricId, Metric> = {
  'lead-time': {
    ru: 'Время протекания процесса',
    en: 'Process lead time',
    aliases: ['ВПП'],
    better: 'lower',
    units: ['minute', 'hour', 'day'],
  },
  'value-added-time': {
    ru: 'Время создания ценности',
    en: 'Value-added time',
    aliases: ['ВСЦ'],
    better: 'lower',
    units: ['minute', 'hour', 'day'],
  },
  'process-efficiency': {
    ru: 'Коэффициент эффективности потока',
    en: 'Process cycle efficiency',
    better: 'higher',
    units: ['percent'],
  },
  'work-in-progress': {
    ru: 'Незавершённое производство',
    en: 'Work in progress',
    aliases: ['НЗП', 'Запасы', 'Очередь'],
    better: 'lower',
    units: ['piece'],
  },
  output: { ru: 'Выработка', en: 'Output per worker', better: 'higher', units: ['piece-per-person-hour'] },
  'labour-input': {
    ru: 'Трудоёмкость',
    en: 'Labour input',
    better: 'lower',
    units: ['person-minute', 'person-hour'],
  },
  headcount: {
    ru: 'Численность',
    en: 'Headcount involved',
    better: 'lower',
    units: ['person', 'full-time-equivalent'],
  },
  complaints: {
    ru: 'Жалобы',
    en: 'Complaints',
    better: 'lower',
    units: ['per-year'],
  },
  defects: {
    ru: 'Доля возвратов',
    en: 'Rework share',
    aliases: ['Ошибки'],
    better: 'lower',
    units: ['percent'],
  },
  steps: { ru: 'Операции', en: 'Steps', better: 'lower', units: ['piece'] },
  documents: { ru: 'Документы', en: 'Documents', better: 'lower', units: ['piece'] },
  approvals: { ru: 'Согласования', en: 'Approvals', better: 'lower', units: ['piece'] },
  visits: { ru: 'Визиты заявителя', en: 'Visits', better: 'lower', units: ['piece'] },
  distance: { ru: 'Перемещения', en: 'Motion', better: 'lower', units: ['metre'] },
  cost: { ru: 'Затраты', en: 'Cost', better: 'lower', units: ['rouble'] },
  satisfaction: {
    ru: 'Удовлетворённость',
    en: 'Satisfaction',
    better: 'higher',
    units: ['percent', 'score'],
  },
}

export const units: Catalogue<UnitId> = {
  minute: { ru: 'мин', en: 'min', aliases: ['мин.', 'минут'] },
  hour: { ru: 'ч', en: 'h', aliases: ['час', 'ч.', 'часов'] },
  day: { ru: 'дн.', en: 'days', aliases: ['дн', 'день', 'дней', 'сут.'] },
  'person-minute': { ru: 'чел.-мин', en: 'person-min', aliases: ['чел-мин', 'чел.-мин.'] },
  'person-hour': { ru: 'чел.-ч', en: 'person-h', aliases: ['чел-ч', 'чел.-час', 'чел.-ч.'] },
  person: { ru: 'чел.', en: 'people', aliases: ['чел', 'человек'] },
  'full-time-equivalent': { ru: 'шт. ед.', en: 'FTE', aliases: ['ставка', 'ставок'] },
  'per-year': { ru: 'ед./год', en: 'per year', aliases: ['ед/год', 'в год'] },
  piece: { ru: 'шт.', en: 'pieces', aliases: ['шт', 'ед.', 'ед'] },
  'piece-per-person-hour': { ru: 'шт./чел.-ч', en: 'pieces per person-hour' },
  percent: { ru: '%', en: '%' },
  metre: { ru: 'м', en: 'm' },
  rouble: { ru: '₽', en: '₽', aliases: ['руб.', 'руб', 'рублей'] },
  score: { ru: 'балл', en: 'points', aliases: ['баллов'] },
}

/** «1 показатель, 2 показателя, 5 показателей». */
export const indicatorNoun: Noun = {
  ru: { one: 'показатель', few: 'показателя', many: 'показателей' },
  en: { one: 'indicator', other: 'indicators' },
}
