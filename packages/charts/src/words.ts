import type { Noun, Text } from '@tirazh/spec'

export type Word =
  | 'noDataShort'
  | 'plan'
  | 'below'
  | 'from'
  | 'upTo'
  | 'andAbove'
  | 'bars'
  | 'columns'
  | 'tiles'
  | 'highest'
  | 'lowest'
  | 'allEqual'
  | 'first'
  | 'last'
  | 'planReached'
  | 'of'
  | 'unknownFor'

export const words: Readonly<Record<Word, Text>> = {
  noDataShort: { ru: 'н/д', en: 'n/a' },
  plan: { ru: 'план', en: 'plan' },
  below: { ru: 'менее', en: 'below' },
  from: { ru: 'от', en: 'from' },
  upTo: { ru: 'до', en: 'to under' },
  andAbove: { ru: 'и выше', en: 'and above' },
  bars: { ru: 'Полосы', en: 'Bar chart' },
  columns: { ru: 'Столбцы', en: 'Column chart' },
  tiles: { ru: 'Карта из плиток', en: 'Tile map' },
  highest: { ru: 'Наибольшее', en: 'Highest' },
  lowest: { ru: 'Наименьшее', en: 'Lowest' },
  allEqual: { ru: 'Все значения равны', en: 'All values are' },
  first: { ru: 'Первое', en: 'First' },
  last: { ru: 'Последнее', en: 'Last' },
  planReached: { ru: 'План выполнен', en: 'Plan reached' },
  of: { ru: 'из', en: 'of' },
  unknownFor: { ru: 'Нет данных', en: 'No data' },
}

export const values: Noun = {
  ru: { one: 'значение', few: 'значения', many: 'значений' },
  en: { one: 'value', other: 'values' },
}
