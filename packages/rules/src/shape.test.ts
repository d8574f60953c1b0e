import type { DataIssue, Path } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { policyLimits } from './limits.js'
import { samplePolicy } from './sample-policy.js'
import { shapeIssues } from './shape.js'

/** The sample with another value at a path, or without it. */
function withAt(path: Path, value?: unknown): unknown {
  const changed: unknown = structuredClone(samplePolicy)
  let holder = changed
  for (const key of path.slice(0, -1)) holder = Reflect.get(Object(holder), key)
  const last = path.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(Object(holder), last)
  else Object.defineProperty(holder, last, { value, configurable: true, enumerable: true, writable: true })
  return changed
}

const told = (issues: readonly DataIssue[]): string[] =>
  issues.map((issue) => `${issue.code} ${issue.path.join('.')}`)
const toldAt = (path: string, value?: unknown): string[] =>
  told(
    shapeIssues(
      withAt(
        path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
        value,
      ),
    ),
  )

const rule = 'versions.0.rule'
const shift = `${rule}.of.0.of.0.right`
const sum = `${rule}.of.2.left`
const count = `${rule}.of.3.left.numerator`

test('a policy with every kind of object is of the language', () => {
  expect(shapeIssues(samplePolicy)).toEqual([])
})

test('a policy without prototype objects, as some parsers make them, is as good', () => {
  const bare: unknown = JSON.parse(JSON.stringify(samplePolicy), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.assign(Object.create(null), value)
      : value,
  )
  expect(shapeIssues(bare)).toEqual([])
})

test('one object may stand in many places: builders reuse what is the same', () => {
  const asOf = { op: 'asOf' }
  const same = { op: 'cmp', left: asOf, is: '=', right: asOf }
  expect(toldAt(rule, { op: 'all', of: [same, same, { op: 'not', of: same }] })).toEqual([])
})

