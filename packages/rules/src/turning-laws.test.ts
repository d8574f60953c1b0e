import type { Expression, Missing, Policy, Predicate, Scalar, Truth } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FieldModel, RelationModel, SubjectModel } from './model.js'
import { type Rulebook, rulebook } from './rulebook.js'
import { type Goal, type RecordChange, turningPoints } from './turning.js'

/*
 * On random rules whose conditions look at different fields and relations, every change is made in every
 * way in which it can be made.
 */

const title = (name: string): { ru: string; en: string } => ({ ru: name, en: name })
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const number = (name: string): FieldModel => ({ type: 'number', title: title(name) })
const most = 4

const names = (letter: string): string[] => Array.from({ length: most }, (_, index) => `${letter}${index}`)
const relation = (name: string): RelationModel => ({
  kind: name,
  title: title(name),
  noun,
  fields: {
    ok: { type: 'boolean', title: title('ok') },
    n: number('n'),
    c: { type: 'code', title: title('c') },
  },
})
const model: SubjectModel = {
  kind: 'thing',
  label: 'id',
  fields: Object.fromEntries(names('f').map((name) => [name, number(name)])),
  relations: Object.fromEntries(names('r').map((name) => [name, relation(name)])),
}

type Row = { id: string; ok?: boolean; n?: number; c?: string }
type Thing = { id: string } & { [name: string]: string | number | Row[] }

const numbers = [0, 1, 2, 3]
const is = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
const threshold = fc.integer({ min: 0, max: 2 })
const literal = (value: Scalar): Expression => ({ op: 'lit', value })
const rowField = (name: string): Expression => ({ op: 'field', name, of: 'row' })

/** A condition on the field or relation of its own that it is given. */
type Leaf = (index: number) => Predicate

const fieldLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.tuple(is, fc.integer({ min: 1, max: 2 })).map(
    ([comparison, value]): Leaf =>
      (index) => {
        return {
          op: 'cmp',
          left: { op: 'field', name: `f${index}`, of: 'subject' },
          is: comparison,
          right: literal(value),
        }
      },
  ),
  fc.constant<Leaf>((index) => ({ op: 'known', value: { op: 'field', name: `f${index}`, of: 'subject' } })),
  fc.subarray([1, 2], { minLength: 1 }).map(
    (set): Leaf =>
      (index) => {
        return { op: 'in', value: { op: 'field', name: `f${index}`, of: 'subject' }, set }
      },
  ),
)
const rowLeaves: readonly Predicate[] = [
  { op: 'cmp', left: rowField('ok'), is: '=', right: literal(true) },
  { op: 'cmp', left: rowField('n'), is: '>=', right: literal(1) },
]
const countLeaf: fc.Arbitrary<Leaf> = fc
  .tuple(fc.constantFrom('count', 'countDistinct'), fc.subarray([...rowLeaves]), is, threshold)
  .map(
    ([fn, of, comparison, value]): Leaf =>
      (index) => {
        const told = fn === 'count' ? {} : { value: rowField('c') }
        return {
          op: 'cmp',
          left: { op: 'agg', fn, over: `r${index}`, ...told, where: { op: 'all', of } },
          is: comparison,
          right: literal(value),
        }
      },
  )

/** A tree of at most so many leaves, each with an index of its own. */
const rule: fc.Arbitrary<Predicate> = fc
  .tuple(fc.array(fc.oneof(fieldLeaf, countLeaf), { minLength: 1, maxLength: most }), fc.gen())
  .map(([leaves, gen]) => {
    const combine = (of: readonly Predicate[]): Predicate => {
      const [only, ...others] = of
      if (only !== undefined && others.length === 0) return gen(fc.boolean) ? only : { op: 'not', of: only }
      const cut = gen(fc.integer, { min: 1, max: of.length - 1 })
      const parts = [of.slice(0, cut), of.slice(cut)].map(combine)
      const op = gen(fc.constantFrom, 'all', 'any', 'not', 'atLeast')
      if (op === 'atLeast')
        return {
          op,
          count: { op: 'lit', value: gen(fc.integer, { min: 1, max: of.length }) },
          of: of.map((each) => each),
        }
      return op === 'not'
        ? { op, of: { op: 'all', of: parts } }
        : { op: op === 'any' ? 'any' : 'all', of: parts }
    }
    return combine(leaves.map((leaf, index) => leaf(index)))
  })

