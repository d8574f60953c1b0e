import type { Basis, Block, Inline, ListItem, RecordGroup } from './report.js'

/** The values that a block itself shows, in the order of reading; those of blocks inside it are not among them. */
export function valuesOf(block: Block): Inline {
  switch (block.type) {
    case 'paragraph':
    case 'lead':
      return block.content
    case 'list':
      return block.items.flatMap(valuesOfItem)
    case 'metrics':
      return block.items.map(({ value }) => value)
    case 'table':
      return [...block.rows, block.total ?? []].flatMap((cells) => cells.flatMap((cell) => cell ?? []))
    case 'facts':
      return block.items.flatMap(({ value }) => value)
    case 'heading':
    case 'chart':
    case 'columns':
    case 'callout':
    case 'custom':
      return []
  }
}

function valuesOfItem(item: ListItem): Inline {
  return [...item.content, ...(item.items ?? []).flatMap(valuesOfItem)]
}

/**
 * How the values were counted: each rule once, with the records of all values that name it, each record
 * once. Records of one kind that are called by different nouns stay apart.
 */
export function basesOf(values: Inline): readonly Basis[] {
  const byRule = new Map<string, RecordGroup[]>()
  for (const value of values) {
    const basis = typeof value !== 'string' && 'basis' in value ? value.basis : undefined
    if (basis === undefined) continue
    const groups = byRule.get(basis.rule) ?? []
    groups.push(...basis.records)
    byRule.set(basis.rule, groups)
  }
  return [...byRule].map(([rule, groups]) => ({ rule, records: merged(groups) }))
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
