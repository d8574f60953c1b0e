import { chartStyles } from '@tirazh/charts'
import { printStyles } from './print.js'
import { widestRoom } from './table.js'
import { customProperties, type Themes } from './theme.js'

/** The style sheet of a page. `faces` are the `@font-face` rules; title and notice go into printed margins. */
export function styleSheet(
  faces: string,
  themes: Themes,
  margins: { readonly title: string; readonly notice: string },
): string {
  return [faces, colours(themes), text, layout, tables, charts, chartStyles, printStyles(margins)].join('\n')
}

function colours({ light, dark }: Themes): string {
  return `
:root{color-scheme:light dark;${customProperties(light)}}
@media screen and (prefers-color-scheme:dark){:root{${customProperties(dark)}}}
`
}

const text = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:1088px;padding:24px 32px 48px;background:var(--tz-paper);color:var(--tz-ink);
  font:400 16px/1.5 Onest,system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure{margin:0}
h1{font-size:40px;line-height:1.15;font-weight:700;letter-spacing:-.02em;text-wrap:balance}
h2{font-size:22px;line-height:1.3;font-weight:600;margin:48px 0 12px;letter-spacing:-.005em}
h3{font-size:17px;line-height:1.35;font-weight:600;margin:28px 0 8px}
h4{font-size:16px;line-height:1.4;font-weight:600;margin:20px 0 6px}
main>p,main>ul,main>ol{max-width:720px}
p,ul,ol{margin:0 0 12px}
ul,ol{padding-left:22px}
li{margin:3px 0}
li::marker{color:var(--tz-muted)}
a{color:var(--tz-accent);text-decoration-thickness:1px;text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--tz-accent);outline-offset:3px;border-radius:2px}
main:focus{outline:none}
b{font-weight:600}
.muted,.note,.subtitle,.imprint{color:var(--tz-muted)}
.note{font-size:14px;line-height:1.45;margin:8px 0 0;max-width:720px}
.unknown{color:var(--tz-muted)}
.skip{position:absolute;left:-999px;top:8px;padding:8px 14px;background:var(--tz-accent);color:var(--tz-paper);z-index:2}
.skip:focus{left:8px}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.lead{font-size:24px;line-height:1.4;max-width:800px;margin:0 0 8px;text-wrap:pretty}
.lead b{color:var(--tz-accent)}
summary{cursor:pointer;color:var(--tz-accent);font-size:14px;width:fit-content}
.basis{margin:4px 0 16px}
.basis ul{margin:6px 0 0;font-size:14px;line-height:1.45;color:var(--tz-muted);max-width:720px}
.status{white-space:nowrap}
.mark{flex:none;vertical-align:-.17em;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.mark.met,.status.met{color:var(--tz-good)}
.mark.unknown,.status.unknown{color:var(--tz-muted)}
.mark.unmet,.status.unmet{color:var(--tz-mark)}
`

const layout = `
header{border-top:6px solid var(--tz-accent);padding-top:20px;margin-bottom:40px;display:flex;justify-content:space-between;gap:32px}
.subtitle{font-size:17px;margin:6px 0 0}
.imprint{flex:0 0 250px;text-wrap:balance;text-align:right;font-size:14px;line-height:1.5;padding-top:8px}
.imprint p{margin:0}
.notice{color:var(--tz-mark);font-weight:600}
.metrics{display:flex;flex-wrap:wrap;gap:1px;margin:24px 0 32px;background:var(--tz-line);border:1px solid var(--tz-line);border-radius:10px;overflow:hidden}
.metric{flex:1 1 200px;min-width:0;padding:16px 18px 14px;background:var(--tz-paper)}
.metric dt{font-size:14px;line-height:1.4;color:var(--tz-muted)}
.metric-value{font-size:34px;line-height:1.25;font-weight:700;letter-spacing:-.005em}
.metric-value.long{font-size:25px;line-height:1.5}
.metric-value small{font-size:16px;font-weight:400;color:var(--tz-muted);letter-spacing:0}
.metric-note{font-size:14px;line-height:1.45}
.metric-basis{margin-top:8px;padding-top:8px;border-top:1px solid var(--tz-line);font-size:12.5px;line-height:1.45;color:var(--tz-muted)}
.metric-basis p{margin:0}
.metric-basis summary{font-size:12.5px;margin-top:2px}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:28px 48px}
.column{min-width:0}
.column>:first-child{margin-top:0}
.column>:last-child{margin-bottom:0}
.callout{margin:28px 0;padding:16px 20px 8px;background:var(--tz-quiet);border-left:5px solid var(--tz-line);border-radius:0 8px 8px 0}
.callout-attention{background:var(--tz-attention);border-color:var(--tz-mark)}
.callout-title{font-weight:600;margin-bottom:4px}
.facts{margin:12px 0 20px;border-top:1px solid var(--tz-line)}
.facts>div{display:grid;grid-template-columns:minmax(0,240px) minmax(0,1fr);gap:4px 24px;padding:8px 0;border-bottom:1px solid var(--tz-line)}
.facts dt{color:var(--tz-muted)}
.facts ul{margin:0}
.findings{list-style:none;padding:0}
.findings>li{margin:8px 0}
.finding{display:flex;gap:10px;align-items:flex-start}
.finding>.mark{margin-top:4px}
.finding>div{flex:1;min-width:0}
.finding .findings{margin:4px 0 0 -18px;padding-left:17px;border-left:1px solid var(--tz-line)}
footer{margin-top:56px;padding-top:4px;border-top:1px solid var(--tz-line);font-size:14px}
footer h2{margin-top:20px;font-size:18px}
footer .facts{border-top:0}
footer .facts>div{border-bottom:0;padding:3px 0}
@media (min-width:641px) and (max-width:1000px){.metrics-4 .metric{flex-basis:40%}}
@media (max-width:640px){
body{padding:16px 16px 32px}
header{display:block;margin-bottom:28px}
h1{font-size:28px}
h2{font-size:20px;margin-top:36px}
.imprint{text-align:left;padding-top:16px}
.lead{font-size:20px}
.facts>div{display:block}
.callout{padding:14px 16px 6px}
}
`

const tables = `
.table{margin:12px 0 28px}
.scroll{overflow-x:auto;container-type:inline-size;background:
  linear-gradient(90deg,var(--tz-paper) 50%,transparent) 0 0/40px 100% no-repeat local,
  linear-gradient(270deg,var(--tz-paper) 50%,transparent) 100% 0/40px 100% no-repeat local,
  linear-gradient(90deg,var(--tz-line),transparent) 0 0/14px 100% no-repeat scroll,
  linear-gradient(270deg,var(--tz-line),transparent) 100% 0/14px 100% no-repeat scroll}