test.each([
  ['versions.0.from', undefined, 'POLICY_KEY_MISSING versions.0.from'],
  ['id', undefined, 'POLICY_KEY_MISSING id'],
  [`${rule}.op`, undefined, `POLICY_KEY_MISSING ${rule}.op`],
  [`${sum}.value`, undefined, `POLICY_KEY_MISSING ${sum}.value`],
  [`${shift}.rounding`, undefined, `POLICY_KEY_MISSING ${shift}.rounding`],
  ['author', 'me', 'POLICY_KEY_UNKNOWN author'],
  [`${rule}.of.0.count`, 1, `POLICY_KEY_UNKNOWN ${rule}.of.0.count`],
  [`${count}.value`, { op: 'asOf' }, `POLICY_KEY_UNKNOWN ${count}.value`],
  [`${rule}.of.0.of.1.left.rounding`, 'up', `POLICY_KEY_UNKNOWN ${rule}.of.0.of.1.left.rounding`],
  ['versions.0.__proto__', {}, 'POLICY_KEY_UNKNOWN versions.0.__proto__'],
  [`${rule}.constructor`, {}, `POLICY_KEY_UNKNOWN ${rule}.constructor`],
  [`${rule}.op`, 'al', `POLICY_OP_UNKNOWN ${rule}.op`],
  [`${rule}.op`, 'lit', `POLICY_OP_UNKNOWN ${rule}.op`],
  [`${rule}.op`, 'toString', `POLICY_OP_UNKNOWN ${rule}.op`],
  [`${rule}.op`, ['all'], `POLICY_OP_UNKNOWN ${rule}.op`],
  [`${sum}.value.op`, 'cmp', `POLICY_OP_UNKNOWN ${sum}.value.op`],
  [`${shift}.by`, { op: 'asOf' }, `POLICY_OP_UNKNOWN ${shift}.by.op`],
  [`${shift}.by.value`, 1.5, `POLICY_TYPE ${shift}.by.value`],
  [`${shift}.by.value`, '1', `POLICY_TYPE ${shift}.by.value`],
  [`${shift}.by`, 3, `POLICY_TYPE ${shift}.by`],
  [`${rule}.of.1.count.value`, 2 ** 53, `POLICY_TYPE ${rule}.of.1.count.value`],
  ['schema', 'policy/2', 'POLICY_TYPE schema'],
  ['params', [], 'POLICY_TYPE params'],
  ['versions', { 0: {} }, 'POLICY_TYPE versions'],
  [`${rule}.of`, null, `POLICY_TYPE ${rule}.of`],
  [`${rule}.of.0`, 'all', `POLICY_TYPE ${rule}.of.0`],
  [`${rule}.of.2.is`, '=>', `POLICY_TYPE ${rule}.of.2.is`],
  [`${sum}.value.of.1.value`, Number.NaN, `POLICY_TYPE ${sum}.value.of.1.value`],
  [`${sum}.value.of.1.value`, Number.POSITIVE_INFINITY, `POLICY_TYPE ${sum}.value.of.1.value`],
  [`${sum}.value.of.1.value`, 5n, `POLICY_TYPE ${sum}.value.of.1.value`],
  [`${sum}.value.of.1.value`, null, `POLICY_TYPE ${sum}.value.of.1.value`],
  [`${sum}.over`, () => 'rows', `POLICY_TYPE ${sum}.over`],
  [`${rule}.cites.1`, Symbol('order'), `POLICY_TYPE ${rule}.cites.1`],
  ['title.en', '', 'POLICY_EMPTY title.en'],
  ['title.en', ' \n', 'POLICY_EMPTY title.en'],
  [`${rule}.id`, '', `POLICY_EMPTY ${rule}.id`],
  ['versions', [], 'POLICY_EMPTY versions'],
  ['params.level.values', [], 'POLICY_EMPTY params.level.values'],
  [`${rule}.of.1.of.1.set`, [], `POLICY_EMPTY ${rule}.of.1.of.1.set`],
  [`${sum}.value.of`, [], `POLICY_EMPTY ${sum}.value.of`],
  [`${rule}.of.1.of.1.set`, ['a', 1], `POLICY_TYPES_MIXED ${rule}.of.1.of.1.set`],
  ['params.constructor', samplePolicy.params.level, 'POLICY_NAME_FORBIDDEN params.constructor'],
  ['params.__proto__', samplePolicy.params.level, 'POLICY_NAME_FORBIDDEN params.__proto__'],
  [`${sum}.over`, '__proto__', `POLICY_NAME_FORBIDDEN ${sum}.over`],
  ['versions.1.until', '2031-02-29', 'POLICY_DATE versions.1.until'],
  ['versions.1.until', '0999-01-01', 'POLICY_DATE versions.1.until'],
  ['versions.1.until', '01.01.2031', 'POLICY_DATE versions.1.until'],
  [`${rule}.of.0.of.1.left.date.value`, '2023-02-29', `POLICY_DATE ${rule}.of.0.of.1.left.date.value`],
  [`${rule}.of.0.id`, 'everything', `POLICY_ID_REPEATED ${rule}.of.0.id`],
] as const)('%s = %o is refused with its code and place', (path, value, expected) => {
  expect(toldAt(path, value)).toContain(expected)
})

test('an id may come again in another wording, but not in the condition of whom the rule is about', () => {
  expect(toldAt('versions.1.rule.id', 'everything')).toEqual([])
  expect(toldAt('versions.0.applies.id', 'everything')).toEqual([`POLICY_ID_REPEATED ${rule}.id`])
})

test('an empty word may be compared with, and a word may be no date at all', () => {
  expect(toldAt('params.level.values.0.value', '')).toEqual([])
  expect(toldAt('params.level.values.0.value', '12-34')).toEqual([])
})

test('what is undefined is not there', () => {
  const { until, ...version } = { ...samplePolicy.versions[0] }
  expect(until).toBeDefined()
  expect(shapeIssues({ ...samplePolicy, versions: [{ ...version, until: undefined }] })).toEqual([])
  expect(told(shapeIssues({ ...samplePolicy, id: undefined }))).toEqual(['POLICY_KEY_MISSING id'])
})

class Version {
  readonly from = '2020-01-01'
}
class Rules extends Array {}
const inherited: object = Object.create({ op: 'all', of: [] })
const sparse: unknown[] = []
sparse[1] = { op: 'all', of: [] }
const gap = ['a', 'b', 'c']
delete gap[1]
const cyclic: { op: 'not'; of?: unknown } = { op: 'not' }
cyclic.of = cyclic
const throwing = {
  op: 'not',
  get of(): never {
    throw new Error('read')
  },
}
const hostile = new Proxy(
  { op: 'all', of: [] },
  {
    ownKeys() {
      throw new Error('read')
    },
  },
)

