import type { Rules } from '../style.js'

/** A circle with a check, a question or a cross: told apart by shape, with the word beside it or spoken. */
export function markStyles(): readonly Rules[] {
  return [
    {
      of: 'class="status',
      css: `
td .status{white-space:nowrap}
.long .status{white-space:normal}
.status.met,details.met>summary{color:var(--tz-good)}
.status.unknown,details.unknown>summary{color:var(--tz-muted)}
.status.unmet,details.unmet>summary{color:var(--tz-mark)}
.status:not(details),.status>summary{display:inline-block;position:relative;padding-left:1.4em}
.status:not(details)::before,.status>summary::before{position:absolute;left:0;top:.21em}`,
    },
    {
      of: '<details class="status',
      css: `
td details.status{white-space:normal}
.status>summary{font-size:inherit;list-style:none;text-decoration:underline dotted 1px;text-underline-offset:.25em}
.status>summary::-webkit-details-marker{display:none}
td:not(.long) .status>summary{white-space:nowrap}
.status>summary~*{font-size:.8125rem;line-height:1.35;display:block;margin-top:.25rem}
.status>summary~span{color:var(--tz-muted)}`,
    },
    {
      of: 'class="finding',
      // An empty marker instead of none: Safari takes a list without markers for no list.
      css: `
.findings{list-style-type:"";padding:0}
.findings>li{position:relative;padding-left:1.625rem;margin:.5rem 0}
.finding::before{position:absolute;left:0;top:.25em}
.finding.met::before{color:var(--tz-good)}
.finding.unknown::before{color:var(--tz-muted)}
.finding.unmet::before{color:var(--tz-mark)}
.finding .findings{margin:.25rem 0 0 -1.125rem;padding-left:1.0625rem;border-left:1px solid var(--tz-line)}`,
    },
    ...Object.entries(paths).map(
      ([status, path]): Rules => ({
        of: ` ${status}"`,
        css: `.${status}{--mark:url("${drawn(path)}")}`,
      }),
    ),
    { of: 'class="status', css: drawnBefore('.status:not(details)::before,.status>summary::before') },
    { of: 'class="finding', css: drawnBefore('.finding::before') },
  ]
}

function drawnBefore(selectors: string): string {
  return `${selectors}{content:"";width:1em;height:1em;background:currentColor;
  mask:var(--mark) center/contain no-repeat;forced-color-adjust:none}`
}

const paths = {
  met: 'M4.6 8.4l2.3 2.3 4.5-5',
  unknown: 'M5.9 6.3a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4M8 11.9v.1',
  unmet: 'M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4',
} as const

function drawn(path: string): string {
  return (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='%23000' " +
    "stroke-width='1.5' stroke-linecap='round' stroke-linejoin='round'%3E" +
    `%3Ccircle cx='8' cy='8' r='7.25'/%3E%3Cpath d='${path}'/%3E%3C/svg%3E`
  )
}
