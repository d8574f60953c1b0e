import type { Block, Callout, Columns, Heading, Path } from '@tirazh/spec'
import type { VNode } from 'preact'
import { BasisNote } from './basis.js'
import { FigureView } from './figure.js'
import { ImageView } from './image.js'
import { FactsView, ListView } from './lists.js'
import { MetricsView } from './metrics.js'
import { idOf, type Page } from './page.js'
import { SignatureView } from './signature.js'
import { TableView } from './table.js'
import { InlineView } from './values.js'

interface Props<Of> {
  readonly block: Of
  readonly at: Path
  readonly page: Page
}

/** Blocks one below the other; `at` is the path of their list. */
export function Blocks({
  blocks,
  at,
  page,
}: {
  readonly blocks: readonly Block[]
  readonly at: Path
  readonly page: Page
}): VNode {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView block={block} at={[...at, index]} page={page} />
      ))}
    </>
  )
}

export function BlockView({ block, at, page }: Props<Block>): VNode {
  switch (block.type) {
    case 'heading':
      return <HeadingView block={block} at={at} page={page} />
    case 'paragraph':
    case 'lead':
      return (
        <>
          <p class={block.type === 'lead' ? 'lead' : undefined}>
            <InlineView
              content={block.content}
              at={[...at, 'content']}
              page={page}
              strong={block.type === 'lead'}
            />
          </p>
          <BasisNote block={block} at={at} page={page} />
        </>
      )
    case 'list':
      return <ListView block={block} at={at} page={page} />
    case 'metrics':
      return <MetricsView block={block} at={at} page={page} />
    case 'table':
      return <TableView block={block} at={at} page={page} />
    case 'chart':
      return <FigureView block={block} at={at} page={page} />
    case 'columns':
      return <ColumnsView block={block} at={at} page={page} />
    case 'callout':
      return <CalloutView block={block} at={at} page={page} />
    case 'facts':
      return <FactsView block={block} at={at} page={page} />
    case 'image':
      return <ImageView block={block} at={at} page={page} />
    case 'signature':
      return <SignatureView block={block} page={page} />
    case 'page-break':
      return <div class="page-break" />
    case 'custom':
      page.context.omit(at, `this format has no drawing for the block ${block.name}; its fallback is shown`)
      return <Blocks blocks={block.fallback} at={[...at, 'fallback']} page={page} />
  }
}

function HeadingView({ block, page }: Props<Heading>): VNode {
  switch (page.headingLevel(block.level)) {
    case 2:
      return <h2>{block.text}</h2>
    case 3:
      return <h3>{block.text}</h3>
    case 4:
      return <h4>{block.text}</h4>
  }
}

function ColumnsView({ block, at, page }: Props<Columns>): VNode {
  return (
    <div class="columns">
      {block.columns.map((blocks, index) => (
        <div class="column">
          <Blocks blocks={blocks} at={[...at, 'columns', index]} page={page} />
        </div>
      ))}
    </div>
  )
}

function CalloutView({ block, at, page }: Props<Callout>): VNode {
  const title = `${idOf(at)}-title`
  return (
    <div class={`callout callout-${block.tone}`} role="note" aria-labelledby={title}>
      <p class="callout-title" id={title}>
        {block.title}
      </p>
      <Blocks blocks={block.blocks} at={[...at, 'blocks']} page={page} />
    </div>
  )
}
