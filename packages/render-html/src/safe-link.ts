const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address if a page may link to it: relative, `http`, `https` or `mailto`. Otherwise `undefined`.
 * Browsers skip tabs and line feeds in addresses and read `\` as `/`, so neither is let through.
 */
export function safeLink(address: string): string | undefined {
  const trimmed = address.trim()
  if (trimmed === '' || /[\u0000-\u0020\u007f\\]/.test(trimmed) || trimmed.startsWith('//')) return undefined
  const scheme = /^[^/?#]*?:/.exec(trimmed)?.[0]
  return scheme === undefined || allowed.has(scheme.toLowerCase()) ? trimmed : undefined
}
