import { type ReportWord, reportWords, type Text } from '@tirazh/spec'

export type Word =
  | ReportWord
  | 'indicator'
  | 'value'
  | 'unit'
  | 'note'
  | 'rule'
  | 'version'
  | 'param'
  | 'origin'
  | 'more-than'
  | 'at-least'
  | 'why'
  | 'period'

/** What the file says by itself. */
export const words: Readonly<Record<Word, Text>> = {
  ...reportWords,
  indicator: { ru: 'Показатель', en: 'Indicator' },
  value: { ru: 'Значение', en: 'Value' },
  unit: { ru: 'Единица', en: 'Unit' },
  note: { ru: 'Пояснение', en: 'Note' },
  rule: { ru: 'Правило', en: 'Rule' },
  version: { ru: 'Редакция с', en: 'Wording of' },
  param: { ru: 'Порог', en: 'Threshold' },
  origin: { ru: 'Откуда', en: 'Origin' },
  'more-than': { ru: 'более', en: 'more than' },
  'at-least': { ru: 'не менее', en: 'at least' },
  why: { ru: 'почему', en: 'why' },
  period: { ru: 'Период', en: 'Period' },
}
