export { type ChartOptions, chartProblem, type Drawing, drawChart } from './chart.js'
export { contrast } from './contrast.js'
export { describeChart } from './describe.js'
export { type ChartColour, type ChartPalette, chartPalettes, chartStyles } from './palette.js'
