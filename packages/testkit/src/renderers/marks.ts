/** A word that no format writes in another way and that no other text holds. */
export function mark(of: string): string {
  return `mark${of}q`
}

/** The marks in a text. */
export function marksIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/mark[a-z0-9]+q/g))
}

/** Every mark of a report with the path of the text that holds it. */
export function marksOf(
  value: unknown,
  at: readonly (string | number)[] = [],
): readonly { readonly mark: string; readonly at: readonly (string | number)[] }[] {
  if (typeof value === 'string') return [...marksIn(value)].map((found) => ({ mark: found, at }))
  if (typeof value !== 'object' || value === null) return []
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value)
  return entries.flatMap(([key, item]) => marksOf(item, [...at, key]))
}
