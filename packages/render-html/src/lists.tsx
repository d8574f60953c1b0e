import type { Facts, Inline, List, ListItem, Path, Value } from '@tirazh/spec'
import type { VNode } from 'preact'
import { BasisNote } from './basis.js'
import type { Page } from './page.js'
import { InlineView, ValueView } from './values.js'

interface ListProps {
  readonly block: List
  readonly at: Path
  readonly page: Page
}

export function ListView({ block, at, page }: ListProps): VNode {
  return (
    <>
      <Items items={block.items} ordered={block.ordered === true} at={[...at, 'items']} page={page} />
      <BasisNote block={block} at={at} page={page} />
    </>
  )
}

interface ItemsProps {
  readonly items: readonly ListItem[]
  readonly ordered: boolean
  readonly at: Path
  readonly page: Page
}

/** Decisions have a mark where other items have a bullet. */
function Items({ items, ordered, at, page }: ItemsProps): VNode {
  const decisions = items.some(({ status }) => status !== undefined)
  const content = items.map((item, index) => (
    <Item item={item} ordered={ordered} at={[...at, index]} page={page} />
  ))
  if (decisions && !ordered) return <ul class="findings">{content}</ul>
  return ordered ? <ol>{content}</ol> : <ul>{content}</ul>
}

interface ItemProps {
  readonly item: ListItem
  readonly ordered: boolean
  readonly at: Path
  readonly page: Page
}

function Item({ item, ordered, at, page }: ItemProps): VNode {
  return (
    <li class={item.status === undefined ? undefined : `finding ${item.status}`}>
      {item.status === undefined ? null : <span class="spoken">{page.f.truth(item.status)}: </span>}
      <InlineView content={item.content} at={[...at, 'content']} page={page} />
      {item.items === undefined || item.items.length === 0 ? null : (
        <Items items={item.items} ordered={ordered} at={[...at, 'items']} page={page} />
      )}
    </li>
  )
}

interface FactsProps {
  readonly block: Facts
  readonly at: Path
  readonly page: Page
}

export function FactsView({ block, at, page }: FactsProps): VNode {
  return (
    <>
      <dl class="facts">
        {block.items.map(({ label, value }, index) => (
          <div>
            <dt>{label}</dt>
            <dd>
              {isInline(value) ? (
                <InlineView content={value} at={[...at, 'items', index]} page={page} />
              ) : (
                <ValueView value={value} at={[...at, 'items', index]} page={page} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <BasisNote block={block} at={at} page={page} />
    </>
  )
}

function isInline(value: Value | Inline): value is Inline {
  return Array.isArray(value)
}
