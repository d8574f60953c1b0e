import { type Inline, linkOf, type Path, type Truth, type Value } from '@tirazh/spec'
import type { VNode } from 'preact'
import type { Page } from './page.js'

interface ValueProps {
  readonly value: Value
  readonly at: Path
  readonly page: Page
}

/** One value; what it says comes from the formats of the locale. */
export function ValueView({ value, at, page }: ValueProps): VNode {
  const text = page.f.value(value)
  if (typeof value === 'string') return <>{text}</>
  switch (value.as) {
    case 'status':
      return (
        <span class={`status ${value.status}`}>
          <StatusMark status={value.status} /> {text}
        </span>
      )
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

/** A check, a question mark or a cross: told apart by shape. A word always stands beside it. */
export function StatusMark({ status }: { readonly status: Truth }): VNode {
  return (
    <svg class={`mark ${status}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7.25" />
      <path d={shapes[status]} />
    </svg>
  )
}

const shapes: Readonly<Record<Truth, string>> = {
  met: 'M4.6 8.4l2.3 2.3 4.5-5',
  unknown: 'M5.9 6.3a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4M8 11.9v.1',
  unmet: 'M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4',
}
