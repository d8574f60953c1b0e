export { type ChartOptions, drawChart } from './chart.js'
export { contrast } from './contrast.js'
export { describeChart } from './describe.js'
export type { Drawing, DrawingOptions } from './drawing.js'
export { type ChartColour, type ChartPalette, chartPalettes, chartStyles } from './palette.js'
export { drawPlan, type Planned } from './plan.js'
export { chartProblem } from './problem.js'
export { drawQr, type QrOptions, qrModules } from './qr.js'
export {
  type CoatOfArms,
  checkTheme,
  type Theme,
  type ThemeChanges,
  type ThemeColour,
  type Themes,
  type Typeface,
  themes,
  themesWith,
} from './theme.js'
export { drawTrend, type TrendOptions } from './trend.js'
