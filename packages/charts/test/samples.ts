import type {
  BarChart,
  BulletChart,
  Chart,
  ColumnChart,
  DumbbellChart,
  LineChart,
  StackedChart,
  TileChart,
} from '@tirazh/spec'

const municipality = 'Муниципалитет'

export const bars: BarChart = {
  type: 'chart',
  chart: 'bars',
  title: 'Десять лидеров',
  labelTitle: municipality,
  valueTitle: 'Внедрений',
  items: [
    { label: 'Нижний Новгород', value: 24 },
    { label: 'Дзержинск', value: 12 },
  ],
}

export const columns: ColumnChart = {
  type: 'chart',
  chart: 'columns',
  title: 'Факт и план',
  labelTitle: 'Квартал',
  valueTitle: 'Факт',
  items: [
    { label: 'II 2026', value: 360, plan: 370 },
    { label: 'III 2026', value: 439, plan: 439 },
  ],
}

export const tiles: TileChart = {
  type: 'chart',
  chart: 'tiles',
  title: 'Выполнение плана',
  labelTitle: municipality,
  valueTitle: 'Выполнение',
  unit: '%',
  breaks: [80, 95, 105, 120],
  tiles: [
    { x: 5, y: 0, short: 'Ветлуж', label: 'Ветлужский', value: 79 },
    { x: 7, y: 0, short: 'Шахунь', label: 'Шахунья', value: 80 },
    { x: 7, y: 3, short: 'Бор', label: 'Бор', value: null },
  ],
}

export const line: LineChart = {
  type: 'chart',
  chart: 'line',
  title: 'Внедрения по кварталам',
  labelTitle: 'Квартал',
  labels: ['IV 2025', 'I 2026', 'II 2026', 'III 2026'],
  series: [
    { title: 'Все', values: [268, 325, 360, 439] },
    { title: 'В здравоохранении', values: [40, null, 61, 75] },
  ],
}

export const dumbbell: DumbbellChart = {
  type: 'chart',
  chart: 'dumbbell',
  title: 'Десять лидеров: квартал к кварталу',
  labelTitle: municipality,
  fromTitle: 'II квартал',
  toTitle: 'III квартал',
  items: [
    { label: 'Нижний Новгород', from: 21, to: 24 },
    { label: 'Бор', from: 18, to: 16 },
    { label: 'Выкса', from: 12, to: 12 },
    { label: 'Саров', from: null, to: 14 },
    { label: 'Шахунья', from: null, to: null },
  ],
}

export const bullet: BulletChart = {
  type: 'chart',
  chart: 'bullet',
  title: 'Выполнение плана',
  labelTitle: municipality,
  valueTitle: 'Внедрено',
  items: [
    { label: 'Дальнеконстантиновский муниципальный округ', value: 15, plan: 20 },
    { label: 'Бор', value: null, plan: 18 },
    { label: 'Саров', value: 12 },
  ],
}

export const stacked: StackedChart = {
  type: 'chart',
  chart: 'stacked',
  title: 'Куда дошли практики',
  labelTitle: municipality,
  parts: ['Отобрано', 'Внедряется', 'Внедрено'],
  items: [
    { label: 'Нижний Новгород', values: [10, 20, 30] },
    { label: 'Бор', values: [5, null, 10] },
    { label: 'Саров', values: [null, null, null] },
  ],
}

export const everyKind: readonly Chart[] = [bars, columns, line, dumbbell, bullet, stacked, tiles]
