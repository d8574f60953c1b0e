import type { Rules } from '../style.js'

/** Head and foot of a page. */
export const pageStyles: readonly Rules[] = [
  {
    css: `
header{border-top:.375rem solid var(--tz-accent);padding-top:1.25rem;margin-bottom:2.5rem;display:flex;flex-wrap:wrap;gap:1rem 2rem}
.titles{flex:1 1 24rem;min-width:0}
.subtitle{font-size:1.0625rem;margin:.375rem 0 0}
.imprint{flex:0 1 15.625rem;text-wrap:balance;text-align:right;font-size:.875rem;padding-top:.5rem}
.imprint p{margin:0}
.notice{color:var(--tz-mark);font-weight:600}
footer{margin-top:3.5rem;padding-top:.25rem;border-top:1px solid var(--tz-line);font-size:.875rem}
footer h2{margin-top:1.25rem;font-size:1.125rem}
footer .facts{border-top:0}
footer .facts>div{border-bottom:0;padding:.2rem 0}
.wide{max-width:96rem}
@media (max-width:40em){
body{padding:1rem 1rem 2rem}
header{margin-bottom:1.75rem}
h1{font-size:1.75rem}
h2{font-size:1.25rem;margin-top:2.25rem}
.imprint{text-align:left;flex-basis:100%}
.lead{font-size:1.25rem}
}`,
  },
  { of: 'class="arms"', css: '.arms{flex:none;height:4.5rem;width:auto;max-width:6rem;object-fit:contain}' },
]
