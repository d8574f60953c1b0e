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
  | 'line'
  | 'dumbbell'
  | 'bullet'
  | 'stacked'
  | 'trend'
  | 'highest'
  | 'lowest'
  | 'allEqual'
  | 'first'
  | 'last'
  | 'planReached'
  | 'of'
  | 'unknownFor'
  | 'rose'
  | 'fell'
  | 'unchanged'
  | 'greatestRise'
  | 'greatestFall'
  | 'sum'
  | 'value'
  | 'planned'
  | 'gap'
  | 'startingAt'
  | 'endingAt'

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
  line: { ru: 'Линии', en: 'Line chart' },
  dumbbell: { ru: 'Сравнение', en: 'Comparison' },
  bullet: { ru: 'Полосы с планом', en: 'Bars with a plan' },
  stacked: { ru: 'Составные полосы', en: 'Stacked bars' },
  trend: { ru: 'Ход', en: 'Course' },
  highest: { ru: 'Наибольшее', en: 'Highest' },
  lowest: { ru: 'Наименьшее', en: 'Lowest' },
  allEqual: { ru: 'Все значения равны', en: 'All values are' },
  first: { ru: 'Первое', en: 'First' },
  last: { ru: 'Последнее', en: 'Last' },
  planReached: { ru: 'План выполнен', en: 'Plan reached' },
  of: { ru: 'из', en: 'of' },
  unknownFor: { ru: 'Нет данных', en: 'No data' },
  rose: { ru: 'Выросло', en: 'Rose' },
  fell: { ru: 'снизилось', en: 'fell' },
  unchanged: { ru: 'без изменений', en: 'unchanged' },
  greatestRise: { ru: 'Наибольший рост', en: 'Greatest rise' },
  greatestFall: { ru: 'Наибольшее снижение', en: 'Greatest fall' },
  sum: { ru: 'Сумма частей', en: 'Sum of the parts' },
  value: { ru: 'Значение', en: 'Value' },
  planned: { ru: 'План', en: 'Plan' },
  startingAt: { ru: 'с', en: 'from' },
  endingAt: { ru: 'до', en: 'to' },
  gap: { ru: 'разрыв — нет данных', en: 'gap: no data' },
}

export type CountedNoun = 'value' | 'series' | 'point' | 'pair' | 'bar' | 'part'

export const nouns: Readonly<Record<CountedNoun, Noun>> = {
  value: {
    ru: { one: 'значение', few: 'значения', many: 'значений' },
    en: { one: 'value', other: 'values' },
  },
  series: { ru: { one: 'ряд', few: 'ряда', many: 'рядов' }, en: { one: 'series', other: 'series' } },
  point: { ru: { one: 'отметка', few: 'отметки', many: 'отметок' }, en: { one: 'point', other: 'points' } },
  pair: { ru: { one: 'пара', few: 'пары', many: 'пар' }, en: { one: 'pair', other: 'pairs' } },
  bar: { ru: { one: 'полоса', few: 'полосы', many: 'полос' }, en: { one: 'bar', other: 'bars' } },
  part: { ru: { one: 'часть', few: 'части', many: 'частей' }, en: { one: 'part', other: 'parts' } },
}
