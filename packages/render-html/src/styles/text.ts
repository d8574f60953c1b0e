import type { Rules } from '../style.js'

/** Running text. Sizes are in `rem`, so that they follow the size that readers set in their browser. */
export function textStyles(fonts: string): readonly Rules[] {
  return [
    {
      css: `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding:1rem 0}
body{margin:0 auto;max-width:68rem;padding:1.5rem 2rem 3rem;background:var(--tz-paper);color:var(--tz-ink);
  font:400 1rem/1.5 ${fonts};overflow-wrap:anywhere}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure{margin:0}
h1{font-size:2.5rem;line-height:1.15;font-weight:700;letter-spacing:-.02em;text-wrap:balance}
h2{font-size:1.375rem;line-height:1.3;font-weight:600;margin:3rem 0 .75rem;letter-spacing:-.005em}
h3{font-size:1.0625rem;line-height:1.35;font-weight:600;margin:1.75rem 0 .5rem}
h4{font-size:1rem;line-height:1.4;font-weight:600;margin:1.25rem 0 .375rem}
main>p,main>ul,main>ol{max-width:45rem}
p,ul,ol{margin:0 0 .75rem}
ul,ol{padding-left:1.375rem}
li{margin:.2rem 0}
li::marker{color:var(--tz-muted)}
a{color:var(--tz-accent);text-decoration-thickness:1px;text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--tz-accent);outline-offset:3px;border-radius:2px}
main:focus{outline:none}
b{font-weight:600}
.muted,.note,.subtitle,.imprint,i.unknown{color:var(--tz-muted)}
.note{font-size:.875rem;line-height:1.45;margin:.5rem 0 0;max-width:45rem}
.skip{position:absolute;left:-999px;top:.5rem;padding:.5rem .875rem;background:var(--tz-accent);color:var(--tz-paper);z-index:2}
.skip:focus{left:.5rem}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
summary{cursor:pointer;color:var(--tz-accent);font-size:.875rem;width:fit-content;max-width:100%}`,
    },
    {
      of: 'class="lead"',
      css: `
.lead{font-size:1.5rem;line-height:1.4;max-width:50rem;margin:0 0 .5rem;text-wrap:pretty}
.lead b{color:var(--tz-accent)}`,
    },
    {
      of: 'class="basis"',
      css: `
.basis{margin:.25rem 0 1rem}
.basis ul{margin:.375rem 0 0;font-size:.875rem;line-height:1.45;color:var(--tz-muted);max-width:45rem}`,
    },
  ]
}
