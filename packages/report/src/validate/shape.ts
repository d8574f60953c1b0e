import {
  type Family,
  missing,
  tooDeep,
  unknownField,
  unknownKind,
  wrongCount,
  wrongType,
} from './problems.js'
import { add, type Check, step, type Walk } from './walk.js'

/**
 * A check for each field of a type, `optional(…)` for those that may be absent: the compiler says so when
 * the model gains, loses or frees a field.
 */
export type Shape<T> = {
  readonly [Field in keyof T]-?: Record<string, never> extends Pick<T, Field> ? Optional : Check
}

export interface Optional {
  readonly optional: Check
}

export function optional(check: Check): Optional {
  return { optional: check }
}

/** What must hold between the fields of an object, of which nothing is known yet. */
export type Rule<T> = (value: { readonly [Field in keyof T]?: unknown }, walk: Walk) => void

/** An object with these fields and no others. A field that is `undefined` is absent. */
export function object<T extends object>(shape: Shape<T>, ...rules: readonly Rule<T>[]): Check {
  const fields = new Map<string, Field>()
  for (const [name, field] of Object.entries<Check | Optional>(shape)) {
    const check = typeof field === 'function' ? field : field.optional
    fields.set(name, { check, required: check === field && check !== anything })
  }
  const names = [...fields.keys()]
  const required = names.filter((name) => fields.get(name)?.required)
  return (value, walk) => {
    if (!isObject(value)) return add(walk, wrongType('object', value))
    let present = 0
    for (const name of Object.keys(value)) {
      const part = value[name]
      if (part === undefined) continue
      const field = fields.get(name)
      if (field === undefined) {
        add(walk, unknownField(name, names), name)
        continue
      }
      if (field.required) present++
      if (field.check !== anything) step(walk, name, part, field.check)
    }
    if (present < required.length) {
      const absent = required.filter((name) => !Object.hasOwn(value, name) || value[name] === undefined)
      for (const name of absent) add(walk, missing(name), name)
    }
    for (const rule of rules) rule(value as Parameters<Rule<T>>[0], walk)
  }
}

interface Field {
  readonly check: Check
  readonly required: boolean
}

/** One of several objects, told apart by a field. */
export function oneOf<Kind extends string>(
  family: Family,
  field: string,
  checks: Readonly<Record<Kind, Check>>,
): Check {
  const known = new Map(Object.entries<Check>(checks))
  return (value, walk) => {
    if (!isObject(value)) return add(walk, wrongType('object', value))
    const kind = value[field]
    if (kind === undefined) return add(walk, missing(field), field)
    const check = typeof kind === 'string' ? known.get(kind) : undefined
    if (check === undefined) add(walk, unknownKind(family, kind, [...known.keys()]), field)
    else check(value, walk)
  }
}

/** Looks at nothing: a field that told which check to take, or that is the host's own. May be absent. */
export const anything: Check = () => undefined

export function listOf(check: Check, least = 0, most: number = Number.POSITIVE_INFINITY): Check {
  return (value, walk) => {
    if (!Array.isArray(value)) return add(walk, wrongType('list', value))
    if (value.length < least || value.length > most) add(walk, wrongCount(value.length, least, most))
    for (let index = 0; index < value.length; index++) step(walk, index, value[index], check)
  }
}

/** Deeper than any page or list of an office suite shows. */
const deepest = 16

/** A list that may hold lists like itself. */
export function nested(check: Check): Check {
  return (value, walk) => {
    if (walk.open.length >= deepest || walk.open.includes(value)) return add(walk, tooDeep(deepest))
    walk.open.push(value)
    check(value, walk)
    walk.open.pop()
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
