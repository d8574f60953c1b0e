import { widestRoom } from '../bar.js'
import type { Rules } from '../style.js'

export const tableStyles: readonly Rules[] = [
  {
    of: '<table',
    css: `
.table{margin:.75rem 0 1.75rem}
.scroll{position:relative;overflow-x:auto;container-type:inline-size;background:
  linear-gradient(90deg,var(--tz-paper) 50%,transparent) 0 0/40px 100% no-repeat local,
  linear-gradient(270deg,var(--tz-paper) 50%,transparent) 100% 0/40px 100% no-repeat local,
  linear-gradient(90deg,var(--tz-line),transparent) 0 0/14px 100% no-repeat scroll,
  linear-gradient(270deg,var(--tz-line),transparent) 100% 0/14px 100% no-repeat scroll}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums}
caption{font-variant-numeric:normal;text-align:left;padding:0 0 .375rem}
caption span{position:sticky;left:0;display:inline-block;max-width:100cqi;font-size:.875rem;color:var(--tz-muted)}
th,td{padding:.5rem .625rem;text-align:left;vertical-align:top;font-weight:400;min-width:4.5rem;overflow-wrap:break-word;hyphens:auto}
thead th{vertical-align:bottom;font-weight:600;font-size:.875rem;border-bottom:2px solid var(--tz-ink)}
tbody th,tbody td{border-bottom:1px solid var(--tz-line)}
td:not(.end){min-width:8rem}
tbody th{min-width:12rem}
tbody th,tfoot th{position:sticky;left:0;background:var(--tz-paper)}
.long{overflow-wrap:anywhere;min-width:12rem}
th.end,td.end{text-align:right}
td.end:not(.long){white-space:nowrap}
td.end i{white-space:normal}
@media (max-width:40em){
tbody th,tfoot th{min-width:8rem;max-width:45vw;overflow-wrap:anywhere}
}`,
  },
  {
    of: '<tfoot>',
    css: 'tfoot th,tfoot td{font-weight:600;border-top:1px solid var(--tz-ink);border-bottom:2px solid var(--tz-ink)}',
  },
  {
    of: 'narrow"',
    css: `
th.narrow,td.narrow{min-width:0;padding-inline:.25rem;text-align:center}
th.narrow{vertical-align:bottom;padding-block:.25rem;height:1px}
th.narrow span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;max-height:14rem;overflow:hidden;text-overflow:ellipsis}
td.narrow .status{padding:0;width:1em;height:1.4em}
.legend .status{margin-right:1rem}`,
  },
  {
    of: 'class="bar ',
    css: `
.bar{display:inline-flex;align-items:center;justify-content:space-between;gap:.5rem;white-space:nowrap}
.bar svg{flex:none;background:var(--tz-soft);border-radius:1px;forced-color-adjust:none}
.bar .minus{background:var(--tz-mark)}`,
  },
  ...Array.from(
    { length: widestRoom },
    (_, index): Rules => ({
      of: `room-${index + 1}"`,
      css: `.room-${index + 1}{min-width:calc(64px + ${index + 1}ch)}`,
    }),
  ),
]