table{border-collapse:collapse;width:100%;font-size:15px;line-height:1.4;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;padding:0 0 6px}
caption span{position:sticky;left:0;display:inline-block;max-width:100cqi;font-size:14px;color:var(--tz-muted)}
th,td{padding:8px 10px;text-align:left;vertical-align:top;font-weight:400;min-width:72px;overflow-wrap:break-word;hyphens:auto}
thead th{vertical-align:bottom;font-weight:600;font-size:14px;border-bottom:2px solid var(--tz-ink)}
tbody th,tbody td{border-bottom:1px solid var(--tz-line)}
tfoot th,tfoot td{font-weight:600;border-top:1px solid var(--tz-ink);border-bottom:2px solid var(--tz-ink)}
tbody th,td:not(.end){min-width:128px}
th.end,td.end{text-align:right}
td.end{white-space:nowrap}
td.end i{white-space:normal}
.bar{display:inline-flex;align-items:center;gap:8px}
.end .bar{justify-content:flex-end}
.bar>span{text-align:right}
${Array.from({ length: widestRoom }, (_, index) => `.room-${index + 1}{min-width:${index + 1}ch}`).join('')}
@media (max-width:640px){
tbody th,tfoot th[scope]{position:sticky;left:0;background:var(--tz-paper);max-width:45vw;overflow-wrap:anywhere}
}
`

const charts = `
.chart{margin:0 0 28px;container-type:inline-size}
figcaption{font-weight:600;margin:0 0 12px;line-height:1.35}
.tz-chart{display:block;width:100%;height:auto}
.chart-wide .tz-chart{max-width:720px}
.chart-narrow .tz-chart{max-width:432px}
.chart-narrow{display:none}
@container (max-width:479.9px){.chart-wide{display:none}.chart-narrow{display:block}}
.data{margin-top:10px}
.data .table{margin:6px 0 0;max-width:480px}
.data caption{display:none}
.data table{font-size:14px}
.data th,.data td{padding:4px 8px}
`
