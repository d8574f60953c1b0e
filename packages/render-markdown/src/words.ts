import type { Noun, Text } from '@tirazh/spec'

export type Word =
  | 'about'
  | 'asOf'
  | 'source'
  | 'generator'
  | 'policies'
  | 'versionFrom'
  | 'notInForce'
  | 'howCounted'
  | 'indicator'
  | 'value'
  | 'note'
  | 'kind'
  | 'more'
  | 'noData'
  | 'plan'

/** What the document says by itself. */
export const words: Readonly<Record<Word, Text>> = {
  about: { ru: 'О докладе', en: 'About this report' },
  asOf: { ru: 'Данные на', en: 'Data as of' },
  source: { ru: 'Источник', en: 'Source' },
  generator: { ru: 'Составлено', en: 'Made by' },
  policies: { ru: 'Применённые правила', en: 'Rules applied' },
  versionFrom: { ru: 'редакция с', en: 'wording of' },
  notInForce: { ru: 'не действует на эту дату', en: 'not in force on this date' },
  howCounted: { ru: 'Как посчитано', en: 'How it was counted' },
  indicator: { ru: 'Показатель', en: 'Indicator' },
  value: { ru: 'Значение', en: 'Value' },
  note: { ru: 'Пояснение', en: 'Note' },
  kind: { ru: 'вида', en: 'of kind' },
  more: { ru: 'и ещё', en: 'and' },
  noData: { ru: 'нет данных', en: 'no data' },
  plan: { ru: 'План', en: 'Plan' },
}

/** Follows “and 3” in English, where Russian says «и ещё 3». */
export const moreAfter: Text = { ru: '', en: ' more' }

export const records: Noun = {
  ru: { one: 'запись', few: 'записи', many: 'записей' },
  en: { one: 'record', other: 'records' },
}
