import { type Inline, linkOf, type Path, type Value } from '@tirazh/spec'
import type { Page } from './page.js'
import type { Run, Runs, StyledRun } from './tree.js'

/** One value; what it says comes from the formats of the locale. */
export function runOf(value: Value, at: Path, page: Page): Run {
  if (typeof value === 'string') return value
  const t = page.f.value(value)
  switch (value.as) {
    case 'status':
      return { t, mark: value.status, ...linked(value.basis ?? {}, at, page) }
    case 'reference': {
      const link = linked(value, at, page)
      return link.href === undefined ? t : { t, ...link }
    }
    case 'unknown':
      return { t, look: 'muted' }
    case 'number':
    case 'interval':
    case 'money':
    case 'share':
    case 'date':
      return t
  }
}

/** Why a decision is what it is, in a sentence. */
export function reasonOf(value: Value): string | undefined {
  return typeof value === 'object' && value.as === 'status' ? value.basis?.rule : undefined
}

/** Running text with values in it; decisions are followed by why. */
export function runsOf(content: Inline, at: Path, page: Page, look?: StyledRun['look']): Runs {
  return content.flatMap((value, index): Runs => {
    const run = runOf(value, [...at, index], page)
    const reason = reasonOf(value)
    if (reason !== undefined) return [run, { t: ` (${reason})`, look: 'muted' }]
    if (look === undefined || typeof value === 'string') return [run]
    return [typeof run === 'string' ? { t: run, look } : { ...run, look }]
  })
}

/** The words of runs, to be measured. */
export function textOf(runs: Run | Runs): string {
  if (typeof runs === 'string') return runs
  return 't' in runs ? runs.t : runs.map(textOf).join('')
}

function linked(target: { readonly report?: string }, at: Path, page: Page): { readonly href?: string } {
  const href = linkOf(target, at, page.context)
  return href === undefined ? {} : { href }
}

/** The link of what has a `report` to lead to. */
export { linked as linkTo }
