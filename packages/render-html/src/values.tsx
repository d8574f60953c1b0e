import { type Inline, linkOf, type Path, type StatusValue, type Value } from '@tirazh/spec'
import type { VNode } from 'preact'
import type { Page } from './page.js'

export interface ValueProps {
  readonly value: Value
  readonly at: Path
  readonly page: Page
}

/** One value; what it says comes from the formats of the locale. */
export function ValueView({ value, at, page }: ValueProps): VNode {
  const text = page.text(value)
  if (typeof value === 'string') return <>{text}</>
  switch (value.as) {
    case 'status':
      return <StatusView value={value} at={at} page={page} />
    case 'reference': {
      const address = linkOf(value, at, page.context)
      if (address !== undefined) return <a href={address}>{text}</a>
      break
    }
    case 'unknown':
      return <i class="unknown">{text}</i>
    case 'date':
      return <time dateTime={value.value}>{text}</time>
    case 'number':
    case 'interval':
    case 'money':
    case 'share':
      break
  }
  return <>{text}</>
}

interface StatusProps extends ValueProps {
  readonly value: StatusValue
}

/** The word with its mark, drawn by the style sheet, and the reason behind it. */
function StatusView({ value, at, page }: StatusProps): VNode {
  const word = <span class={`status ${value.status}`}>{page.text(value)}</span>
  if (value.basis === undefined) return word
  return (
    <>
      {word} <span class="muted">— </span>
      <Reason value={value} at={at} page={page} />
    </>
  )
}

/**
 * A status in a table: the word opens to its reason, by mouse, finger or keyboard, so that a long table
 * stays short and the reason needs no other page.
 */
export function StatusCell({ value, at, page }: StatusProps): VNode {
  if (value.basis === undefined) return <StatusView value={value} at={at} page={page} />
  return (
    <details class={`status ${value.status}`}>
      <summary>{page.text(value)}</summary>
      <Reason value={value} at={at} page={page} />
    </details>
  )
}

/** A status in a narrow column: the mark, with the word and the reason for those who listen or touch. */
export function StatusMark({ value, at, page }: StatusProps): VNode {
  const said = [page.text(value), ...(value.basis === undefined ? [] : [page.text(value.basis.rule)])]
  const address = value.basis === undefined ? undefined : linkOf(value.basis, at, page.context)
  const words = <span class="spoken">{said.join(': ')}</span>
  const name = `status ${value.status}`
  return address === undefined ? (
    <span class={name}>{words}</span>
  ) : (
    <a class={name} href={address}>
      {words}
    </a>
  )
}

/** Why, as the way to the report that tells all of it where there is one to link to. */
function Reason({ value: { basis }, at, page }: StatusProps): VNode | null {
  if (basis === undefined) return null
  const address = linkOf(basis, at, page.context)
  const why = page.text(basis.rule)
  return address === undefined ? <span>{why}</span> : <a href={address}>{why}</a>
}

interface InlineProps {
  readonly content: Inline
  readonly at: Path
  readonly page: Page
  /** Set the figures off from the words. */
  readonly strong?: boolean
}

/** Running text with values in it. */
export function InlineView({ content, at, page, strong = false }: InlineProps): VNode {
  return (
    <>
      {content.map((value, index) => {
        const view = <ValueView value={value} at={[...at, index]} page={page} />
        return strong && typeof value !== 'string' ? <b>{view}</b> : view
      })}
    </>
  )
}
