import { TirazhError } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { failed, failureOf } from './failures.js'

test.each([
  [
    'a deadlock, or a commit of another Galera node that came first',
    { errno: 1213, sqlState: '40001' },
    'rolled back',
  ],
  ['a row changed after the snapshot', { errno: 1020 }, 'rolled back'],
  ['a lock that was waited for too long', { errno: 1205 }, 'waited'],
  ['a Galera node without a quorum', { errno: 1047, sqlState: '08S01' }, 'unreachable'],
  ['an error in the middle of a COMMIT', { errno: 1180 }, 'unreachable'],
  ['a connection that was killed', { errno: 1927, fatal: true }, 'unreachable'],
  ['a server that is full', { errno: 1040, fatal: true }, 'unreachable'],
  ['a row that is there already', { errno: 1062 }, 'duplicate'],
  ['a wrong password, which stays wrong', { errno: 1045, fatal: true }, 'refused'],
  ['a statement that the server does not understand', { errno: 1064 }, 'refused'],
  ['no server at the port', { errno: -111, code: 'ECONNREFUSED', fatal: true }, 'unreachable'],
  ['a socket that was closed', { code: 'PROTOCOL_CONNECTION_LOST', fatal: true }, 'unreachable'],
  ['an answer that did not come', { errno: 'ETIMEDOUT', code: 'ETIMEDOUT' }, 'unreachable'],
])('%s is told from other failures', (_, properties, failure) => {
  expect(failureOf(Object.assign(new Error('the driver'), properties))).toBe(failure)
})

test('what mysql2 says without a number or a code is told apart too', () => {
  expect(failureOf(new Error("Can't add new command when connection is in closed state"))).toBe('unreachable')
  expect(failureOf(new Error('Queue limit reached.'))).toBe('unreachable')
  expect(failureOf(new Error('Pool is closed.'))).toBe('refused')
  expect(failureOf(undefined)).toBe('refused')
})

test('an error of the driver becomes one of the SDK that says what was done and whether to do it again', () => {
  const cause = Object.assign(new Error('WSREP has not yet prepared node'), { errno: 1047 })
  const error = failed('read', cause)
  expect(error).toMatchObject({
    code: 'STORAGE_FAILED',
    message: 'The mysql storage could not read: WSREP has not yet prepared node',
    details: { storage: 'mysql', during: 'read', transient: true },
    cause,
  })
  expect(failed('read', new Error('disk full'))).toMatchObject({ details: { transient: false } })
})

test('an error of the SDK, or about an argument, stays what it is', () => {
  const conflict = new TirazhError('STORAGE_CONFLICT', 'stale', { conflicts: [] })
  const wrong = new TypeError('Pass a pool')
  expect([failed('commit', conflict), failed('commit', wrong)]).toEqual([conflict, wrong])
})
