import { describe, expect, test, vi } from 'vitest'
import { isTirazhError, TirazhError } from './errors.js'

const closed = new TirazhError('STORAGE_CLOSED', 'The memory storage is closed', { storage: 'memory' })

test('an error says in what way something failed, with details and the cause', () => {
  const cause = new Error('disk full')
  const details = { storage: 'sqlite', during: 'commit', transient: false }
  const error = new TirazhError('STORAGE_FAILED', 'SQLite could not commit', details, { cause })
  expect(error).toBeInstanceOf(Error)
  expect(String(error)).toBe('TirazhError: SQLite could not commit')
  expect(error).toMatchObject({ code: 'STORAGE_FAILED', details, cause })
})

describe('whether a caught value is an error of the SDK', () => {
  test('is told by its code, if one is named', () => {
    expect(isTirazhError(closed)).toBe(true)
    expect(isTirazhError(closed, 'STORAGE_CLOSED')).toBe(true)
    expect(isTirazhError(closed, 'STORAGE_CONFLICT')).toBe(false)
  })

  test('is told also of an error from another copy of this package', async () => {
    vi.resetModules()
    const copy = await import('./errors.js')
    const foreign = new copy.TirazhError('STORAGE_CLOSED', 'closed', { storage: 'memory' })
    expect(foreign).not.toBeInstanceOf(TirazhError)
    expect(isTirazhError(foreign, 'STORAGE_CLOSED')).toBe(true)
    expect(isTirazhError(foreign, 'STORAGE_CONFLICT')).toBe(false)
    expect(copy.isTirazhError(closed, 'STORAGE_CLOSED')).toBe(true)
  })

  test('is not mistaken for anything else that is thrown', () => {
    const fromNode = Object.assign(new Error('no such file'), { code: 'ENOENT' })
    const others = [fromNode, new TypeError('x'), 'STORAGE_CLOSED', 5, null, undefined, {}]
    const pretending = [{ isTirazhError: true }, { isTirazhError: 'no', code: 'STORAGE_CLOSED' }]
    for (const value of [...others, ...pretending]) expect(isTirazhError(value)).toBe(false)
  })
})
