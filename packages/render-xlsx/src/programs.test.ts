import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { make, partsOf, reportOf, workbookOf } from '../test/made.js'
import { register, registerReport } from '../test/register.js'

const table = register(20)

describe('exceljs reads', () => {
  test('every number, amount, share, day and text of a table, with the format of each', async () => {
    const sheet = (await workbookOf(await make(reportOf([table])))).getWorksheet('Реестр')
    for (const [index, row] of table.rows.entries()) {
      const cells = sheet?.getRow(index + 4)
      row.forEach((cell, column) => {
        const read = cells?.getCell(column + 1).value
        if (cell === null) throw new Error('The register has no empty cells.')
        if (typeof cell === 'string') expect(read).toBe(cell)
        else if (cell.as === 'number' || cell.as === 'share') expect(read).toBe(cell.value)
        else if (cell.as === 'money') expect(read).toBe(cell.minor / 100)
        else if (cell.as === 'date') expect(read).toEqual(new Date(`${cell.value}T00:00:00Z`))
        else if ('text' in cell) expect(read).toBe(cell.text)
      })
    }
    const formats = table.columns.map((_, column) => sheet?.getRow(4).getCell(column + 1).numFmt ?? 'General')
    expect(formats).toEqual([
      ...['General', '#,##0"\u00a0ч"', '#,##0.00"\u00a0₽"', '0.0%', 'dd.mm.yyyy'],
      ...['General', 'General'],
    ])
  })

  test('the head that stays in view, the filter, and what is printed on each page', async () => {
    const sheet = (await workbookOf(await make(reportOf([table])))).getWorksheet('Реестр')
    expect(sheet?.views).toEqual([expect.objectContaining({ state: 'frozen', ySplit: 3 })])
    expect(sheet?.autoFilter).toBe('A3:G23')
    expect(sheet?.pageSetup.printTitlesRow).toBe('1:3')
  })

  test('a reference as a link where there is a report to lead to', async () => {
    const made = await make(reportOf([table]), {}, 'passport.html?a=1&b="2"')
    const sheet = (await workbookOf(made)).getWorksheet('Реестр')
    expect(sheet?.getCell('G4').value).toEqual({ text: 'ПР-0', hyperlink: 'passport.html?a=1&b="2"' })
    expect(made.omitted).toEqual([])
    const plain = (await workbookOf(await make(reportOf([table])))).getWorksheet('Реестр')
    expect(plain?.getCell('G4').value).toBe('ПР-0')
  })

  test('a QR code as a picture with its description', async () => {
    const made = await make(registerReport(1))
    const file = await workbookOf(made)
    expect(file.worksheets[0]?.getImages()).toHaveLength(1)
    expect(partsOf(made).get('xl/drawings/drawing1.xml')).toContain('descr="Ссылка"')
  })
})

test('an address that is no web address is not linked to, which is said', async () => {
  const made = await make(reportOf([register(1)]), {}, 'javascript:alert(1)')
  expect([...partsOf(made).values()].join()).not.toContain('javascript')
  expect(made.omitted).toEqual([['blocks/0/rows/0/6', expect.stringContaining('the address of the link')]])
})

test('the same report is the same bytes in another process, time zone and year', () => {
  const digest = (zone: string): string =>
    execFileSync(
      process.execPath,
      ['--conditions=source', '--import', 'tsx', join(import.meta.dirname, '../test/digest.ts')],
      { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
    )
  const first = digest('Pacific/Kiritimati')
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(digest('America/Sao_Paulo')).toBe(first)
})

const hasOffice = spawnSync('soffice', ['--version']).status === 0
const why = hasOffice ? '' : ' (skipped: soffice is not installed)'

test.skipIf(!hasOffice)(
  `LibreOffice opens the file and reads every number, share, day and text${why}`,
  async () => {
    const report = registerReport(12)
    const sheets = await shown((await make(report, {}, 'passport.html')).bytes)
    expect([...sheets.keys()].sort()).toEqual(['Реестр', 'Сводка'])
    const lines = sheets.get('Реестр')?.split('\n') ?? []
    expect(lines[2]).toBe('text;number;money;share;date;status;reference')
    expect(lines[4]).toBe('Практика № 1;0,25;123,45;1%;29.02.1984;выполнено;ПР-1')
    expect(lines[13]).toBe('Практика № 10;2,5;1234,5;10%;25.10.2026;выполнено;ПР-10')
    expect(sheets.get('Сводка')).toContain('Всего 12')
  },
)

/** The cells of each sheet as LibreOffice in Russian writes them to CSV: without units and grouping. */
async function shown(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'render-xlsx-'))
  try {
    mkdirSync(join(folder, 'profile/user'), { recursive: true })
    writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), russian)
    writeFileSync(join(folder, 'a.xlsx'), bytes)
    // Semicolons, quotes, UTF-8, all sheets.
    const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1'
    const office = ['--headless', `-env:UserInstallation=file://${folder}/profile`]
    execFileSync('soffice', [...office, '--convert-to', filter, '--outdir', folder, join(folder, 'a.xlsx')], {
      stdio: 'pipe',
      // Without it names of sheets that are not ASCII cannot be names of files.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
    return new Map(
      files.map((name) => [name.slice(2, -4).normalize('NFC'), readFileSync(join(folder, name), 'utf8')]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const russian = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>ru-RU</value></prop></item></oor:items>`
