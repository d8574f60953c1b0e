import type { Block, Cell, ListItem } from './report.js'
import type { Basis, Inline, RecordGroup } from './value.js'

/** The values that a block itself shows, in the order of reading; those of blocks inside it are not among them. */
export function valuesOf(block: Block): Inline {
  switch (block.type) {
    case 'paragraph':
    case 'lead':
      return block.content
    case 'list':
      return block.items.flatMap(valuesOfItem)
    case 'metrics':
      return block.items.flatMap(({ value, plan }) => (plan === undefined ? [value] : [value, plan]))
    case 'table':
      return [...block.rows, block.total ?? []].flatMap((cells) => cells.flatMap((cell) => cell ?? []))
    case 'facts':
      return block.items.flatMap(({ value }) => value)
    case 'heading':
    case 'chart':
    case 'columns':
    case 'callout':
    case 'image':
    case 'signature':
    case 'page-break':
    case 'custom':
      return []
  }
}

function valuesOfItem(item: ListItem): Inline {
  return [...item.content, ...(item.items ?? []).flatMap(valuesOfItem)]
}

/**
 * How the figures were counted: each rule once, with the records of all values that name it, each record
 * once. Records of one kind that are called by different nouns stay apart. The basis of a status is not
 * among them: it is told where the status stands.
 */
export function basesOf(values: Inline): readonly Basis[] {
  const byRule = new Map<string, Basis & { readonly records: RecordGroup[] }>()
  for (const value of values) {
    if (typeof value === 'string' || value.as === 'status' || !('basis' in value)) continue
    const { basis } = value
    if (basis === undefined) continue
    const key = JSON.stringify([basis.rule, basis.report])
    const known = byRule.get(key)
    if (known === undefined) byRule.set(key, { ...basis, records: [...basis.records] })
    else known.records.push(...basis.records)
  }
  return [...byRule.values()].map((basis) => ({ ...basis, records: merged(basis.records) }))
}

function merged(groups: readonly RecordGroup[]): readonly RecordGroup[] {
  const byName = new Map<string, { readonly group: RecordGroup; readonly ids: Set<string> }>()
  for (const group of groups) {
    const name = JSON.stringify([group.kind, group.noun])
    const ids = byName.get(name)?.ids ?? new Set<string>()
    for (const id of group.ids) ids.add(id)
    byName.set(name, { group, ids })
  }
  return [...byName.values()].map(({ group, ids }) => ({ ...group, ids: [...ids] }))
}

/** What the bar of a cell is as long as: its number, of an interval the certain part; undefined where it has none. */
export function magnitudeOf(cell: Cell): number | undefined {
  if (cell === null || typeof cell === 'string') return undefined
  switch (cell.as) {
    case 'number':
    case 'share':
      return cell.value
    case 'money':
      return cell.minor
    case 'interval':
      return cell.low
    case 'date':
    case 'status':
    case 'reference':
    case 'unknown':
      return undefined
  }
}
