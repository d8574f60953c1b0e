import type { Condition, Json, Key, Operator, Query, Scalar } from '@tirazh/spec'
import fc from 'fast-check'

/** What somebody does to a store, told without knowing what is in it: so a history still makes sense shortened. */
export type Step = CommitStep | ReadStep | FindStep

export interface CommitStep {
  readonly do: 'commit'
  readonly changes: readonly Change[]
}

export interface ReadStep {
  readonly do: 'read'
  readonly keys: readonly Key[]
}

export interface FindStep {
  readonly do: 'find'
  readonly query: Query
}

/** An operation whose guard is told by what it should be to the version that the record will have. */
export interface Change {
  readonly key: Key
  readonly op: 'put' | 'delete' | 'check'
  readonly guard: Guard
  readonly doc: Json
}

export type Guard = 'right' | 'stale' | 'ahead' | 'absent'

const spaces = ['16', '52', '😀']
const kindNames = ['practice', 'adoption']
const names = ['А', 'а', 'ё', 'Z', '\ufffd', '😀']

/** Every key that a history may use. */
export const everyKey: readonly Key[] = spaces.flatMap((space) =>
  kindNames.flatMap((kind) => names.map((id): Key => ({ space, kind, id }))),
)

/** The kinds of those keys. */
export const everyKind: readonly string[] = kindNames

const docs: readonly Json[] = [
  { count: 1 },
  { count: 0.1, of: [null, ''] },
  { count: '1', status: 'Ёж 😀', deep: { a: [{}] } },
  { count: null, active: false },
  { active: true, status: 'met', title: 'ё' },
]
const operands: readonly Scalar[] = [1, 0.1, 2, '1', 'met', 'Ж', 'Ёж 😀', true, false]
const fields = ['count', 'status', 'active', 'title']
const operators: readonly Operator[] = ['=', '<', '<=', '>', '>=']

/** Most often one of a few records, so that a record has a history of its own. */
const key: fc.Arbitrary<Key> = fc.oneof(
  { withCrossShrink: true },
  { weight: 2, arbitrary: fc.constantFrom(...everyKey.slice(0, 3)) },
  { weight: 1, arbitrary: fc.constantFrom(...everyKey) },
)

/** What comes first is what a history is shrunk to. */
const guard: fc.Arbitrary<Guard> = fc.oneof(
  { withCrossShrink: true },
  { weight: 12, arbitrary: fc.constant<Guard>('right') },
  { weight: 1, arbitrary: fc.constant<Guard>('absent') },
  { weight: 1, arbitrary: fc.constant<Guard>('stale') },
  { weight: 1, arbitrary: fc.constant<Guard>('ahead') },
)

const change: fc.Arbitrary<Change> = fc.record({
  key,
  op: fc.constantFrom('put', 'put', 'put', 'put', 'delete', 'check'),
  guard,
  doc: fc.constantFrom(...docs),
})

/** Changes of different records. */
function changes(of: fc.Arbitrary<Change>, most: number): fc.Arbitrary<readonly Change[]> {
  const selector = (each: Change): string => JSON.stringify(each.key)
  return fc.uniqueArray(of, { minLength: 1, maxLength: most, size: 'max', selector })
}

const condition: fc.Arbitrary<Condition> = fc.record({
  field: fc.constantFrom(...fields),
  is: fc.constantFrom(...operators),
  value: fc.constantFrom(...operands),
})

const query: fc.Arbitrary<Query> = fc.record(
  {
    kind: fc.constantFrom(...kindNames),
    space: fc.constantFrom(...spaces, '5'),
    where: fc.array(condition, { maxLength: 2 }),
    after: fc.record({ space: fc.constantFrom(...spaces, '6'), id: fc.constantFrom('', ...names) }),
    limit: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['kind'] },
)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: changes(change, 5).map((changes): Step => ({ do: 'commit', changes })),
  },
  {
    weight: 1,
    arbitrary: fc.array(key, { minLength: 1, maxLength: 4 }).map((keys): Step => ({ do: 'read', keys })),
  },
  { weight: 2, arbitrary: query.map((query): Step => ({ do: 'find', query })) },
)

export const history: fc.Arbitrary<readonly Step[]> = fc.array(step, {
  minLength: 1,
  maxLength: 12,
  size: 'max',
})

/** Few records, so that commits that are started at once meet. */
const few = everyKey.slice(0, 3)

/** Writes one record while another is as it was: of two such commits that cross only one can be right. */
const crossing: fc.Arbitrary<readonly Change[]> = fc
  .shuffledSubarray(few, { minLength: 2, maxLength: 2 })
  .map((keys) =>
    keys.map((key, i): Change => ({ key, op: i === 0 ? 'put' : 'check', guard: 'right', doc: null })),
  )

const meeting: fc.Arbitrary<readonly Change[]> = changes(
  fc.record({
    key: fc.constantFrom(...few),
    op: fc.constantFrom('put', 'check', 'delete'),
    guard,
    doc: fc.constant(null),
  }),
  3,
)

/** Rounds of commits that are started at once. */
export const rounds: fc.Arbitrary<readonly (readonly (readonly Change[])[])[]> = fc.array(
  fc.array(fc.oneof({ weight: 2, arbitrary: crossing }, { weight: 1, arbitrary: meeting }), {
    minLength: 2,
    maxLength: 4,
    size: 'max',
  }),
  { minLength: 1, maxLength: 3, size: 'max' },
)
