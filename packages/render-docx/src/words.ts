import { type ReportWord, reportWords, type Text } from '@tirazh/spec'

export type Word = ReportWord | 'part' | 'of' | 'below' | 'andAbove' | 'from' | 'upTo' | 'noDataShort'

/** What the document says by itself. */
export const words: Readonly<Record<Word, Text>> = {
  ...reportWords,
  part: { ru: 'часть', en: 'part' },
  of: { ru: 'из', en: 'of' },
  below: { ru: 'менее', en: 'below' },
  andAbove: { ru: 'и выше', en: 'and above' },
  from: { ru: 'от', en: 'from' },
  upTo: { ru: 'до', en: 'to under' },
  noDataShort: { ru: 'н/д', en: 'n/a' },
}
