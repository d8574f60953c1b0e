import { TirazhError } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { failure, isCollision, isConnectionLoss } from './failure.js'

const collision = { collision: true, loss: false, transient: true }
const loss = { collision: false, loss: true, transient: true }
const momentary = { collision: false, loss: false, transient: true }
const lasting = { collision: false, loss: false, transient: false }

test.each([
  ['a serialization failure', { code: '40001' }, collision],
  ['a deadlock', { code: '40P01' }, collision],
  ['a COMMIT of a distributed engine whose end is unknown', { code: '40003' }, momentary],
  ['a server with too many connections', { code: '53300' }, momentary],
  ['a lock that was waited for too long', { code: '55P03' }, momentary],
  ['a statement that took longer than the server allows', { code: '57014' }, lasting],
  ['a connection that an administrator ended', { code: '57P01' }, loss],
  ['a server that crashed', { code: '57P02' }, loss],
  ['a server that starts', { code: '57P03' }, loss],
  ['a transaction that was ended since it rested for too long', { code: '25P03' }, loss],
  ['a transaction that was ended since it lasted for too long', { code: '25P04' }, loss],
  ['a session that was ended since it rested for too long', { code: '57P05' }, loss],
  ['PgBouncer without a connection to the server', { code: '08P01' }, loss],
  ['a connection that was reset', { code: 'ECONNRESET' }, loss],
  ['no server at the port', { code: 'ECONNREFUSED' }, loss],
  ['a pipe without an end', { code: 'EPIPE' }, loss],
  ['a host that nobody leads to', { code: 'EHOSTUNREACH' }, loss],
  ['a name that cannot be looked up now', { code: 'EAI_AGAIN' }, loss],
  ['a connection that ended', { message: 'Connection terminated unexpectedly' }, loss],
  ['a connection that took too long', { message: 'Connection terminated due to connection timeout' }, loss],
  [
    'a client that is no longer usable',
    { message: 'Client has encountered a connection error and is not queryable' },
    loss,
  ],
  ['a pool that is used up', { message: 'timeout exceeded when trying to connect' }, loss],
  ['an answer that did not come', { message: 'Query read timeout' }, loss],
  ['a pool that was ended', { message: 'Cannot use a pool after calling end on the pool' }, lasting],
  ['a wrong password', { code: '28P01' }, lasting],
  ['a database that is not there', { code: '3D000' }, lasting],
  ['a database that was dropped', { code: '57P04' }, lasting],
  ['a full disk', { code: '53100' }, lasting],
  ['a right that is missing', { code: '42501' }, lasting],
  ['a name that does not exist', { code: 'ENOTFOUND' }, lasting],
  ['a server that does not write', { code: '25006' }, lasting],
])('%s is told from other failures', (_, { message = '', ...properties }: Raised, expected) => {
  const cause = Object.assign(new Error(message), properties)
  const error = failure('commit', cause)
  expect({
    collision: isCollision(cause),
    loss: isConnectionLoss(cause),
    transient: error instanceof TirazhError && error.code === 'STORAGE_FAILED' && isTransient(error),
  }).toEqual(expected)
  expect(error.cause).toBe(cause)
})

test('an error of the driver becomes one of the SDK that says what was done and what helps', () => {
  const cause = Object.assign(new Error('permission denied for table tirazh_record'), { code: '42501' })
  expect(failure('read', cause)).toMatchObject({
    code: 'STORAGE_FAILED',
    message:
      'PostgreSQL could not read: permission denied for table tirazh_record; ' +
      'grant the right, or have a database administrator run what sql() prints',
    details: { storage: 'postgres', during: 'read', transient: false },
  })
})

test('an error without words, as of several addresses that were tried, is told by its code', () => {
  const cause = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })
  expect(failure('open', cause).message).toBe('PostgreSQL could not open: ECONNREFUSED')
})

test('what is thrown and is no error is told as it is', () => {
  expect(failure('find', 'нет')).toMatchObject({
    message: 'PostgreSQL could not find: нет',
    details: { transient: false },
  })
})

test('an error of the SDK, or about an argument, stays what it is', () => {
  const conflict = new TirazhError('STORAGE_CONFLICT', 'stale', { conflicts: [] })
  const wrong = new TypeError('Pass a pool')
  expect([failure('commit', conflict), failure('commit', wrong)]).toEqual([conflict, wrong])
})

interface Raised {
  readonly code?: string
  readonly message?: string
}

function isTransient({ details }: TirazhError): boolean {
  return 'transient' in details && details.transient
}
