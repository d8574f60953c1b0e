import type { Policy, Predicate } from '@tirazh/spec'
import { expect, test } from 'vitest'
import type { Facts, SubjectModel } from '../model.js'
import { rulebook } from '../rulebook.js'
import { ledger } from './ledger.js'

const text = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const date = { title: text, type: 'date' as const }
const code = { title: text, type: 'code' as const }
const model: SubjectModel = {
  kind: 'practice',
  label: 'name',
  fields: { name: code },
  relations: {
    adoptions: { kind: 'adoption', title: text, noun, fields: { municipality: code, implementedOn: date } },
    tools: { kind: 'project', title: text, noun, fields: { tool: code } },
  },
}

function atLeast(wanted: number, over: string, name: string, where?: Predicate): Predicate {
  const value = { op: 'field', name, of: 'row' } as const
  const left = { op: 'agg', fn: 'countDistinct', over, value, ...(where ? { where } : {}) } as const
  return { op: 'cmp', left, is: '>=', right: { op: 'lit', value: wanted } }
}

const policy = (
  id: string,
  rule: Predicate,
  from: `${number}-${number}-${number}` = '2000-01-01',
): Policy => {
  return { schema: 'policy/1', id, title: text, subject: 'practice', params: {}, versions: [{ from, rule }] }
}

const implemented: Predicate = {
  op: 'cmp',
  left: { op: 'field', name: 'implementedOn', of: 'row' },
  is: '<=',
  right: { op: 'asOf' },
}
const spread = policy('spread', atLeast(2, 'adoptions', 'municipality', implemented))
const equipped = policy('equipped', atLeast(2, 'tools', 'tool'))
const best = policy(
  'best',
  { op: 'all', of: [spread, equipped].map(({ id }) => ({ op: 'use', policy: id })) },
  '2025-01-01',
)
const book = rulebook({ model, policies: { spread, equipped, best } })
const policies = ['spread', 'equipped', 'best']

const adoption = (id: string, municipality: string, implementedOn: string): Facts =>
  Object.assign({ id }, { municipality, implementedOn })
const tool = (project: string, name: string): Facts => Object.assign({ id: project }, { tool: name })
const practice: Facts = Object.assign(
  { id: 'П-1' },
  {
    adoptions: [adoption('В-1', 'Арзамас', '2024-02-01'), adoption('В-2', 'Выкса', '2025-03-01')],
    tools: [tool('К-1', '5S'), tool('К-1', 'kanban')],
  },
)
const applies = 'applies' as const
const [met, unmet, unknown] = (['met', 'unmet', 'unknown'] as const).map((status) => ({
  status,
  standing: applies,
}))

test('one changed record tells which decisions it turned, and one that turns nothing tells nothing', () => {
  const kept = ledger(book, policies, [practice], '2025-02-01')
  expect(kept.put('П-1', 'adoptions', [adoption('В-1', 'Бор', '2024-02-01')])).toEqual([])
  expect(kept.put('П-1', 'adoptions', [adoption('В-3', 'Выкса', '2024-12-31')])).toEqual([
    { policy: 'spread', subject: 'П-1', before: unmet, after: met },
    { policy: 'best', subject: 'П-1', before: unmet, after: met },
  ])
  expect(kept.decision('best', 'П-1')).toEqual(met)
})

test('records of one id come and go together, as the tools of a project do', () => {
  const kept = ledger(book, ['equipped'], [practice], '2025-02-01')
  kept.put('П-1', 'tools', [tool('К-1', '5S')])
  expect(kept.decision('equipped', 'П-1')).toEqual(unmet)
  kept.put('П-1', 'tools', [tool('К-1', '5S'), tool('К-1', 'kanban'), tool('К-1', 'SMED')])
  expect(kept.decision('equipped', 'П-1')).toEqual(met)
  kept.remove('П-1', 'tools', 'К-1')
  expect(kept.decision('equipped', 'П-1')).toEqual(unmet)
})

test('a relation that is not recorded is unknown, one without records is empty', () => {
  const kept = ledger(book, ['equipped'], [practice], '2025-02-01')
  expect(kept.set('П-1', { tools: undefined })).toEqual([
    { policy: 'equipped', subject: 'П-1', before: met, after: unknown },
  ])
  kept.remove('П-1', 'tools', 'К-1')
  expect(kept.decision('equipped', 'П-1')).toEqual(unknown)
  kept.set('П-1', { tools: [] })
  expect(kept.decision('equipped', 'П-1')).toEqual(unmet)
})

test('the next change is that of time or of the law, whichever comes first', () => {
  const kept = ledger(book, policies, [practice], '2024-06-01')
  expect(kept.nextChange()).toBe('2025-01-01')
  expect(kept.advance('2025-01-01')).toEqual([
    { policy: 'best', subject: 'П-1', before: { status: 'unknown', standing: 'not-in-force' }, after: unmet },
  ])
  expect(kept.nextChange()).toBe('2025-03-01')
  expect(kept.advance('2025-02-28')).toEqual([])
  expect(kept.advance('2025-03-01').map((each) => each.policy)).toEqual(['spread', 'best'])
  expect(kept.nextChange()).toBeUndefined()
  expect(kept.asOf).toBe('2025-03-01')
})

test('the law of one day may hold for good', () => {
  const kept = ledger(book, ['best'], [practice], '2024-06-01', { lawAt: '2025-01-01' })
  expect(kept.decision('best', 'П-1')).toEqual(unmet)
  expect(kept.nextChange()).toBe('2025-03-01')
})

test('subjects come and go', () => {
  const kept = ledger(book, ['equipped'], [], '2025-02-01')
  expect(kept.add(practice)).toEqual([{ policy: 'equipped', subject: 'П-1', after: met }])
  expect(kept.add({ id: 'П-1' })).toEqual([
    { policy: 'equipped', subject: 'П-1', before: met, after: unknown },
  ])
  expect(kept.drop('П-1')).toEqual([{ policy: 'equipped', subject: 'П-1', before: unknown }])
  expect(() => kept.decision('equipped', 'П-1')).toThrow(/There is no practice 'П-1'/)
})

test('who and what is not there is named', () => {
  const kept = ledger(book, ['spread'], [practice], '2025-02-01')
  expect(() => kept.put('П-2', 'adoptions', [])).toThrow(/There is no practice 'П-2'/)
  expect(() => kept.decision('equipped', 'П-1')).toThrow(/does not keep policy 'equipped'/)
  expect(() => kept.put('П-1', 'adoption', [])).toThrow(/no relation 'adoption'/)
  expect(() => ledger(book, ['spread'], [practice, practice], '2025-02-01')).toThrow(/id 'П-1'/)
  expect(() => ledger(book, ['other'], [], '2025-02-01')).toThrow(/no policy 'other'/)
})

test('records that were not known at the moment are left out, however they came in', () => {
  const late = Object.assign(adoption('В-3', 'Выкса', '2024-12-31'), { recordedAt: '2025-02-02T00:00:00Z' })
  const options = { knownAt: '2025-02-01T00:00:00Z' } as const
  const kept = ledger(book, ['spread'], [practice], '2025-02-01', options)
  expect(kept.put('П-1', 'adoptions', [late])).toEqual([])
  expect(kept.put('П-1', 'adoptions', [{ ...late, recordedAt: '2025-01-02T00:00:00Z' }])).toHaveLength(1)
  expect(kept.put('П-1', 'adoptions', [late])).toHaveLength(1)
})
