import { type ReportWord, reportWords, type Text } from '@tirazh/spec'

export type Word = ReportWord | 'summary' | 'issuer' | 'issuedOn' | 'table' | 'onSheet' | 'page'

/** What the workbook says by itself. */
export const words: Readonly<Record<Word, Text>> = {
  ...reportWords,
  summary: { ru: 'Сводка', en: 'Summary' },
  issuer: { ru: 'Издано', en: 'Issued by' },
  issuedOn: { ru: 'Дата', en: 'Issued on' },
  table: { ru: 'Таблица', en: 'Table' },
  onSheet: { ru: 'Лист', en: 'Sheet' },
  page: { ru: 'Стр.', en: 'Page' },
}
