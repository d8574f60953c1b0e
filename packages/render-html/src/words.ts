import type { Noun, Text } from '@tirazh/spec'

export type Word =
  | 'skip'
  | 'about'
  | 'asOf'
  | 'source'
  | 'generator'
  | 'policies'
  | 'versionFrom'
  | 'notInForce'
  | 'dataTable'
  | 'howCounted'
  | 'kind'
  | 'more'
  | 'noData'

/** What the page says by itself. */
export const words: Readonly<Record<Word, Text>> = {
  skip: { ru: 'Перейти к содержанию', en: 'Skip to the content' },
  about: { ru: 'О докладе', en: 'About this report' },
  asOf: { ru: 'Данные на', en: 'Data as of' },
  source: { ru: 'Источник', en: 'Source' },
  generator: { ru: 'Составлено', en: 'Made by' },
  policies: { ru: 'Применённые правила', en: 'Rules applied' },
  versionFrom: { ru: 'редакция с', en: 'wording of' },
  notInForce: { ru: 'не действует на эту дату', en: 'not in force on this date' },
  dataTable: { ru: 'Данные таблицей', en: 'Data as a table' },
  howCounted: { ru: 'Как посчитано', en: 'How it was counted' },
  kind: { ru: 'вида', en: 'of kind' },
  more: { ru: 'и ещё', en: 'and' },
  noData: { ru: 'нет данных', en: 'no data' },
}

/** Follows “and 3” in English, where Russian says «и ещё 3». */
export const moreAfter: Text = { ru: '', en: ' more' }

export const records: Noun = {
  ru: { one: 'запись', few: 'записи', many: 'записей' },
  en: { one: 'record', other: 'records' },
}
