import { type ReportWord, reportWords, type Text } from '@tirazh/spec'

export type Word =
  | ReportWord
  | 'summary'
  | 'issuer'
  | 'issuedOn'
  | 'table'
  | 'onSheet'
  | 'page'
  | 'indicator'
  | 'value'
  | 'note'
  | 'trend'
  | 'why'

/** What the workbook says by itself. */
export const words: Readonly<Record<Word, Text>> = {
  ...reportWords,
  summary: { ru: 'Сводка', en: 'Summary' },
  issuer: { ru: 'Издано', en: 'Issued by' },
  issuedOn: { ru: 'Дата', en: 'Issued on' },
  table: { ru: 'Таблица', en: 'Table' },
  onSheet: { ru: 'лист', en: 'sheet' },
  page: { ru: 'Стр.', en: 'Page' },
  indicator: { ru: 'Показатель', en: 'Indicator' },
  value: { ru: 'Значение', en: 'Value' },
  note: { ru: 'Пояснение', en: 'Note' },
  trend: { ru: 'Динамика', en: 'Trend' },
  why: { ru: 'Почему', en: 'Why' },
}
