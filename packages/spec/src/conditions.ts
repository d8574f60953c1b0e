import { compareCodePoints } from './code-points.js'
import type { Json, Scalar } from './scalars.js'
import type { Condition, Operator } from './storage.js'

/**
 * Whether a document meets a condition. Only values of one type are comparable: text by code point,
 * numbers by size, `false` before `true`. A property that is missing, null, a list or an object matches
 * nothing, and neither does any property of a document that is not an object.
 */
export function meets(doc: Json, { field, is, value }: Condition): boolean {
  if (!isRecord(doc) || !Object.hasOwn(doc, field)) return false
  const order = compare(doc[field], value)
  return order !== undefined && accepts[is](order)
}

const accepts: Readonly<Record<Operator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

function compare(found: Json | undefined, value: Scalar): number | undefined {
  if (typeof found === 'string' && typeof value === 'string') return compareCodePoints(found, value)
  // Two different numbers never have the difference 0, and that of NaN and any number is in no order.
  if (typeof found === 'number' && typeof value === 'number') return found - value
  if (typeof found === 'boolean' && typeof value === 'boolean') return Number(found) - Number(value)
  return undefined
}

function isRecord(doc: Json): doc is { readonly [key: string]: Json | undefined } {
  return typeof doc === 'object' && doc !== null && !Array.isArray(doc)
}
