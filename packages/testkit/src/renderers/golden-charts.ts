import type { Chart } from '@tirazh/spec'

/** Every kind of chart, with gaps and plans. */
export function goldenCharts(word: () => string): readonly Chart[] {
  return [
    {
      ...{ type: 'chart', chart: 'bars', title: word(), note: word(), unit: 'шт.' },
      ...{ labelTitle: word(), valueTitle: word() },
      items: [
        { label: word(), value: 3 },
        { label: word(), value: null },
      ],
    },
    {
      ...{ type: 'chart', chart: 'columns', title: word(), labelTitle: word(), valueTitle: word() },
      items: [
        { label: word(), value: 3, plan: 4 },
        { label: word(), value: null },
      ],
    },
    {
      ...{ type: 'chart', chart: 'line', title: word(), labelTitle: word(), unit: '%' },
      labels: [word(), word(), word()],
      series: [
        { title: word(), values: [1, null, 3] },
        { title: word(), values: [3, 2, 1] },
      ],
    },
    {
      ...{ type: 'chart', chart: 'dumbbell', title: word(), labelTitle: word() },
      ...{ fromTitle: word(), toTitle: word() },
      items: [
        { label: word(), from: 30, to: 4 },
        { label: word(), from: null, to: 20 },
      ],
    },
    {
      ...{ type: 'chart', chart: 'bullet', title: word(), labelTitle: word(), valueTitle: word() },
      items: [
        { label: word(), value: 170, plan: 200 },
        { label: word(), value: null, plan: 10 },
        { label: word(), value: 5 },
      ],
    },
    {
      ...{ type: 'chart', chart: 'stacked', title: word(), labelTitle: word(), parts: [word(), word()] },
      items: [
        { label: word(), values: [3, 5] },
        { label: word(), values: [null, 0] },
      ],
    },
    {
      ...{ type: 'chart', chart: 'tiles', title: word(), labelTitle: word(), valueTitle: word() },
      tiles: [
        { x: 0, y: 0, short: 'Арз', label: word(), value: 3 },
        { x: 1, y: 0, short: 'Бор', label: word(), value: null },
      ],
      breaks: [1, 2, 3, 4],
    },
  ]
}
