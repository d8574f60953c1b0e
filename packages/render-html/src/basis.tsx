import {
  type Basis,
  type Block,
  basesOf,
  type Formats,
  linkOf,
  type Path,
  type RecordGroup,
  valuesOf,
} from '@tirazh/spec'
import type { VNode } from 'preact'
import { isolated } from './isolate.js'
import type { Page } from './page.js'

interface BasisNoteProps {
  readonly block: Block
  readonly at: Path
  readonly page: Page
}

/** Opens to how the figures of a block were counted; nothing if none says so. */
export function BasisNote({ block, at, page }: BasisNoteProps): VNode | null {
  const bases = basesOf(valuesOf(block))
  if (bases.length === 0) return null
  return (
    <details class="basis">
      <summary>{page.say('howCounted')}</summary>
      <ul>
        {bases.map((basis) => (
          <li>
            {page.text(basis.rule)} {recordsText(basis, page.f)}
            <Explanation basis={basis} at={at} page={page} />
          </li>
        ))}
      </ul>
    </details>
  )
}

interface ExplanationProps {
  readonly basis: Basis
  readonly at: Path
  readonly page: Page
}

/** The way to the report that explains a figure, where there is one to link to. */
export function Explanation({ basis, at, page }: ExplanationProps): VNode | null {
  const address = linkOf(basis, at, page.context)
  return address === undefined ? null : <a href={address}>{page.say('explanation')}</a>
}

function recordsText({ records }: Basis, f: Formats): string {
  return records
    .map((group) => {
      const count = isolated(f.count(group.ids.length, group.noun))
      return group.ids.length === 0 ? `${count}. ` : `${count}: ${recordSample(group, f)}. `
    })
    .join('')
}

/** A handful of ids; all of them are in the JSON form of the report. */
export function recordSample({ ids }: RecordGroup, f: Formats): string {
  return f.list(ids.map(isolated), 4)
}
