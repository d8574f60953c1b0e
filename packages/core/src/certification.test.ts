import { type Certificate, doubtfulCertificates, isValid } from '@tirazh/core'
import { expect, test } from 'vitest'

const certificate = (rest: Partial<Certificate> = {}): Certificate => ({
  id: 'Р-1',
  practice: 'ПР-1',
  level: 'regional',
  issuedOn: '2024-01-01',
  ...rest,
})

test('a certificate is valid from the day of issue and not on the day it is revoked', () => {
  const revoked = certificate({ revokedOn: '2025-01-01' })
  expect(isValid(revoked, '2023-12-31')).toBe(false)
  expect(isValid(revoked, '2024-01-01')).toBe(true)
  expect(isValid(revoked, '2025-01-01')).toBe(false)
})

test('a valid certificate is doubtful unless the rule of its level is about the practice and met', () => {
  const doubtful = (decision: Parameters<typeof doubtfulCertificates>[2]): number =>
    doubtfulCertificates([certificate()], '2024-06-30', decision).length
  expect(doubtful(() => ({ status: 'met', standing: 'applies' }))).toBe(0)
  expect(doubtful(() => ({ status: 'unmet', standing: 'applies' }))).toBe(1)
  expect(doubtful(() => ({ status: 'unknown', standing: 'applies' }))).toBe(1)
  expect(doubtful(() => ({ status: 'met', standing: 'not-applicable' }))).toBe(1)
})

test('a certificate that is not valid is nobody’s question', () => {
  const future = certificate({ issuedOn: '2025-01-01' })
  const unmet = (): { status: 'unmet'; standing: 'applies' } => ({ status: 'unmet', standing: 'applies' })
  expect(doubtfulCertificates([future], '2024-06-30', unmet)).toEqual([])
})
