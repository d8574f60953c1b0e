import type { Fields, SubjectModel } from '@tirazh/rules'
import type { Scalar } from '@tirazh/spec'
import type { Days } from './days.js'
import type { Random } from './random.js'
import { type Type, typeOf } from './values.js'

/** Where a random rule grows. */
export interface Context {
  readonly random: Random
  readonly days: Days
  readonly model: SubjectModel
  readonly params: Params
  /** The policies that may be used here. */
  readonly usable: readonly string[]
  /** The relation whose records are looked at, inside an aggregate. */
  readonly row?: string
  /** Whether an aggregate may stand here. */
  readonly aggregates: boolean
  /** Whether the date of the facts may stand here. */
  readonly asOf: boolean
}

/** The parameters of a policy, made as they are asked for. */
export interface Params {
  name(type: Type | 'whole'): { readonly name: string; readonly values: readonly Scalar[] }
}

/** A field of the row or of the subject that has a type, where there is one. */
export function randomField(
  type: Type,
  context: Context,
): { name: string; of: 'subject' | 'row'; fields: Fields } {
  const { random, model, row } = context
  const of = row !== undefined && random.chance(0.85) ? 'row' : 'subject'
  const fields = of === 'row' && row !== undefined ? (model.relations[row]?.fields ?? {}) : model.fields
  const names = Object.entries(fields).flatMap(([name, field]) => (typeOf(field) === type ? [name] : []))
  if (type === 'word' && random.chance(0.05)) return { name: 'id', of, fields }
  return { name: random.pick(names), of, fields }
}
