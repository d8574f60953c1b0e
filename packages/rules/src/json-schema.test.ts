import type { DataIssue, Json } from '@tirazh/spec'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JsonSchema, policySchema } from './json-schema.js'
import { groups, shapes } from './language.js'
import { policyLimits } from './limits.js'
import { samplePolicy } from './sample-policy.js'
import { shapeIssues } from './shape.js'

const schema: JsonSchema = policySchema()
const validate: ValidateFunction = new Ajv2020({ strict: true }).compile(schema)

/** What no schema can say: it takes two values of a policy, or a calendar, to see it. */
const beyondShapes = [
  'POLICY_DATES_ORDER',
  'POLICY_DATES_GAP',
  'POLICY_DATES_OVERLAP',
  'POLICY_ID_REPEATED',
  'POLICY_TOO_DEEP',
]
const isBeyondShapes = ({ code, path }: DataIssue): boolean =>
  beyondShapes.includes(code) || (code === 'POLICY_TYPES_MIXED' && path[0] === 'params')

/** The objects and lists in a value, itself first. */
function holders(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(holders)]
}

const sampleHolders = holders(samplePolicy)
const ops = sampleHolders.flatMap((holder) => ('op' in holder ? [holder.op] : []))

test('the sample has every kind of object and every key that there is', () => {
  const all = Object.values(groups).flatMap((group) => Object.entries(group))
  for (const [op, shape] of all) {
    const found = sampleHolders.filter((holder) => 'op' in holder && holder.op === op).flatMap(Object.keys)
    const labels = ['id', 'text', 'cites']
    expect(found).toEqual(expect.arrayContaining(Object.keys(shape).filter((key) => !labels.includes(key))))
  }
  expect(new Set(ops)).toEqual(new Set(all.map(([op]) => op)))
})

/** Something that could stand anywhere: a part of the sample, or a thing that is no part of any policy. */
const anything: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    0,
    1.5,
    -7,
    2 ** 53,
    '',
    ' ',
    'x',
    'count',
    'month',
    '2020-1-1',
    '2020-01-01',
  ),
  fc.constantFrom<Json>('__proto__', 'x'.repeat(201), 'x'.repeat(2001), [], {}, ['a', 1], [null], {
    op: 'none',
  }),
  fc.constantFrom(...sampleHolders.flatMap<Json>((holder) => Object.values(holder))),
)

interface Change {
  readonly holder: number
  readonly key: number
  /** `exchange` puts what stands under the same key elsewhere in the sample. */
  readonly how: 'remove' | 'replace' | 'add' | 'exchange'
  readonly name: string
  readonly value: Json
}

const keys = new Set(sampleHolders.flatMap((holder) => (Array.isArray(holder) ? [] : Object.keys(holder))))
const change: fc.Arbitrary<Change> = fc.record({
  holder: fc.nat(),
  key: fc.nat(),
  how: fc.constantFrom('remove', 'replace', 'add', 'exchange', 'exchange', 'exchange'),
  name: fc.constantFrom(...keys, 'extra', '__proto__', 'constructor'),
  value: anything,
})

/** The sample with one change after another. */
function changed(changes: readonly Change[]): unknown {
  const policy = copyOf(samplePolicy)
  for (const { holder, key, how, name, value } of changes) {
    const target = pick(holders(policy), holder) ?? {}
    const at = (how === 'add' ? undefined : pick(Object.keys(target), key)) ?? name
    const other = pick(
      sampleHolders.filter((each) => Object.hasOwn(each, at)),
      key,
    )
    const put = copyOf(how === 'exchange' && other ? Reflect.get(other, at) : value)
    if (how === 'remove' && Array.isArray(target)) target.splice(Number(at), 1)
    else if (how === 'remove') Reflect.deleteProperty(target, at)
    else if (how === 'add' && Array.isArray(target)) target.push(put)
    else
      Object.defineProperty(target, at, { value: put, configurable: true, enumerable: true, writable: true })
  }
  return policy
}

/** A copy in which no two places hold one object. */
function copyOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)]
}

test('what the schema refuses is what the check of shapes refuses', () => {
  let accepted = 0
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const policy = changed(changes)
      const issues = shapeIssues(policy).filter((issue) => !isBeyondShapes(issue))
      if (issues.length === 0) accepted += 1
      expect(validate(policy), issues[0]?.message.en).toBe(issues.length === 0)
    }),
    { numRuns: 2000 },
  )
  // Both answers were given often, or nothing was learned.
  expect(accepted).toBeGreaterThan(100)
})

test('the limits are those that are given', () => {
  const strict = new Ajv2020().compile(policySchema({ ...policyLimits, set: 2 }))
  expect(strict(samplePolicy)).toBe(false)
  expect(validate(samplePolicy)).toBe(true)
})

test('every definition and every key has a description', () => {
  const described = holders(schema).filter(
    (holder) => 'properties' in holder && 'additionalProperties' in holder,
  )
  for (const holder of described) {
    for (const [key, property] of Object.entries(Reflect.get(holder, 'properties') as object)) {
      const inner = ['op', 'ru', 'en', 'one', 'few', 'many', 'other'].includes(key)
      if (!inner && !('$ref' in Object(property))) expect(property, key).toHaveProperty('description')
    }
  }
  for (const [name, definition] of Object.entries(Object(schema.$defs))) {
    expect(definition, name).toHaveProperty('description')
  }
  expect(Object.keys(Object(schema.$defs))).toEqual(
    expect.arrayContaining([...Object.keys(shapes), ...new Set(ops)]),
  )
})

test('the schema is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
})
