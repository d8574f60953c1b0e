/** Text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** SQL for the value of a top-level property of `doc`. */
export interface FieldSql {
  readonly value: string
  /** Whether `value` may stand in an index. */
  readonly indexable: boolean
}

export function fieldOf(name: string): FieldSql {
  // A JSON path has no way to write a name with a quote, and versions differ about escapes.
  if (/["\\\u0000-\u001f]/.test(name)) {
    return { value: `(SELECT atom FROM json_each(doc) WHERE key = ${literal(name)})`, indexable: false }
  }
  return { value: `json_extract(doc, ${literal(`$."${name}"`)})`, indexable: true }
}
