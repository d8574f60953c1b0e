import { join } from 'node:path'
import { type Snapshot, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { markdown } from '@tirazh/render-markdown'
import { type CertificateOptions, practiceCertificate, render, reportIssues } from '@tirazh/report'
import type { PlainDate, Report } from '@tirazh/spec'
import { beforeAll, expect, test } from 'vitest'

const bundled = join(import.meta.dirname, '../../../../examples/regional-summary/register')
const asOf = '2025-12-24'

let region: Snapshot
beforeAll(async () => {
  const { records } = await readRegister(bundled)
  if (records === undefined) throw new Error('The bundled register is sound.')
  region = snapshot(nizhnyNovgorod, records)
})

const made = (certificate: string, options: Partial<CertificateOptions> = {}): Report =>
  practiceCertificate(region, { certificate, asOf, locale: 'ru', ...options })

const text = async (report: Report): Promise<string> =>
  (await render(report, markdown())).body.replaceAll('\u00a0', ' ').replaceAll('\\', '')

test('a certificate says which practice meets which rule, on what check and defence, and who signs', async () => {
  const report = made('Р-0001', {
    signatures: [{ position: 'Ректор', name: 'И. О. Фамилия' }, { position: 'Председатель комиссии' }],
  })
  expect([report.id, report.layout, report.title]).toEqual([
    'certificate/Р-0001',
    'certificate',
    'Региональный сертификат',
  ])
  const page = await text(report)
  for (const line of [
    '№ Р-0001 от 30 апреля 2023 г.',
    'Настоящим подтверждается, что практика',
    'Единое окно для предоставления муниципальных услуг',
    '(ПР-0001, муниципалитет Кстовский) на 24 декабря 2025 г. отвечает правилу «Право на региональный сертификат».',
    'Кстовский (22637000) с 04.04.2025 входит в Нижний Новгород (22701000)',
    'ПП-0001 от 10 марта 2023 г.',
    'З-0001 от 20 апреля 2023 г.',
  ]) {
    expect(page).toContain(line)
  }
  expect(report.blocks.filter(({ type }) => type === 'signature')).toEqual([
    { type: 'signature', position: 'Ректор', name: 'И. О. Фамилия' },
    { type: 'signature', position: 'Председатель комиссии' },
  ])
})

test('the QR code is the address to verify at, or else names the certificate', () => {
  const codeOf = (report: Report): unknown =>
    report.blocks.flatMap((block) => (block.type === 'image' ? [block.source] : []))
  const verifyAt = 'https://example.org/certificates/%D0%A0-0001?lang=ru'
  expect(codeOf(made('Р-0001', { verifyAt }))).toEqual([{ as: 'qr', text: verifyAt }])
  expect(codeOf(made('Р-0001'))).toEqual([
    { as: 'qr', text: 'Сертификат Р-0001 (региональный), практика ПР-0001, выдан 30.04.2023' },
  ])
})

test.each([
  'javascript:alert(1)',
  'ftp://example.org/1',
  'mailto:someone@example.org',
  '/certificates/1',
  'example.org',
  'https://',
  'https://example.org/\n1',
  '',
])('an address that is not on the web is refused with what to do: %j', (verifyAt) => {
  expect(() => made('Р-0001', { verifyAt })).toThrow(TypeError)
  expect(() => made('Р-0001', { verifyAt })).toThrow(/must be an address with http or https/)
})

test('a revoked certificate says so first, confirms nothing and is signed by nobody', async () => {
  const report = made('Р-0206', { signatures: [{ position: 'Ректор' }] })
  expect(report.title).toBe('Региональный сертификат — отозван')
  expect(report.blocks[0]).toMatchObject({
    type: 'callout',
    tone: 'attention',
    title: 'Сертификат отозван',
  })
  const page = await text(report)
  expect(page).toContain('Сертификат не действует с 5 июня 2024 г. и ничего не подтверждает.')
  expect(page).not.toContain('подтверждается')
  expect(page).not.toContain('отвечает правилу')
  expect(report.blocks.some(({ type }) => type === 'signature')).toBe(false)
})

test('on the last day before it was revoked it was not revoked', () => {
  const on = (day: PlainDate): string => made('Р-0206', { asOf: day }).title
  expect([on('2024-06-04'), on('2024-06-05')]).toEqual([
    'Региональный сертификат',
    'Региональный сертификат — отозван',
  ])
})

test('a certificate whose basis is not shown to hold says why instead of confirming it', async () => {
  const report = made('Р-0193')
  expect(report.blocks[0]).toMatchObject({ type: 'callout', title: 'Основание не подтверждается' })
  const page = await text(report)
  expect(page).toContain('соответствие практики правилу не подтверждается')
  expect(page).toContain('ПП-0193 + З-0193: блок 5: 14, требуется не менее 16')
  expect(page).not.toContain('Настоящим подтверждается')
})

test('a certificate that does not exist, or was not issued yet, is unknown', () => {
  for (const options of [{ certificate: 'Р-9999' }, { certificate: 'Р-0001', asOf: '2023-04-29' as const }]) {
    expect(() => practiceCertificate(region, { asOf, locale: 'ru', ...options })).toThrow(
      expect.objectContaining({
        code: 'RECORD_UNKNOWN',
        details: { kind: 'certificate', id: options.certificate },
      }),
    )
  }
})

test('every certificate of the register can be had, and confirms the rule only where it is met', () => {
  const confirming = region.records.certificate.filter(({ id, level, practice }) => {
    const report = made(id)
    expect(reportIssues(report)).toEqual([])
    const confirms = JSON.stringify(report.blocks).includes('Настоящим подтверждается')
    if (confirms) expect(region.decide(level, practice, { asOf }).status).toBe('met')
    return confirms
  })
  expect(confirming).toHaveLength(28)
})
