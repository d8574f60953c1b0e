import type { Rules } from '../style.js'

/** Each kind of block that is neither running text, a table nor a chart. */
export const blockStyles: readonly Rules[] = [
  {
    of: 'class="metrics',
    css: `
.metrics{display:flex;flex-wrap:wrap;gap:1px;margin:1.5rem 0 2rem;background:var(--tz-line);border:1px solid var(--tz-line);border-radius:.625rem;overflow:hidden}
.metric{flex:1 1 12.5rem;min-width:0;padding:1rem 1.125rem .875rem;background:var(--tz-paper)}
.metric dt{font-size:.875rem;line-height:1.4;color:var(--tz-muted)}
.metric-value{font-size:2.125rem;line-height:1.25;font-weight:700;letter-spacing:-.005em}
.metric-long{font-size:1.5625rem;line-height:1.5}
.metric-value small{font-size:1rem;font-weight:400;color:var(--tz-muted);letter-spacing:0}
.metric-note,.plan{font-size:.875rem;line-height:1.45}
.plan{color:var(--tz-muted);margin-top:.25rem}
.line svg,.strip svg{display:block;max-width:100%;height:auto}
.metric-basis{margin-top:.5rem;padding-top:.5rem;border-top:1px solid var(--tz-line);font-size:.8125rem;line-height:1.45;color:var(--tz-muted)}
.metric-basis p{margin:0}
.metric-basis summary{font-size:.8125rem;margin-top:.125rem}
@media (min-width:40.0625em) and (max-width:62.5em){.metrics-4 .metric{flex-basis:40%}}`,
  },
  {
    of: 'class="columns"',
    css: `
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18.75rem),1fr));gap:1.75rem 3rem;margin:0 0 1.75rem}
.column{min-width:0}
.column>:first-child{margin-top:0}
.column>:last-child{margin-bottom:0}`,
  },
  {
    of: 'class="callout',
    css: `
.callout{margin:1.75rem 0;padding:1rem 1.25rem .5rem;background:var(--tz-quiet);border-left:.3125rem solid var(--tz-line);border-radius:0 .5rem .5rem 0}
.callout-attention{background:var(--tz-attention);border-color:var(--tz-mark)}
.callout-title{font-weight:600;margin-bottom:.25rem}`,
  },
  {
    of: 'class="facts"',
    css: `
.facts{margin:.75rem 0 1.25rem;border-top:1px solid var(--tz-line)}
.facts>div{display:flex;flex-wrap:wrap;gap:0 1.5rem;padding:.5rem 0;border-bottom:1px solid var(--tz-line)}
.facts dt{flex:0 1 15rem;color:var(--tz-muted)}
.facts dd{flex:1 1 15rem;min-width:0}
.facts ul{margin:0}`,
  },
  {
    of: 'class="image',
    css: `
.image{margin:1.25rem 0 1.75rem}
.image img,.image>svg{display:block;max-width:100%;height:auto}
.image .full{width:100%;max-width:45rem}
.image figcaption{line-height:1.35;font-size:.875rem;color:var(--tz-muted);margin:.5rem 0 0;max-width:45rem}`,
  },
  {
    of: 'class="signature"',
    css: `
.signature{display:flex;flex-wrap:wrap;align-items:end;gap:.5rem 1.5rem;margin:2.5rem 0 1.25rem}
.signature p{margin:0;min-height:1.5em}
.signature p:first-child{flex:1 1 15rem;max-width:26rem}
.signature .hand{flex:0 1 11rem;min-width:6rem;border-bottom:1px solid var(--tz-ink)}
.signature .muted{flex-basis:100%;font-size:.875rem}`,
  },
  { of: 'class="page-break"', css: '@media not print{.page-break{display:none}}' },
]
