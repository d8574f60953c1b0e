import { isTirazhError } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePolicy } from './parse.js'
import { samplePolicy } from './sample-policy.js'

type Refusal = { readonly policy: string; readonly issues: readonly string[]; readonly message: string }

function refusal(source: unknown, limits = {}): Refusal | undefined {
  try {
    parsePolicy(source, limits)
    return undefined
  } catch (error) {
    if (!isTirazhError(error, 'POLICY_INVALID')) throw error
    const issues = error.details.issues.map((issue) => `${issue.code} ${issue.path.join('.')}`)
    return { policy: error.details.policy, issues, message: error.message }
  }
}

const json = JSON.stringify(samplePolicy)

test('a policy written out and read again is the same', () => {
  expect(parsePolicy(json)).toEqual(samplePolicy)
  expect(parsePolicy(JSON.parse(json))).toEqual(samplePolicy)
})

test('what is no JSON is refused, and not as an error of the reader', () => {
  for (const text of ['', '{', 'policy', '\u{feff}null x', json.slice(0, -1), json.replace('"id"', 'id')]) {
    expect(refusal(text)?.issues).toEqual(['POLICY_JSON '])
  }
  expect(refusal('null')?.issues).toEqual(['POLICY_TYPE '])
})

test('the error names the policy and says the first issue with its place', () => {
  expect(refusal({ ...samplePolicy, extra: 1, subject: '' })).toEqual({
    policy: 'sample',
    issues: ['POLICY_KEY_UNKNOWN extra', 'POLICY_EMPTY subject'],
    message:
      'Policy \'sample\' cannot be used at extra: There is no key "extra"; there are: schema | id | title | subject | params | versions. (and 1 more)',
  })
  expect(refusal({ ...samplePolicy, id: 5 })?.policy).toBe('')
  expect(refusal(null)?.policy).toBe('')
})

test('keys of the language a program is written in are refused in a text', () => {
  const told = (key: string): unknown =>
    refusal(
      json.replace(
        '"params":{',
        `"params":{${JSON.stringify(key)}:${JSON.stringify(samplePolicy.params.level)},`,
      ),
    )?.issues
  expect(told('more')).toBeUndefined()
  expect(told('__proto__')).toEqual(['POLICY_NAME_FORBIDDEN params.__proto__'])
  expect(told('prototype')).toEqual(['POLICY_NAME_FORBIDDEN params.prototype'])
  expect(refusal(json.replace('"params":{', '"__proto__":{"schema":1},"params":{'))?.issues).toEqual([
    'POLICY_KEY_UNKNOWN __proto__',
  ])
})

test('a text that is too long is refused without being read: it need not even be JSON', () => {
  expect(refusal('?'.repeat(262_145))?.issues).toEqual(['POLICY_TOO_LARGE '])
  expect(refusal('?'.repeat(262_144))?.issues).toEqual(['POLICY_JSON '])
  expect(refusal(json, { json: json.length })).toBeUndefined()
  expect(refusal(json, { json: json.length - 1 })?.issues).toEqual(['POLICY_TOO_LARGE '])
})

test('a text that is too deep is refused without being read to the end', () => {
  expect(refusal(`${'['.repeat(65)}?`)?.issues).toEqual(['POLICY_TOO_DEEP '])
  expect(refusal('['.repeat(65))?.message).toMatch(/limit depth \(64\): 65\./)
  expect(refusal(`${'['.repeat(64)}?`)?.issues).toEqual(['POLICY_JSON '])
  expect(refusal('{"a":'.repeat(50_000))?.issues).toEqual(['POLICY_TOO_DEEP '])
})

test('brackets within texts are no nesting, and quotation marks may stand in them', () => {
  const text = { ru: '[{'.repeat(99), en: `\\"[{\\\\"${'"[['.repeat(99)}` }
  expect(refusal(JSON.stringify({ ...samplePolicy, title: text }))).toBeUndefined()
  expect(refusal(`{"a\\\\":${'['.repeat(64)}`)?.issues).toEqual(['POLICY_TOO_DEEP '])
})

test('a text is too deep exactly if the value read from it is', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.integer({ min: 1, max: 8 }), (text, depth) => {
      const deep = (value: unknown): number =>
        typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(deep)) : 0
      const refused = refusal(text, { depth })?.issues.join()
      expect(refused?.startsWith('POLICY_TOO_DEEP ')).toBe(deep(JSON.parse(text)) > depth)
    }),
  )
})

test('whatever is given, it is a policy or refused with issues', () => {
  fc.assert(
    fc.property(
      fc.anything({ withSparseArray: true, withNullPrototype: true, withMap: true, withBigInt: true }),
      (value) => {
        expect(refusal(value)?.issues).not.toEqual([])
      },
    ),
    { numRuns: 1000 },
  )
})
