import type { Truth } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import * as byArrays from './by-arrays.js'
import * as byObjects from './by-objects.js'
import { asOf, asOfDay, book, mergers, practices } from './facts.js'
import { codes, world } from './world.js'

const register = world(3000)
const all = practices(register)
const successor = byObjects.successorOf(mergers)
const successors = Uint8Array.from(codes, (code) => codes.indexOf(successor(code, asOf)))
const truths: readonly Truth[] = ['unmet', 'unknown', 'met']

describe.each(['replication', 'federal'])('the policy %s', (policy) => {
  const expected = all.map((practice) => {
    const { status, standing } = book.decide(policy, practice, { asOf })
    return { status, applies: standing === 'applies' }
  })
  const arrays = policy === 'federal' ? byArrays.judgeFederal : byArrays.judgeReplication
  const objects = policy === 'federal' ? byObjects.judgeFederal : byObjects.judgeReplication

  test('comes out in all ways, so that nothing is compared by accident', () => {
    expect(new Set(expected.map(({ status }) => status))).toEqual(new Set(truths))
    expect(new Set(expected.map(({ applies }) => applies))).toEqual(new Set([true, false]))
  })

  test('written by hand over objects says what the rulebook says', () => {
    expect(all.map((practice) => objects(practice, asOf, successor))).toEqual(expected)
  })

  test('written by hand over arrays says what the rulebook says', () => {
    const { status, applies } = arrays(register, asOfDay, successors)
    const found = all.map((_, index) => ({
      status: truths[status[index] ?? 1],
      applies: applies[index] === 1,
    }))
    expect(found).toEqual(expected)
  })
})

test('the federal policy with all its conditions comes out as without', () => {
  const short = byArrays.judgeFederal(register, asOfDay, successors)
  const full = byArrays.judgeFederalFully(register, asOfDay, successors)
  expect(full.status).toEqual(short.status)
  expect(full.applies).toEqual(short.applies)
  expect(full.conditions.map((condition) => condition.length)).toEqual(Array(6).fill(register.practices))
})
