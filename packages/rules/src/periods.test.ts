import type { ParamValue, Policy, PolicyVersion, Predicate } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { shapeIssues } from './shape.js'

const text = { ru: 'т', en: 't' }
const uses: Predicate = {
  op: 'cmp',
  left: { op: 'field', name: 'n', of: 'subject' },
  is: '>=',
  right: { op: 'param', name: 'k' },
}
const free: Predicate = { op: 'all', of: [] }

/** `2020–2022` is from the first day of 2020 until that of 2022, `2020` from then on. */
function years<Rest>(written: string, rest: Rest): Rest & Pick<PolicyVersion, 'from' | 'until'> {
  const [from, until] = written.split('–').map(Number)
  return { ...rest, from: `${from ?? 0}-01-01`, ...(until === undefined ? {} : { until: `${until}-01-01` }) }
}

const versions = (...written: string[]): PolicyVersion[] => written.map((each) => years(each, { rule: uses }))
const values = (...written: string[]): ParamValue[] => written.map((each) => years(each, { value: 1 }))

function told(of: readonly PolicyVersion[], k: readonly ParamValue[]): string[] {
  const policy: Policy = {
    schema: 'policy/1',
    id: 'p',
    title: text,
    subject: 'thing',
    params: { k: { title: text, origin: text, values: k } },
    versions: of,
  }
  return shapeIssues(policy).map((issue) => `${issue.code} ${issue.path.join('.')}`)
}

test('wordings and values may follow one another, the last with an end or without', () => {
  expect(told(versions('2020', '2021'), values('2020'))).toEqual([])
  expect(told(versions('2020–2021', '2021–2022'), values('2019–2021', '2021–2022'))).toEqual([])
})

test('dates must ascend, and a period must not be empty', () => {
  expect(told(versions('2021', '2020'), values('2000'))).toEqual(['POLICY_DATES_ORDER versions.1.from'])
  expect(told(versions('2020', '2020'), values('2000'))).toEqual(['POLICY_DATES_ORDER versions.1.from'])
  expect(told(versions('2020–2020'), values('2000'))).toEqual(['POLICY_DATES_ORDER versions.0.until'])
  expect(told(versions('2020'), values('2010', '2005'))).toEqual([
    'POLICY_DATES_ORDER params.k.values.1.from',
  ])
})

test('a period that ends elsewhere than the next begins leaves a gap or overlaps', () => {
  expect(told(versions('2020–2021', '2022'), values('2000'))).toEqual(['POLICY_DATES_GAP versions.0.until'])
  expect(told(versions('2020–2023', '2022'), values('2000'))).toEqual([
    'POLICY_DATES_OVERLAP versions.0.until',
  ])
  expect(told(versions('2020'), values('2000–2001', '2002'))).toEqual([
    'POLICY_DATES_GAP params.k.values.0.until',
  ])
})

test('a period may end on the first day of 1970, the number of which is 0', () => {
  expect(told(versions('1960–1970', '1970'), values('1960–1970', '1970'))).toEqual([])
  expect(told(versions('1960–1970', '1971'), values('1960'))).toEqual(['POLICY_DATES_GAP versions.0.until'])
})

test('the values of a parameter are of one type', () => {
  const mixed = [years('2020', { value: 1 }), years('2021', { value: 'one' })]
  expect(told(versions('2020'), mixed)).toEqual(['POLICY_TYPES_MIXED params.k.values.1.value'])
})

test('a day that is none says so once, and nothing is concluded from it', () => {
  const [version] = versions('2020')
  const broken = { ...version, from: '2020-13-01' as const, rule: uses }
  expect(told([broken], values('2021'))).toEqual(['POLICY_DATE versions.0.from'])
})

test('the sentence says which day to write', () => {
  const policy = {
    schema: 'policy/1',
    id: 'p',
    title: text,
    subject: 'thing',
    params: {},
    versions: [years('2020–2021', { rule: free }), years('2022', { rule: free })],
  }
  expect(shapeIssues(policy)[0]?.message).toEqual({
    ru: 'Периоды не стыкуются: нужно 2022-01-01 вместо "2021-01-01".',
    en: 'The periods do not meet: write 2022-01-01 instead of "2021-01-01".',
  })
})
