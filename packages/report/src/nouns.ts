import type { RecordKind } from '@tirazh/core'
import type { Noun, RecordGroup } from '@tirazh/spec'

export type NounName =
  | 'practice'
  | 'process'
  | 'adoption'
  | 'municipality'
  | 'inMunicipality'
  | 'indicator'
  | 'certificate'
  | 'site'
  | 'times'
  | 'hour'
  | 'aboutPractice'

/** Things that reports count, with their plural forms. */
export const nouns: Readonly<Record<NounName, Noun>> = {
  practice: {
    ru: { one: 'практика', few: 'практики', many: 'практик' },
    en: { one: 'practice', other: 'practices' },
  },
  process: {
    ru: { one: 'процесс', few: 'процесса', many: 'процессов' },
    en: { one: 'process', other: 'processes' },
  },
  adoption: {
    ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
    en: { one: 'adoption', other: 'adoptions' },
  },
  municipality: {
    ru: { one: 'муниципалитет', few: 'муниципалитета', many: 'муниципалитетов' },
    en: { one: 'municipality', other: 'municipalities' },
  },
  /** After «в»: «действует в 1 муниципалитете, в 18 муниципалитетах». */
  inMunicipality: {
    ru: { one: 'муниципалитете', few: 'муниципалитетах', many: 'муниципалитетах' },
    en: { one: 'municipality', other: 'municipalities' },
  },
  indicator: {
    ru: { one: 'показатель', few: 'показателя', many: 'показателей' },
    en: { one: 'indicator', other: 'indicators' },
  },
  certificate: {
    ru: { one: 'сертификат', few: 'сертификата', many: 'сертификатов' },
    en: { one: 'certificate', other: 'certificates' },
  },
  site: {
    ru: { one: 'площадка', few: 'площадки', many: 'площадок' },
    en: { one: 'training site', other: 'training sites' },
  },
  times: {
    ru: { one: 'раз', few: 'раза', many: 'раз' },
    en: { one: 'time', other: 'times' },
  },
  /** After «высвобождено»: «630 935,52 человеко-часа». */
  hour: {
    ru: { one: 'человеко-час', few: 'человеко-часа', many: 'человеко-часов' },
    en: { one: 'person-hour', other: 'person-hours' },
  },
  /** After «решить о»: «о 1 практике, о 4 практиках». */
  aboutPractice: {
    ru: { one: 'практике', few: 'практиках', many: 'практиках' },
    en: { one: 'practice', other: 'practices' },
  },
}

const recordNouns: Readonly<Record<RecordKind, Noun>> = {
  municipality: nouns.municipality,
  factory: nouns.site,
  project: {
    ru: { one: 'проект', few: 'проекта', many: 'проектов' },
    en: { one: 'project', other: 'projects' },
  },
  practice: nouns.practice,
  adoption: nouns.adoption,
  check: {
    ru: { one: 'проверка', few: 'проверки', many: 'проверок' },
    en: { one: 'check', other: 'checks' },
  },
  defence: {
    ru: { one: 'защита', few: 'защиты', many: 'защит' },
    en: { one: 'defence', other: 'defences' },
  },
  certificate: nouns.certificate,
}

/** The records behind a figure, each once. */
export function recordGroup(kind: RecordKind, ids: Iterable<string>): RecordGroup {
  return { kind, noun: recordNouns[kind], ids: [...new Set(ids)] }
}
