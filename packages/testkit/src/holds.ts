import type { Condition, Json, Operator } from '@tirazh/spec'
import { codePoints } from './code-points.js'

/**
 * The definition, in its shortest form: values of one type are compared, anything else matches nothing.
 * Not `meets`, which adapters use: what judges them must not share a mistake with them.
 */
export function holds(doc: Json, { field, is, value }: Condition): boolean {
  if (typeof doc !== 'object' || doc === null || Array.isArray(doc) || !Object.hasOwn(doc, field))
    return false
  const found: unknown = Reflect.get(doc, field)
  if (typeof found !== typeof value) return false
  const [left, right] = [found, value].map((each) =>
    typeof each === 'string' ? codePoints(each) : Number(each),
  )
  const order = compare(left ?? '', right ?? '')
  return verdicts[is].includes(order)
}

const verdicts: Readonly<Record<Operator, readonly number[]>> = {
  '=': [0],
  '<': [-1],
  '<=': [-1, 0],
  '>': [1],
  '>=': [0, 1],
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
