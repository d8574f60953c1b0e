import type { Block, Callout, Columns, Path, Signature } from '@tirazh/spec'
import { figure } from './figures.js'
import { image } from './images.js'
import { facts, list } from './lists.js'
import { metrics } from './metrics.js'
import { notes } from './notes.js'
import { mm, type Page, within } from './page.js'
import { runsOf, textOf } from './runs.js'
import { table } from './tables.js'
import type { Node, SignatureNode } from './tree.js'

/** Blocks one below the other; `at` is the path of their list. */
export function nodesOf(blocks: readonly Block[], at: Path, page: Page): readonly Node[] {
  return blocks.flatMap((block, index) => blockNodes(block, [...at, index], page))
}

/** A block, and how its figures were counted. */
export function blockNodes(block: Block, at: Path, page: Page): readonly Node[] {
  return [...nodeOf(block, at, page), ...notes(block, at, page)]
}

function nodeOf(block: Block, at: Path, page: Page): readonly Node[] {
  switch (block.type) {
    case 'heading':
      return [{ kind: 'heading', level: page.headingLevel(block.level), text: block.text }]
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(block.content, [...at, 'content'], page) }]
    case 'lead': {
      const runs = runsOf(block.content, [...at, 'content'], page, 'figure')
      return [{ kind: 'lead', runs, size: textOf(runs).length > 320 ? 11.5 : 14 }]
    }
    case 'list':
      return [list(block.items, block.ordered === true, [...at, 'items'], page)]
    case 'metrics':
      return [metrics(block, at, page)]
    case 'table':
      return [table(block, at, page)]
    case 'chart':
      return [figure(block, at, page)]
    case 'columns':
      return [columns(block, at, page)]
    case 'callout':
      return [callout(block, at, page)]
    case 'facts':
      return [facts(block, at, page)]
    case 'image':
      return image(block, at, page)
    case 'signature':
      return [signature(block, page)]
    case 'page-break':
      if (!page.inside && page.layout !== 'certificate') return [{ kind: 'break' }]
      page.context.omit(
        at,
        'a page ends only between blocks of a report, not within columns, boxes or certificates',
      )
      return []
    case 'custom':
      page.context.omit(at, `this format has no drawing for the block ${block.name}; its fallback is drawn`)
      return nodesOf(block.fallback, [...at, 'fallback'], page)
  }
}

const gutter: number = 7 * mm

/** As many side by side as have room for a table of figures each. */
function columns(block: Columns, at: Path, page: Page): Node {
  const most = Math.max(1, Math.floor((page.width + gutter) / (48 * mm + gutter)))
  const across = Math.max(1, Math.min(block.columns.length, most))
  const column = within(page, (page.width - gutter * (across - 1)) / across)
  return {
    kind: 'columns',
    across,
    columns: block.columns.map((blocks, index) => nodesOf(blocks, [...at, 'columns', index], column)),
  }
}

function callout(block: Callout, at: Path, page: Page): Node {
  const inner = within(page, page.width - 12 * mm)
  return {
    ...{ kind: 'callout', tone: block.tone, title: block.title },
    blocks: nodesOf(block.blocks, [...at, 'blocks'], inner),
    keep: JSON.stringify(block.blocks).length < 2_000,
  }
}

export function signature(block: Signature, page: Page): SignatureNode {
  return {
    kind: 'signature',
    position: block.position,
    name: block.name ?? null,
    on: block.on === undefined ? null : page.f.date(block.on, 'long'),
  }
}
