export interface Place {
  readonly path: readonly (string | number)[]
  readonly parent: object
  readonly key: string | number
  readonly value: unknown
}

/** Every field and item, but for what lies in the data of custom blocks. */
export function placesIn(parent: object, at: readonly (string | number)[] = []): readonly Place[] {
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(parent)
    ? [...parent.entries()]
    : Object.entries(parent)
  return entries
    .filter(([key]) => !('type' in parent && parent.type === 'custom' && key === 'data'))
    .flatMap(([key, value]) => {
      const path = [...at, key]
      const inner = typeof value === 'object' && value !== null ? placesIn(value, path) : []
      return [{ path, parent, key, value }, ...inner]
    })
}

export function pick<Of>(from: readonly Of[], seed: number): Of {
  const found = from[seed % from.length]
  if (found === undefined) throw new Error('There is nothing to pick from.')
  return found
}

/** A copy with one thing replaced, or taken away by `undefined`. */
export function changed(value: unknown, [step, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (step === undefined) return by
  if (Array.isArray(value)) return value.map((item, n) => (n === step ? changed(item, rest, by) : item))
  if (!isRecord(value)) throw new Error('There is nothing at the place.')
  return { ...value, [step]: changed(value[step], rest, by) }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Nothing in a report can be true or a symbol where it is something else now. */
export function anotherKind(value: unknown): unknown {
  return typeof value === 'boolean' ? 'true' : true
}

/** Fields that may be absent wherever they are. */
const optional: ReadonlySet<string | number> = new Set([
  ...['subtitle', 'notice', 'layout', 'ordered', 'plan', 'trend', 'total', 'align', 'rowHeader', 'bar'],
  ...['narrow', 'width', 'on', 'unit', 'digits', 'bound', 'basis', 'signed', 'style', 'note'],
])

export function isOptional(parent: object, key: string | number): boolean {
  if (optional.has(key)) return true
  const typed = 'type' in parent ? parent.type : 'as' in parent ? parent.as : undefined
  const isItem = 'content' in parent && !('type' in parent)
  const isColumn = 'title' in parent && !('type' in parent)
  switch (key) {
    case 'caption':
      return typed === 'image'
    case 'name':
      return typed === 'signature'
    case 'record':
      return typed === 'reference'
    case 'report':
      return true
    case 'as':
      return isColumn
    case 'items':
    case 'status':
      return isItem
    default:
      return false
  }
}
