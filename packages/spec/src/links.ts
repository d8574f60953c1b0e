import type { RenderContext } from './report.js'
import type { Path } from './scalars.js'

/**
 * The address of the report that a reference or a basis leads to, where there is one that may be linked to.
 * An address that is not safe is listed as omitted at `at`.
 */
export function linkOf(
  { report }: { readonly report?: string },
  at: Path,
  context: RenderContext,
): string | undefined {
  const address = report === undefined ? undefined : context.link(report)
  if (address === undefined) return undefined
  const safe = safeAddress(address)
  if (safe === undefined) {
    context.omit(at, 'the address of the link is neither relative nor http, https or mailto')
  }
  return safe
}

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address without space around it if it may be linked to: relative, `http`, `https` or `mailto`.
 * Otherwise `undefined`. Browsers skip tabs and line feeds in addresses and read `\` as `/`, so neither
 * is let through, and neither is `//host`. Not escaped for any format.
 */
export function safeAddress(address: string): string | undefined {
  const trimmed = address.trim()
  if (trimmed === '' || /[\u0000-\u0020\u007f\\]/.test(trimmed) || trimmed.startsWith('//')) return undefined
  const scheme = /^[^/?#]*?:/.exec(trimmed)?.[0]
  return scheme === undefined || schemes.has(scheme.toLowerCase()) ? trimmed : undefined
}
