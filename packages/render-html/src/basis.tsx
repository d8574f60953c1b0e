import { type Block, basesOf, type Formats, type RecordGroup, valuesOf } from '@tirazh/spec'
import type { VNode } from 'preact'
import type { Page } from './page.js'

/** Opens to how the figures of a block were counted; nothing if none says so. */
export function BasisNote({ block, page }: { readonly block: Block; readonly page: Page }): VNode | null {
  const bases = basesOf(valuesOf(block))
  if (bases.length === 0) return null
  return (
    <details class="basis">
      <summary>{page.say('howCounted')}</summary>
      <ul>
        {bases.map(({ rule, records }) => (
          <li>
            {rule}{' '}
            {records.map((group) => (
              <span class="records">
                {page.f.count(group.ids.length, group.noun)}
                {group.ids.length === 0 ? '' : `: ${recordSample(group, page.f)}`}.{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A handful of ids; all of them are in the JSON form of the report. */
export function recordSample({ ids }: RecordGroup, f: Formats): string {
  return f.list(ids, 6)
}
