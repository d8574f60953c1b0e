import type { Signature } from '@tirazh/spec'
import type { VNode } from 'preact'
import type { Page } from './page.js'

/** Who signs, with a line for the hand; the line for the name is empty where it is filled in by hand. */
export function SignatureView({ block, page }: { readonly block: Signature; readonly page: Page }): VNode {
  const { position, name, on } = block
  return (
    <div class="signature">
      <p>{position}</p>
      <p class="hand" />
      <p class={name === undefined ? 'hand' : undefined}>{name}</p>
      {on === undefined ? null : (
        <p class="muted">
          <time dateTime={on}>{page.f.date(on, 'long')}</time>
        </p>
      )}
    </div>
  )
}
