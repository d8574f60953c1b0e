import type { Facts, Inline, ListItem, Path, Value } from '@tirazh/spec'
import type { Page } from './page.js'
import { runsOf } from './runs.js'
import { bodySize, certificateSize } from './sizes.js'
import type { FactsNode, ListNode, Runs } from './tree.js'

/** Decisions are said by a mark and a word before what they are about. */
export function list(items: readonly ListItem[], ordered: boolean, at: Path, page: Page): ListNode {
  return {
    ...{ kind: 'list', ordered },
    marked: !ordered && items.some(({ status }) => status !== undefined),
    items: items.map((item, index) => {
      const path = [...at, index]
      const content = runsOf(item.content, [...path, 'content'], page)
      const said: Runs =
        item.status === undefined
          ? []
          : [{ t: page.f.truth(item.status), mark: item.status, look: 'strong' }, ': ']
      const inner = item.items ?? []
      return {
        runs: [...said, ...content],
        list: inner.length === 0 ? null : list(inner, ordered, [...path, 'items'], page),
      }
    }),
  }
}

/** Labels have up to two fifths of the room; a longer one stands on a line of its own. */
export function facts(block: Facts, at: Path, page: Page): FactsNode {
  const gap = 10
  const size = page.layout === 'certificate' ? certificateSize : bodySize
  const widths = block.items.map(({ label }) => page.fonts.regular.width(label, size) * 1.03 + gap)
  const most = page.width * 0.4
  const room = Math.max(60, ...widths.filter((width) => width <= most))
  return {
    ...{ kind: 'facts', room },
    items: block.items.map(({ label, value }, index) => ({
      label,
      long: (widths[index] ?? 0) > room || label.includes('\n'),
      runs: runsOf(isInline(value) ? value : [value], [...at, 'items', index], page),
    })),
  }
}

function isInline(value: Value | Inline): value is Inline {
  return Array.isArray(value)
}
