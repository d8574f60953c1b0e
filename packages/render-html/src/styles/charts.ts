import type { Rules } from '../style.js'

/** The frames of drawings. A drawing is wide or narrow by the room it has, not by the window. */
export const chartFrameStyles: readonly Rules[] = [
  {
    of: 'class="chart"',
    css: `
.chart{margin:0 0 1.75rem;container-type:inline-size}
.title{font-weight:600;margin:0 0 .75rem;line-height:1.35}
.tz-chart{display:block;width:100%;height:auto;font-family:inherit}
.chart-wide .tz-chart{max-width:45rem}
.chart-narrow .tz-chart{max-width:24rem}
.chart-narrow{display:none}
@container (max-width:479.9px){.chart-wide{display:none}.chart-narrow{display:block}}
.columns .chart-narrow{display:block}
.data{margin-top:.625rem}
.data .table{margin:.375rem 0 0;max-width:30rem}
.data caption{display:none}
.data table{font-size:.875rem}
.data th,.data td{padding:.25rem .5rem}`,
  },
]