const rowMissing = (missing: fc.Arbitrary<readonly string[]>): fc.Arbitrary<Omit<Row, 'id'>> =>
  fc
    .tuple(
      fc.record({ ok: fc.boolean(), n: fc.constantFrom(0, 1), c: fc.constantFrom('a', 'b', 'z') }),
      missing,
    )
    .map(([facts, left]) =>
      Object.fromEntries(Object.entries(facts).filter(([name]) => !left.includes(name))),
    )
/** A record that misses one value at most, and says as what it counts. */
const plainRow = rowMissing(fc.constantFrom([], [], ['ok'], ['n']))
const anyRow = rowMissing(fc.subarray(['ok', 'n', 'c']))

const thingWith = (row: fc.Arbitrary<Omit<Row, 'id'>>): fc.Arbitrary<Thing> =>
  fc
    .tuple(
      fc.array(fc.option(fc.constantFrom(...numbers), { nil: undefined }), {
        minLength: most,
        maxLength: most,
      }),
      fc.array(fc.option(fc.array(row, { maxLength: 4 }), { nil: undefined, freq: 6 }), {
        minLength: most,
        maxLength: most,
      }),
    )
    .map(([fields, relations]) => {
      const facts: Thing = { id: 's' }
      fields.forEach((value, index) => {
        if (value !== undefined) facts[`f${index}`] = value
      })
      relations.forEach((rows, index) => {
        if (rows !== undefined)
          facts[`r${index}`] = rows.map((each, place) => ({ ...each, id: `r${index}-${place}` }))
      })
      return facts
    })

/** One change, as all the ways in which it can be made. */
type Unit = (facts: Thing) => Thing[]

function unitsOf(change: RecordChange): Unit[] {
  switch (change.kind) {
    case 'more':
      return Array.from({ length: change.count }, () => (facts) => [
        withRows(facts, change.over, [...rowsOf(facts, change.over), fresh(facts)]),
      ])
    case 'fewer':
      return Array.from(
        { length: change.count },
        () => (facts) => without(facts, change.over, change.fn === 'countDistinct'),
      )
    case 'fill':
      return [filling(change.missing)]
    case 'fill-some':
      return change.of.slice(-change.count).map(filling)
    case 'value':
      return [(facts) => numbers.map((value) => ({ ...facts, [change.actual.title.en]: value }))]
    case 'recorded':
      return [(facts) => [withField(facts, change.title.en, change.isRecorded ? 1 : undefined)]]
    case 'applies':
      return []
  }
}

function rowsOf(facts: Thing, name: string): Row[] {
  const rows = facts[name]
  return Array.isArray(rows) ? rows : []
}

function withRows(facts: Thing, name: string, rows: Row[]): Thing {
  return { ...facts, [name]: rows }
}

function withField(facts: Thing, name: string, value: number | undefined): Thing {
  const entries = Object.entries(facts).filter(([key]) => key !== name)
  return Object.assign(
    { id: facts.id },
    Object.fromEntries(value === undefined ? entries : [...entries, [name, value]]),
  )
}

/** A record that counts whatever is asked, of a value that there was not yet. */
function fresh(facts: Thing): Row {
  const count = Object.values(facts).filter(Array.isArray).flat().length
  return { id: `new-${count}`, ok: true, n: 3, c: `new-${count}` }
}

/** One record less, or all records with one value. */
function without(facts: Thing, name: string, isByValue: boolean): Thing[] {
  const rows = rowsOf(facts, name)
  const keys = [...new Set(rows.map((each) => (isByValue ? (each.c ?? each.id) : each.id)))]
  return keys.map((key) =>
    withRows(
      facts,
      name,
      rows.filter((each) => (isByValue ? (each.c ?? each.id) : each.id) !== key),
    ),
  )
}

function filling({ record, field }: Missing): Unit {
  return (facts) => {
    if (record.kind === model.kind) {
      if (field.startsWith('f')) return numbers.map((value) => ({ ...facts, [field]: value }))
      return numbers.map((count) => {
        const empty = withRows(facts, field, [])
        return Array.from({ length: count }).reduce<Thing>(
          (each) => withRows(each, field, [...rowsOf(each, field), fresh(each)]),
          empty,
        )
      })
    }
    const values: Scalar[] =
      field === 'ok' ? [true, false] : field === 'c' ? ['a', 'b', 'z', `new-${record.id}`] : [0, 3]
    return values.map((value) =>
      withRows(
        facts,
        record.kind,
        rowsOf(facts, record.kind).map((each) =>
          each.id === record.id ? { ...each, [field]: value } : each,
        ),
      ),
    )
  }
}

