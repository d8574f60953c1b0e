import { type ReportWord, reportWords, type Text } from '@tirazh/spec'

export type Word = ReportWord | 'indicator' | 'value' | 'note' | 'trend'

/** What the document says by itself. */
export const words: Readonly<Record<Word, Text>> = {
  ...reportWords,
  indicator: { ru: 'Показатель', en: 'Indicator' },
  value: { ru: 'Значение', en: 'Value' },
  trend: { ru: 'Динамика', en: 'Trend' },
  note: { ru: 'Пояснение', en: 'Note' },
}
