/**
 * Rules for paper: A4 with the margins of GOST R 7.0.97-2025, page numbers at the top from the second
 * page on, title and notice at the foot of every page.
 */
export function printStyles({ title, notice }: { readonly title: string; readonly notice: string }): string {
  return `
@page{size:A4;margin:20mm 10mm 20mm 20mm;
  @top-center{content:counter(page);${margin}}
  @bottom-left{content:${cssString(title)};width:60%;${margin}}
  @bottom-right{content:${cssString(notice)};${margin}}}
@page:first{@top-center{content:none}}
${rules}`
}

const margin = 'font:400 8pt/1.3 Onest,system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#55626f'

/** A quoted CSS string in which everything but letters, digits and spaces is written as a code point. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`
}

const rules = `
@media print{
:root{color-scheme:light}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{max-width:none;padding:0;font-size:10.5pt}
.skip{display:none}
header{margin-bottom:18pt;padding-top:10pt}
h1{font-size:19pt}
.imprint{flex-basis:150pt;font-size:9pt;padding-top:3pt}
.subtitle{font-size:11pt}
h2{font-size:14pt;margin-top:20pt}
.lead{font-size:15pt}
.metrics{margin:12pt 0 16pt}
.metrics .metric{flex-basis:0;padding:9pt 9pt 7pt}
.metric-value{font-size:20pt}
.metric-value.long{font-size:14pt}
.metrics.metrics-5 .metric,.metrics.metrics-6 .metric{flex-basis:30%}
.columns{gap:8pt 20pt}
h1,h2,h3,h4,figcaption,.callout-title,caption{break-after:avoid}
figure>svg,.chart-wide,.chart-narrow,.metric,.callout,tr,.facts>div,.finding>.mark{break-inside:avoid}
p,li{orphans:2;widows:2}
table{font-size:8.5pt;line-height:1.25}
thead{display:table-header-group}
tfoot{display:table-row-group}
tbody tr:first-child{break-before:avoid}
tbody tr:last-child{break-after:avoid}
th,td{padding:2.6pt 5pt}
tbody th,td:not(.end),th,td{min-width:0}
.scroll{overflow:visible;container-type:normal;background:none}
summary{color:var(--tz-muted);font-size:8pt;list-style:none}
.note,.basis ul{font-size:8.5pt}
summary::-webkit-details-marker{display:none}
details::details-content{content-visibility:visible;block-size:auto}
.data .scroll{display:block}
.data table,.data tbody{display:block;font-size:7pt;line-height:1.2}
.data thead{display:none}
.data tbody{columns:2;column-gap:14pt}
.data tr{display:flex;justify-content:space-between;gap:6pt}
.data tr>*{padding:.6pt 0;border:0}
.columns .chart-narrow .tz-chart{max-width:290px}
.chart{margin-bottom:14pt}
.data{margin-top:4pt}
footer{margin-top:20pt;font-size:9pt}
footer h2{font-size:12pt;margin-top:8pt}
a{color:inherit}
}
`
