import type { Layout } from '@tirazh/spec'
import type { Rules } from '../style.js'

/** What stands in the margins of every printed page, and how. */
export interface Margins {
  readonly title: string
  readonly notice: string
  readonly layout: Layout
  readonly fonts: string
  readonly colour: string
}

/** Rules for paper. */
export function printStyles(margins: Margins): readonly Rules[] {
  return [
    { css: margins.layout === 'certificate' ? '@page{size:A4 landscape;margin:0}' : sheet(margins) },
    { css: textOnPaper },
    { of: '<details', css: detailsOnPaper },
    { of: 'class="metrics', css: metricsOnPaper },
    { of: '<table', css: tablesOnPaper },
    { of: '<table class="many"', css: manyColumnsOnPaper },
    { of: 'class="chart"', css: chartsOnPaper },
  ]
}

/**
 * A4 with the margins of GOST R 7.0.97-2025, page numbers at the top from the second page on, title and
 * notice at the foot of every page.
 */
function sheet({ title, notice, layout, fonts, colour }: Margins): string {
  const margin = `font:400 8pt/1.3 ${fonts};color:${colour}`
  return `
@page{size:A4${layout === 'wide' ? ' landscape' : ''};margin:20mm 10mm 20mm 20mm;
  @top-center{content:counter(page);${margin}}
  @bottom-left{content:${cssString(title)};width:60%;${margin}}
  @bottom-right{content:${cssString(notice)};${margin}}}
@page:first{@top-center{content:none}}`
}

/** A quoted CSS string in which everything but letters, digits and spaces is written as a code point. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`
}

const textOnPaper = `
@media print{
:root{color-scheme:light;font-size:10.5pt}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{max-width:none;padding:0}
.skip{display:none}
header{margin-bottom:18pt;padding-top:10pt;flex-wrap:nowrap}
h1{font-size:19pt}
.imprint{flex-basis:150pt;font-size:9pt;padding-top:3pt;text-align:right}
.subtitle{font-size:11pt}
h2{font-size:14pt;margin-top:20pt}
.lead{font-size:15pt}
h1,h2,h3,h4,figcaption,.callout-title,caption{break-after:avoid}
.callout,.facts>div,.finding::before,.signature,.image,.foot{break-inside:avoid}
.columns{gap:8pt 20pt}
.page-break{break-after:page}
p,li{orphans:2;widows:2}
.note,.basis ul{font-size:8.5pt}
footer{margin-top:20pt;font-size:9pt}
footer h2{font-size:12pt;margin-top:8pt}
a{color:inherit;text-decoration:none}
}`

/** What is folded on the screen is open on paper, but for the reasons of statuses: a table would say hundreds. */
const detailsOnPaper = `
@media print{
summary{color:var(--tz-muted);font-size:8pt;list-style:none}
summary::-webkit-details-marker{display:none}
details:not(.status)::details-content{content-visibility:visible;block-size:auto}
.status>summary{text-decoration:none}
}`

const metricsOnPaper = `
@media print{
.metrics{margin:12pt 0 16pt}
.metrics .metric{flex-basis:0;padding:9pt 9pt 7pt;break-inside:avoid}
.metric-value{font-size:20pt}
.metric-long{font-size:12pt}
.metrics.metrics-5 .metric,.metrics.metrics-6 .metric{flex-basis:30%}
.metric-basis{font-size:8pt}
}`

/** Chromium repeats a table footer on every page, so the total is an ordinary row there, kept with the last one. */
const tablesOnPaper = `
@media print{
.scroll{overflow:visible;container-type:normal;background:none}
table{font-size:8.5pt;line-height:1.25}
thead{display:table-header-group}
thead th{font-size:8pt}
tfoot{display:table-row-group}
tr{break-inside:avoid}
tbody tr:first-child{break-before:avoid;break-after:avoid}
tbody:has(+tfoot) tr:last-child{break-after:avoid}
th,td,tbody th,td:not(.end),.long{padding:2pt 4pt;min-width:0}
tbody th,tfoot th{position:static}
td .status,td:not(.long) .status>summary{white-space:normal}
.bar svg{max-width:36px}
}`

/** Six columns and more fit upright pages in smaller letters and without bars. */
const manyColumnsOnPaper = `
@media print{
.many{font-size:7.5pt}
.many thead th{font-size:7pt}
.many th,.many td,.many tbody th,.many td:not(.end){padding:1.6pt 2.5pt}
.many tbody th{width:28%}
.many .bar{min-width:0}
.many .bar svg{display:none}
}`

const chartsOnPaper = `
@media print{
.chart{margin-bottom:14pt;container-type:normal}
.drawn{break-inside:avoid}
.columns .chart-narrow .tz-chart{max-width:290px}
.data{margin-top:4pt}
.data table{font-size:7pt;line-height:1.2}
.pairs .scroll{display:block}
.pairs table,.pairs tbody{display:block}
.pairs thead{display:none}
.pairs tbody{columns:2;column-gap:14pt}
.pairs tr{display:flex;justify-content:space-between;gap:6pt}
.pairs tr>*{padding:.6pt 0;border:0}
}`
