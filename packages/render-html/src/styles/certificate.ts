import type { Rules } from '../style.js'

/** One sheet across: a band at its head and at its foot, the title and the lead large, room to sign. */
export const certificateStyles: readonly Rules[] = [
  {
    css: `
.certificate{max-width:70.2rem;padding:0;display:flex;flex-direction:column;border-bottom:.75rem solid var(--tz-mark)}
.certificate header{border-top-width:1.25rem;padding:3.5rem 6rem 0;margin:0;align-items:center}
.certificate .imprint{order:-1;flex:1 1 100%;text-align:left;padding:0;display:flex;flex-wrap:wrap;gap:0 1rem}
.certificate .arms+.titles+.imprint{flex:1 1 20rem}
.certificate .titles{flex:1 1 100%}
.certificate h1{font-size:3.25rem}
.certificate main{flex:1;display:flex;flex-direction:column;padding:2rem 6rem 3.5rem}
.said{flex:1}
.certificate p{max-width:none}
.certificate .lead{font-size:1.25rem;line-height:1.6}
.certificate .lead b{font:700 2.25rem/1.35 "PT Serif",Georgia,"Noto Serif","Times New Roman",serif;display:block}
.foot{display:flex;flex-wrap:wrap;align-items:end;gap:2rem;margin-top:2.5rem}
.foot .signature{display:block;margin:0;flex:0 1 16rem}
.foot .signature .hand{margin:2.5rem 0 .5rem;min-height:0}
.foot .image{margin:0 0 0 auto;text-align:right}
.foot .image>svg{margin-left:auto}
@media screen and (min-width:60em){.certificate{min-height:49.6rem;margin:2rem auto;box-shadow:0 0 0 1px var(--tz-line)}}
@media (max-width:40em){
.certificate header{padding:1.5rem 1.25rem 0}
.certificate main{padding:1.25rem 1.25rem 1.5rem}
.certificate h1{font-size:2.25rem}
.certificate .lead b{font-size:1.75rem}
}
@media print{
html,.certificate{height:100%}
.certificate{max-width:none;min-height:0;margin:0;border-bottom-width:6mm}
.certificate header{flex-wrap:wrap;border-top-width:8mm;padding:9mm 22mm 0}
.certificate .imprint{font-size:9pt}
.certificate main{padding:5mm 22mm 9mm}
.certificate h1{font-size:30pt}
.certificate .lead{font-size:13pt;line-height:1.45}
.certificate .lead b{font-size:22pt}
.certificate .callout{margin:0 0 4mm;padding:2.5mm 4mm .5mm}
.certificate .facts{margin:3mm 0}
.certificate .facts>div{padding:1.2mm 0}
.foot{margin-top:5mm}
.foot .signature .hand{margin-top:8mm}
}`,
  },
]
