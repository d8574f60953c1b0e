import type { Noun } from '@tirazh/spec'
import type { RecordKind } from './types.js'

/** What each kind of record is called. */
export const recordNouns: Readonly<Record<RecordKind, Noun>> = {
  municipality: {
    ru: { one: 'муниципалитет', few: 'муниципалитета', many: 'муниципалитетов' },
    en: { one: 'municipality', other: 'municipalities' },
  },
  factory: {
    ru: { one: 'площадка', few: 'площадки', many: 'площадок' },
    en: { one: 'training site', other: 'training sites' },
  },
  project: {
    ru: { one: 'проект', few: 'проекта', many: 'проектов' },
    en: { one: 'project', other: 'projects' },
  },
  practice: {
    ru: { one: 'практика', few: 'практики', many: 'практик' },
    en: { one: 'practice', other: 'practices' },
  },
  adoption: {
    ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
    en: { one: 'adoption', other: 'adoptions' },
  },
  check: {
    ru: { one: 'партнёрская проверка', few: 'партнёрские проверки', many: 'партнёрских проверок' },
    en: { one: 'partner check', other: 'partner checks' },
  },
  defence: {
    ru: { one: 'защита', few: 'защиты', many: 'защит' },
    en: { one: 'defence', other: 'defences' },
  },
  certificate: {
    ru: { one: 'сертификат', few: 'сертификата', many: 'сертификатов' },
    en: { one: 'certificate', other: 'certificates' },
  },
}
