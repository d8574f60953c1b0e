/** A JSON Schema as data. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/**
 * A schema for each field of a type, `optional(…)` for those that may be absent: the compiler says so when
 * the model gains, loses or frees a field.
 */
export type Fields<T> = {
  readonly [Field in keyof T]-?: Record<string, never> extends Pick<T, Field> ? Optional : JsonSchema
}

export interface Optional {
  readonly optional: JsonSchema
}

export function optional(schema: JsonSchema): Optional {
  return { optional: schema }
}

/** An object with these fields and no others. */
export function object<T extends object>(fields: Fields<T>): JsonSchema {
  const entries = Object.entries<JsonSchema | Optional>(fields)
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, field]) => [name, schemaOf(field)])),
    required: entries.flatMap(([name, field]) => (isOptional(field) ? [] : [name])),
    additionalProperties: false,
  }
}

export function list(
  items: JsonSchema,
  count: { readonly minItems?: number; readonly maxItems?: number } = {},
): JsonSchema {
  return { type: 'array', items, ...count }
}

export function either(...schemas: readonly JsonSchema[]): JsonSchema {
  return { anyOf: schemas }
}

export function nullOr(schema: JsonSchema): JsonSchema {
  return either(schema, { type: 'null' })
}

export function oneOfTexts<Of extends string>(all: Readonly<Record<Of, true>>): JsonSchema {
  return { enum: Object.keys(all) }
}

export function constant(value: string): JsonSchema {
  return { const: value }
}

/** A schema of the definitions, by its name. */
export function ref(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` }
}

export const text: JsonSchema = { type: 'string' }

/** A text that says something. */
export const words: JsonSchema = { type: 'string', pattern: '\\S' }

export const number: JsonSchema = { type: 'number' }

export const flag: JsonSchema = { type: 'boolean' }

/** A whole number that a double holds exactly. */
export const whole: JsonSchema = {
  type: 'integer',
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
}

export const digits: JsonSchema = { type: 'integer', minimum: 0, maximum: 20 }

/** A day of the calendar, `YYYY-MM-DD`; that a month has as many days is left to whoever reads it. */
export const day: JsonSchema = {
  type: 'string',
  pattern: '^(19|20|21)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
}

function isOptional(field: JsonSchema | Optional): field is Optional {
  return 'optional' in field
}

function schemaOf(field: JsonSchema | Optional): JsonSchema {
  return isOptional(field) ? field.optional : field
}
