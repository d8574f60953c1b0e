import type { FieldModel } from '@tirazh/rules'
import type { JsonPath, JsonSql } from './json-sql.js'

/** SQL for the fields of a record whose document has properties of the same names, as `factRows` would write them. */
export function fieldCells<Name extends string>(
  json: JsonSql,
  fields: Readonly<Record<Name, FieldModel>>,
  doc: string,
): Readonly<Record<Name, string>> {
  const cells = Object.entries<FieldModel>(fields).map(([name, field]) => [
    name,
    cell(json, field, doc, name),
  ])
  return Object.fromEntries(cells)
}

/** SQL for a number of a document in the smallest units of the field. */
export function wholeCell(json: JsonSql, field: FieldModel, doc: string, ...path: JsonPath): string {
  const { decimals = 2, max = 1_000_000_000 } = field
  return json.whole({ decimals, max }, doc, ...path)
}

function cell(json: JsonSql, field: FieldModel, doc: string, name: string): string {
  switch (field.type) {
    case 'text': {
      const text = json.text(doc, name)
      // Only free text may hold what is stored differently.
      return field.words === undefined ? json.storable(text) : text
    }
    case 'code':
      return json.text(doc, name)
    case 'date':
      return json.day(json.text(doc, name))
    case 'boolean':
      return json.flag(doc, name)
    case 'number':
    case 'share':
      return wholeCell(json, field, doc, name)
  }
}