function canBecome(
  goal: Truth,
  units: readonly Unit[],
  facts: Thing,
  decide: (facts: Thing) => Truth,
): boolean {
  const [unit, ...others] = units
  if (unit === undefined) return decide(facts) === goal
  return unit(facts).some((changed) => canBecome(goal, others, changed, decide))
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>((all, item) => all.flatMap((each) => [each, [...each, item]]), [[]])
}

function bookOf(predicate: Predicate): Rulebook {
  const p: Policy = {
    schema: 'policy/1',
    id: 'p',
    title: title('p'),
    subject: model.kind,
    params: {},
    // What `fc.gen` was used for carries a mark that is no part of a policy.
    versions: [{ from: '2000-01-01', rule: JSON.parse(JSON.stringify(predicate)) }],
  }
  return rulebook({ model, policies: { p } })
}

const dates = { asOf: '2024-06-30' } as const

/** Each set of changes that would turn a verdict, as its single changes; those that can be tried out in a moment. */
function setsOf(
  predicate: Predicate,
  facts: Thing,
  goal: Goal,
): { units: Unit[]; decide: (facts: Thing) => Truth }[] {
  const book = bookOf(predicate)
  const decide = (changed: Thing): Truth => book.decide('p', changed, dates).status
  return turningPoints(book.assess('p', facts, dates), { goal }).flatMap((set) => {
    const units = set.changes.flatMap(unitsOf)
    expect(units.length).toBe(set.size)
    return set.size > 5 ? [] : [{ units, decide }]
  })
}

const goal = fc.constantFrom<Goal>('met', 'unmet')

test('every set of changes turns the verdict', () => {
  let sets = 0
  fc.assert(
    fc.property(rule, thingWith(anyRow), goal, (predicate, facts, wanted) => {
      const before = JSON.stringify(facts)
      for (const { units, decide } of setsOf(predicate, facts, wanted)) {
        sets += 1
        expect(canBecome(wanted, units, facts, decide)).toBe(true)
      }
      expect(JSON.stringify(facts)).toBe(before)
    }),
    { numRuns: 200 },
  )
  expect(sets).toBeGreaterThan(50)
})

test('no part of a set turns the verdict', () => {
  fc.assert(
    fc.property(rule, thingWith(plainRow), goal, (predicate, facts, wanted) => {
      for (const { units, decide } of setsOf(predicate, facts, wanted)) {
        for (const part of subsets(units)) {
          if (part.length < units.length) expect(canBecome(wanted, part, facts, decide)).toBe(false)
        }
      }
    }),
    { numRuns: 200 },
  )
})

/** Every single change there can be. */
function everyUnit(predicate: Predicate, facts: Thing): Unit[] {
  const isByValue = (name: string): boolean =>
    JSON.stringify(predicate).includes(`"countDistinct","over":"${name}"`)
  const missing = (kind: string, id: string, field: string): Unit =>
    filling({ record: { kind, id }, field, title: title(field) })
  return [
    ...names('f').flatMap((name): Unit[] => [
      missing(model.kind, 's', name),
      (each) => [withField(each, name, undefined)],
    ]),
    ...names('r').flatMap((name): Unit[] => {
      if (facts[name] === undefined) return [missing(model.kind, 's', name)]
      const open = rowsOf(facts, name).flatMap(({ id, ok, n }) => [
        ...(ok === undefined ? [missing(name, id, 'ok')] : []),
        ...(n === undefined ? [missing(name, id, 'n')] : []),
      ])
      return [
        ...open,
        (each) => [withRows(each, name, [...rowsOf(each, name), fresh(each)])],
        (each) => without(each, name, isByValue(name)),
      ]
    }),
  ]
}

test('no fewer changes than those of the first set turn the verdict', () => {
  fc.assert(
    fc.property(rule, thingWith(plainRow), goal, (predicate, facts, wanted) => {
      const book = bookOf(predicate)
      const decide = (changed: Thing): Truth => book.decide('p', changed, dates).status
      const [first] = turningPoints(book.assess('p', facts, dates), { goal: wanted })
      fc.pre(decide(facts) !== wanted)
      const universe = everyUnit(predicate, facts)
      const least = first?.size ?? Number.POSITIVE_INFINITY
      if (least > 1) for (const unit of universe) expect(canBecome(wanted, [unit], facts, decide)).toBe(false)
      if (least <= 2) return
      universe.forEach((unit, index) => {
        for (const other of universe.slice(index))
          expect(canBecome(wanted, [unit, other], facts, decide)).toBe(false)
      })
    }),
    { numRuns: 200 },
  )
})
