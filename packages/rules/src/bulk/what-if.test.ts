import type { Policy, Predicate } from '@tirazh/spec'
import { expect, test } from 'vitest'
import type { Facts, SubjectModel } from '../model.js'
import { rulebook } from '../rulebook.js'
import { columns } from './columns.js'
import { type Decisions, decideAll } from './decide.js'
import { whatIf } from './what-if.js'

const text = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const model: SubjectModel = {
  kind: 'school',
  label: 'id',
  fields: { opened: { title: text, type: 'date' }, clean: { title: text, type: 'boolean' } },
  relations: {
    pupils: {
      kind: 'pupil',
      title: text,
      noun,
      fields: { town: { title: text, type: 'code' }, score: { title: text, type: 'number' } },
    },
  },
}

function policy(id: string, rule: Predicate, params: Record<string, number>, applies?: Predicate): Policy {
  const made = Object.entries(params).map(([name, value]) => [
    name,
    { title: text, origin: text, values: [{ from: '2000-01-01', value }] },
  ])
  return {
    schema: 'policy/1',
    id,
    title: text,
    subject: 'school',
    params: Object.fromEntries(made),
    versions: [{ from: '2000-01-01', rule, ...(applies === undefined ? {} : { applies }) }],
  }
}

const towns: Predicate = {
  op: 'cmp',
  id: 'towns',
  left: {
    op: 'agg',
    fn: 'countDistinct',
    over: 'pupils',
    value: { op: 'field', name: 'town', of: 'row' },
    where: {
      op: 'cmp',
      left: { op: 'field', name: 'score', of: 'row' },
      is: '>=',
      right: { op: 'param', name: 'minScore' },
    },
    noun,
  },
  is: '>=',
  right: { op: 'param', name: 'minTowns' },
}
const clean: Predicate = {
  op: 'cmp',
  left: { op: 'field', name: 'clean', of: 'subject' },
  is: '=',
  right: { op: 'lit', value: true },
}
const opened: Predicate = {
  op: 'cmp',
  left: { op: 'field', name: 'opened', of: 'subject' },
  is: '<=',
  right: { op: 'asOf' },
}
const wide = policy('wide', towns, { minTowns: 2, minScore: 3 }, opened)
const good = policy('good', { op: 'all', of: [{ op: 'use', policy: 'wide' }, clean] }, {})

const pupil = (town: string, score: number): object => ({ id: 'p', town, score })
const school = (id: string, opening: string, isClean: boolean, ...pupils: object[]): Facts =>
  Object.assign({ id }, { opened: opening, clean: isClean, pupils })
const schools = [
  school('none', '2010-09-01', true),
  school('one', '2010-09-01', true, pupil('a', 5), pupil('b', 2)),
  school('two', '2010-09-01', true, pupil('a', 5), pupil('b', 4), pupil('b', 5)),
  school('dirty', '2010-09-01', false, pupil('a', 5), pupil('b', 4), pupil('c', 3)),
  school('new', '2024-09-01', true, pupil('a', 5), pupil('b', 5)),
]
const all = columns(model, schools)
const book = rulebook({ model, policies: { wide, good } })
const decided = (id: string): Decisions => decideAll(book, id, all, { asOf: '2024-06-30' })

test('a threshold is compared with the counts that were kept, and the changes say why', () => {
  const before = decided('wide')
  const { after, changes } = whatIf(before, { params: { minTowns: 1 } })
  expect(changes).toEqual([
    {
      subject: 'one',
      index: 1,
      before: { status: 'unmet', standing: 'applies' },
      after: { status: 'met', standing: 'applies' },
      because: [{ policy: 'wide', predicate: towns, before: 'unmet', after: 'met' }],
    },
  ])
  expect([...after.kept.ends.values()]).toEqual([...before.kept.ends.values()])
  for (const ends of after.kept.ends.values()) expect([...before.kept.ends.values()]).toContain(ends)
  expect([...before.status]).toEqual([...decided('wide').status])
})

test('a parameter inside a count is counted with again', () => {
  const { changes } = whatIf(decided('wide'), { params: { minScore: 2 } })
  expect(changes.map(({ subject }) => subject)).toEqual(['one'])
})

test('a parameter of a policy that is used changes those who use it', () => {
  const { changes } = whatIf(decided('good'), { params: { minTowns: 3 }, of: 'wide' })
  expect(changes.map(({ subject, after }) => [subject, after.status])).toEqual([['two', 'unmet']])
  expect(changes[0]?.because).toEqual([
    { policy: 'wide', predicate: towns, before: 'met', after: 'unmet' },
    { policy: 'good', predicate: { op: 'use', policy: 'wide' }, before: 'met', after: 'unmet' },
  ])
})

test('a change of whom the policy is about is a reason too', () => {
  const known: Predicate = { op: 'known', value: { op: 'field', name: 'opened', of: 'subject' } }
  const { changes } = whatIf(decided('wide'), {
    policy: policy('wide', towns, { minTowns: 2, minScore: 3 }, known),
  })
  expect(changes).toEqual([
    {
      subject: 'new',
      index: 4,
      before: { status: 'met', standing: 'not-applicable' },
      after: { status: 'met', standing: 'applies' },
      because: [{ policy: 'wide', predicate: known, before: 'unmet', after: 'met' }],
    },
  ])
})

test('conditions that are left out or put in have no status on the other side', () => {
  const { changes } = whatIf(decided('good'), { policy: policy('good', { op: 'not', of: clean }, {}) })
  expect(changes.map(({ subject }) => subject)).toEqual(['two', 'dirty', 'new'])
  expect(changes[0]?.because).toEqual([
    { policy: 'wide', predicate: opened, before: 'met', after: null },
    { policy: 'wide', predicate: towns, before: 'met', after: null },
    { policy: 'good', predicate: { op: 'use', policy: 'wide' }, before: 'met', after: null },
  ])
  const back = whatIf(whatIf(decided('good'), { policy: policy('good', clean, {}) }).after, { policy: good })
  expect(back.changes[0]?.because).toEqual([
    { policy: 'wide', predicate: opened, before: null, after: 'met' },
    { policy: 'wide', predicate: towns, before: null, after: 'unmet' },
    { policy: 'good', predicate: { op: 'use', policy: 'wide' }, before: null, after: 'unmet' },
  ])
})

test('one supposition may follow on another without counting again', () => {
  const before = decided('good')
  const first = whatIf(before, { params: { minTowns: 3 }, of: 'wide' })
  const second = whatIf(first.after, { params: { minTowns: 2 }, of: 'wide' })
  expect(second.changes.map(({ subject, after }) => [subject, after.status])).toEqual([['two', 'met']])
  expect([...second.after.status]).toEqual([...before.status])
  for (const ends of second.after.kept.ends.values()) expect([...before.kept.ends.values()]).toContain(ends)
})

test('what could not be a rule is refused', () => {
  const before = decided('good')
  expect(() => whatIf(before, { params: { minPupils: 3 }, of: 'wide' })).toThrow(/no parameter 'minPupils'/)
  expect(() => whatIf(before, { params: { minTowns: 3 } })).toThrow(/no parameter 'minTowns'/)
  expect(() => whatIf(before, { params: { minTowns: 'many' }, of: 'wide' })).toThrow(TypeError)
  expect(() => whatIf(before, { params: {}, of: 'bad' })).toThrow(/no policy 'bad'/)
  const circular = policy('wide', { op: 'use', policy: 'good' }, {})
  expect(() => whatIf(before, { policy: circular })).toThrow(
    expect.objectContaining({ code: 'POLICY_INVALID' }),
  )
})
