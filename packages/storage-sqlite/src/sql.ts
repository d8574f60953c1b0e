/** Text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** SQL for the JSON type and the value of a top-level property of `doc`. */
export interface FieldSql {
  readonly type: string
  readonly value: string
  /** Whether `value` may stand in an index. */
  readonly indexable: boolean
}

export function fieldOf(name: string): FieldSql {
  // A JSON path has no way to write a name with a quote, and versions differ about escapes.
  if (/["\\\u0000-\u001f]/.test(name)) {
    const property = `FROM json_each(doc) WHERE key = ${literal(name)}`
    return { type: `(SELECT type ${property})`, value: `(SELECT atom ${property})`, indexable: false }
  }
  const path = literal(`$."${name}"`)
  return { type: `json_type(doc, ${path})`, value: `json_extract(doc, ${path})`, indexable: true }
}