test.each([
  ['an instance of a class', 'versions.1', new Version(), 'POLICY_TYPE versions.1'],
  ['a list of a class of its own', `${rule}.of`, new Rules(), `POLICY_TYPE ${rule}.of`],
  ['an object that inherits its keys', rule, inherited, `POLICY_TYPE ${rule}`],
  ['a date object', 'versions.1.from', new Date(0), 'POLICY_TYPE versions.1.from'],
  ['a boxed text', 'id', Object('sample'), 'POLICY_TYPE id'],
  ['a list with a gap', `${rule}.of`, sparse, `POLICY_TYPE ${rule}.of.0`],
  ['a set with a gap', `${rule}.of.1.of.1.set`, gap, `POLICY_TYPE ${rule}.of.1.of.1.set.1`],
  ['an object inside itself', rule, cyclic, `POLICY_OWN_MEMBER ${rule}.of`],
  ['a getter that throws', rule, throwing, `POLICY_TYPE ${rule}`],
  ['a proxy that throws', rule, hostile, `POLICY_TYPE ${rule}`],
  [
    'a key that is a symbol',
    rule,
    { op: 'all', of: [], [Symbol('k')]: 1 },
    `POLICY_KEY_UNKNOWN ${rule}.Symbol(k)`,
  ],
] as const)('%s is refused', (_, path, value, expected) => {
  expect(toldAt(path, value)).toContain(expected)
})

test.each([undefined, null, 0, 'policy', [], () => samplePolicy, new Map()])('%o is no policy', (value) => {
  expect(told(shapeIssues(value))).toEqual(['POLICY_TYPE '])
})

test('a getter is refused without being run', () => {
  let runs = 0
  const counting = {
    op: 'all',
    get of() {
      runs += 1
      return []
    },
  }
  expect(toldAt(rule, counting)).toEqual([`POLICY_TYPE ${rule}`])
  expect(runs).toBe(0)
})

test('all issues are told at once, in the order of the language', () => {
  const changed = { ...samplePolicy, id: 7, subject: '', extra: 1, versions: [{ from: 'today', rule: {} }] }
  expect(told(shapeIssues(changed))).toEqual([
    'POLICY_KEY_UNKNOWN extra',
    'POLICY_TYPE id',
    'POLICY_EMPTY subject',
    'POLICY_DATE versions.0.from',
    'POLICY_KEY_MISSING versions.0.rule.op',
  ])
})

test('a slip of the pen is told with the word that was meant, in both languages', () => {
  const [key] = shapeIssues(withAt(['versions', 0, 'rull'], {}))
  expect(key?.message).toEqual({
    ru: 'Лишний ключ "rull"; есть: from | until | applies | rule. Может быть, rule?',
    en: 'There is no key "rull"; there are: from | until | applies | rule. Did you mean rule?',
  })
  const [op] = shapeIssues(withAt(['versions', 0, 'rule', 'of', 2, 'left', 'op'], 'aggr'))
  expect(op?.message.en).toMatch(
    /^This must be an object with op lit \| .* but is "aggr"\. Did you mean agg\?$/,
  )
  const [word] = shapeIssues(withAt(['versions', 0, 'rule', 'of', 2, 'left', 'fn'], 'summ'))
  expect(word?.message.ru).toMatch(/Может быть, sum\?$/)
})

test('a sentence stays short however long the text it is about', () => {
  for (const issue of shapeIssues(withAt(['schema'], 'x'.repeat(2000)))) {
    expect(issue.message.ru.length).toBeLessThan(200)
  }
})

test('issues beyond the limit are counted', () => {
  const extra = Object.fromEntries(Array.from({ length: 130 }, (_, index) => [`key${index}`, 1]))
  const issues = shapeIssues({ ...samplePolicy, ...extra })
  expect(issues).toHaveLength(101)
  expect(issues.at(-1)).toEqual({
    code: 'POLICY_ISSUES_MORE',
    path: [],
    message: { ru: 'Ещё 30: сначала исправьте эти.', en: '30 more: mend these first.' },
  })
  expect(shapeIssues({ ...samplePolicy, ...extra }, { ...policyLimits, issues: 2 })).toHaveLength(3)
})
