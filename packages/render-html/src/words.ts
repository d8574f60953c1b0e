import { type ReportWord, reportWords, type Text } from '@tirazh/spec'

export type Word = ReportWord | 'skip' | 'dataTable' | 'explanation'

/** What the page says by itself. */
export const words: Readonly<Record<Word, Text>> = {
  ...reportWords,
  skip: { ru: 'Перейти к содержанию', en: 'Skip to the content' },
  dataTable: { ru: 'Данные таблицей', en: 'Data as a table' },
  explanation: { ru: 'Объяснение', en: 'Explanation' },
}
