import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { certificate, everything } from '../test/fixture.js'
import { make } from '../test/made.js'

const found = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0
const folder = found ? mkdtempSync(join(tmpdir(), 'tirazh-docx-')) : ''
afterAll(() => {
  if (found) rmSync(folder, { recursive: true, force: true })
})

/** What LibreOffice makes of a document. */
async function converted(name: string, bytes: Uint8Array, to: string, extension: string): Promise<Buffer> {
  const file = join(folder, `${name}.docx`)
  writeFileSync(file, bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, file], {
    stdio: 'ignore',
  })
  return readFileSync(join(folder, `${name}.${extension}`))
}

describe.skipIf(!found)(`LibreOffice${found ? '' : ' (skipped: soffice is not installed)'}`, () => {
  test.each(['ru', 'en'] as const)('opens the document in %s and reads its text', async (locale) => {
    const report = everything(locale)
    const { bytes } = await make(report, {}, 'https://example.org/')
    const text = (await converted(`text-${locale}`, bytes, 'txt:Text (encoded):UTF8', 'txt')).toString('utf8')
    const words =
      locale === 'ru'
        ? ['Где и когда', 'Маршруты школьных автобусов', 'Требует решения', 'О докладе', 'И. О. Фамилия']
        : ['Where and when', 'School bus routes', 'Needs a decision', 'About this report', 'I. O. Surname']
    for (const said of [report.title, ...words]) expect(text).toContain(said)
  })

  test('prints it on several pages, and a certificate on one', async () => {
    const pages = async (name: string, bytes: Uint8Array): Promise<number> => {
      const pdf = (await converted(name, bytes, 'pdf', 'pdf')).toString('latin1')
      return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
    }
    expect(await pages('report', (await make(everything('ru'))).bytes)).toBeGreaterThan(3)
    expect(await pages('certificate', (await make(certificate('ru'))).bytes)).toBe(1)
  })
})
