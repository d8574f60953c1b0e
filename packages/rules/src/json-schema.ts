import type { Json } from '@tirazh/spec'
import { groups, type Kind, type List, type Shape, shapes } from './language.js'
import { forbiddenNames } from './leaf.js'
import { type PolicyLimits, policyLimits } from './limits.js'
import { definitionTexts, keyTexts } from './schema-texts.js'

/** A schema as JSON, by the draft 2020-12 of JSON Schema. */
export type JsonSchema = { readonly [keyword: string]: Json }

/**
 * The policy language for editors. What it refuses `shapeIssues` refuses too. It cannot say what goes
 * beyond shapes: that a day is in the calendar, that periods have no gaps, that ids are not repeated,
 * how deep, large and costly a policy may be.
 */
export function policySchema(limits: PolicyLimits = policyLimits): JsonSchema {
  const objects = Object.entries(shapes).map(([name, shape]) => define(name, objectOf(shape, name, limits)))
  const nodes = Object.entries(groups).flatMap(([group, ops]) => [
    define(group, unionOf(group, Object.keys(ops))),
    ...Object.entries(ops).map(([op, shape]) =>
      define(nodeName(group, op), objectOf(shape, nodeName(group, op), limits, op)),
    ),
  ])
  const values = Object.entries(valuesWithin(limits)).map(([name, schema]) => define(name, schema))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Policy of Tirazh',
    ...reference('policy'),
    $defs: Object.fromEntries([...objects, ...nodes, ...values]),
  }
}

function define(name: string, schema: JsonSchema): readonly [string, JsonSchema] {
  const description = definitionTexts[name]
  return [name, description === undefined ? schema : { description, ...schema }]
}

const reference = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` })

/** A whole number is another literal than any number. */
const nodeName = (group: string, op: string): string => (group === 'quantity' ? `${group}-${op}` : op)

/** The kind of an object by its `op`, so that an editor reports what is wrong inside that one only. */
function unionOf(group: string, ops: readonly string[]): JsonSchema {
  return {
    type: 'object',
    required: ['op'],
    properties: { op: { enum: ops } },
    allOf: ops.map((op) => when('op', op, reference(nodeName(group, op)))),
  }
}

function objectOf(shape: Shape, name: string, limits: PolicyLimits, op?: string): JsonSchema {
  const keys = Object.entries(shape)
  const required = keys.flatMap(([key, { optional, unless }]) => (optional || unless ? [] : [key]))
  const conditions = keys.flatMap(([key, { unless }]) =>
    unless ? [when(unless.key, unless.word, { properties: { [key]: false } }, { required: [key] })] : [],
  )
  return {
    type: 'object',
    required: op === undefined ? required : ['op', ...required],
    properties: {
      ...(op === undefined ? {} : { op: { const: op } }),
      ...Object.fromEntries(
        keys.map(([key, { kind }]) => [key, describedAs(`${name}.${key}`, key, schemaOf(kind, limits))]),
      ),
    },
    additionalProperties: false,
    ...(conditions.length === 0 ? {} : { allOf: conditions }),
  }
}

function describedAs(place: string, key: string, schema: JsonSchema): JsonSchema {
  const description = keyTexts[place] ?? keyTexts[key]
  return description === undefined ? schema : { description, ...schema }
}

function when(key: string, word: string, applied: JsonSchema, otherwise: JsonSchema = {}): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { required: [key], properties: { [key]: { const: word } } }, then: applied, else: otherwise }
}

function schemaOf(kind: Kind, limits: PolicyLimits): JsonSchema {
  if (typeof kind === 'string') return reference(kind)
  if ('words' in kind) return { enum: kind.words }
  if ('group' in kind) return reference(kind.group)
  if ('list' in kind) return listOf(kind, limits)
  if ('named' in kind) {
    return {
      type: 'object',
      propertyNames: reference('name'),
      additionalProperties: schemaOf({ shape: kind.named }, limits),
    }
  }
  const named = Object.entries(shapes).find(([, shape]) => shape === kind.shape)
  return named ? reference(named[0]) : objectOf(kind.shape, '', limits)
}

function listOf({ list, limit, some, alike }: List, limits: PolicyLimits): JsonSchema {
  return {
    type: 'array',
    items: schemaOf(list, limits),
    ...(some ? { minItems: 1 } : {}),
    maxItems: limits[limit ?? 'nodes'],
    ...(alike ? { anyOf: ['string', 'number', 'boolean'].map((type) => ({ items: { type } })) } : {}),
  }
}

const valuesWithin = (limits: PolicyLimits): Readonly<Record<string, JsonSchema>> => ({
  name: { type: 'string', pattern: '\\S', maxLength: limits.name, not: { enum: forbiddenNames } },
  line: { type: 'string', pattern: '\\S', maxLength: limits.text },
  value: { anyOf: [{ type: 'string', maxLength: limits.text }, { type: 'number' }, { type: 'boolean' }] },
  whole: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  date: { type: 'string', pattern: '^[1-9]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' },
})
