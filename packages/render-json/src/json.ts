import type { RenderContext, Renderer } from '@tirazh/spec'

/**
 * Renders a report to JSON: all of it, with the records behind every figure. Properties stand in one
 * order whatever order they were built in, so equal reports give equal bytes.
 */
export function json(): Renderer<string> {
  return {
    format: 'json',
    mediaType: 'application/json',
    extension: 'json',
    async render(report, context) {
      context.signal?.throwIfAborted()
      return `${JSON.stringify(ordered(report, [], context), null, 2)}\n`
    },
  }
}

/** What a reader looks for first; everything else follows by name. */
const first: readonly string[] = [
  ...[
    'schema',
    'type',
    'chart',
    'as',
    'id',
    'kind',
    'noun',
    'locale',
    'name',
    'title',
    'subtitle',
    'caption',
    'label',
  ],
  ...['issuer', 'issuedOn', 'notice', 'provenance', 'text', 'status', 'value', 'low', 'high', 'minor'],
]

/** A copy with its properties in order. What JSON cannot hold becomes `null` and is listed as omitted. */
function ordered(value: unknown, at: readonly (string | number)[], context: RenderContext): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (Array.isArray(value)) {
    return Array.from(value, (part, index) => ordered(part, [...at, index], context))
  }
  if (typeof value === 'object' && isPlain(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
        .map(([key, part]) => [key, ordered(part, [...at, key], context)]),
    )
  }
  context.omit(at, `JSON has no form for a value like this (${typeof value}); null stands in its place`)
  return null
}

function rank(key: string): number {
  const index = first.indexOf(key)
  return index === -1 ? first.length : index
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}
