import type { Text } from './scalars.js'

/** What stands around the data of a report. */
export type ReportWord =
  | 'about'
  | 'asOf'
  | 'source'
  | 'generator'
  | 'policies'
  | 'versionFrom'
  | 'notInForce'
  | 'howCounted'
  | 'noData'
  | 'plan'

/** What every format says by itself, so that all of them say it alike. */
export const reportWords: Readonly<Record<ReportWord, Text>> = {
  about: { ru: 'О докладе', en: 'About this report' },
  asOf: { ru: 'Данные на', en: 'Data as of' },
  source: { ru: 'Источник', en: 'Source' },
  generator: { ru: 'Составлено', en: 'Made by' },
  policies: { ru: 'Применённые правила', en: 'Rules applied' },
  versionFrom: { ru: 'редакция с', en: 'wording of' },
  notInForce: { ru: 'не действует на эту дату', en: 'not in force on this date' },
  howCounted: { ru: 'Как посчитано', en: 'How it was counted' },
  noData: { ru: 'нет данных', en: 'no data' },
  plan: { ru: 'План', en: 'Plan' },
}
