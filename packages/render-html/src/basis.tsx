import type { Basis, Inline, Value } from '@tirazh/spec'
import type { VNode } from 'preact'
import type { Page } from './page.js'
import { moreAfter, records as recordNoun } from './words.js'

/** The rules behind the values, each once, with the records of all values that name it. */
export function gatherBases(values: Inline): readonly Basis[] {
  const byRule = new Map<string, Map<string, Set<string>>>()
  for (const basis of values.flatMap(basisOf)) {
    const kinds = byRule.get(basis.rule) ?? new Map<string, Set<string>>()
    byRule.set(basis.rule, kinds)
    for (const { kind, ids } of basis.records) {
      kinds.set(kind, new Set([...(kinds.get(kind) ?? []), ...ids]))
    }
  }
  return [...byRule].map(([rule, kinds]) => ({
    rule,
    records: [...kinds].map(([kind, ids]) => ({ kind, ids: [...ids] })),
  }))
}

function basisOf(value: Value): readonly Basis[] {
  return typeof value !== 'string' && 'basis' in value && value.basis !== undefined ? [value.basis] : []
}

/** Opens to how the figures of a block were counted; nothing if none says so. */
export function BasisNote({ values, page }: { readonly values: Inline; readonly page: Page }): VNode | null {
  const bases = gatherBases(values)
  if (bases.length === 0) return null
  return (
    <details class="basis">
      <summary>{page.say('howCounted')}</summary>
      <ul>
        {bases.map((basis) => (
          <li>
            {basis.rule}{' '}
            {basis.records.map((group) => (
              <RecordsLine group={group} page={page} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

interface RecordsProps {
  readonly group: Basis['records'][number]
  readonly page: Page
}

function RecordsLine({ group, page }: RecordsProps): VNode {
  const ids = recordSample(group.ids, page)
  return (
    <span class="records">
      {recordCount(group, page)}
      {ids === '' ? '' : `: ${ids}`}.{' '}
    </span>
  )
}

/** How many records of which kind: «439 внедрений», or «439 записей вида «adoption»» if its name is not known. */
export function recordCount({ kind, ids }: Basis['records'][number], page: Page): string {
  const noun = Object.hasOwn(page.kinds, kind) ? page.kinds[kind] : undefined
  if (noun !== undefined) return page.f.count(ids.length, noun)
  return `${page.f.count(ids.length, recordNoun)} ${page.say('kind')} ${kind}`
}

const handful = 5

/** The first few ids; all of them are in the JSON form of the report. */
export function recordSample(ids: readonly string[], page: Page): string {
  if (ids.length <= handful) return ids.join(', ')
  const rest = page.f.number(ids.length - handful)
  return `${ids.slice(0, handful).join(', ')} ${page.say('more')} ${rest}${page.f.text(moreAfter)}`
}
