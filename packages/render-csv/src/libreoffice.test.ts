import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Block } from '@tirazh/spec'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { read, report, write } from '../test/written.js'

const hasOffice = spawnSync('soffice', ['--version']).status === 0
const why = hasOffice ? '' : ' (skipped: soffice is not installed)'

const table: Block = {
  type: 'table',
  caption: 'Практики',
  columns: [{ title: 'Имя' }, { title: 'Дней' }],
  rows: [
    ['=1+1', { as: 'number', value: -1234.5 }],
    ['Кайдзен; "5С"', { as: 'number', value: 20, bound: 'more-than' }],
    ['+7 831', null],
    ['@SUM(A1)', { as: 'unknown', text: 'не указано' }],
    ['строка\nдва', { as: 'number', value: 0 }],
  ],
}

test.skipIf(!hasOffice)(`LibreOffice opens the file for Excel and has the same cells${why}`, async () => {
  const { text } = await write(report([table]), 'excel-ru')
  // LibreOffice in English writes back with a point what it took for a number.
  const cells = padded(read(text, 'excel-ru')).map((row) =>
    row.map((cell) => (/^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell)),
  )
  expect(cells.flat()).toContain('-1234.5')
  expect(opened(text)).toEqual(cells)
})

/** The cells after LibreOffice opened the file as Russian Windows would, and saved it again. */
function opened(text: string): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'render-csv-'))
  const office = (...args: readonly string[]): void => {
    const profile = `-env:UserInstallation=file://${folder}/profile`
    execFileSync('soffice', ['--headless', profile, ...args], { stdio: 'pipe' })
  }
  try {
    mkdirSync(join(folder, 'profile/user'), { recursive: true })
    writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), english)
    writeFileSync(join(folder, 'a.csv'), text)
    // Semicolons, quotes, UTF-8; read in Russian (1049), where formulas would be run.
    office(
      '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1049,false,false,false,true',
      '--convert-to',
      'ods',
      '--outdir',
      folder,
      join(folder, 'a.csv'),
    )
    office(
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):59,34,76,1,,1049,false,true,false',
      '--outdir',
      folder,
      join(folder, 'a.ods'),
    )
    const { data } = Papa.parse<string[]>(readFileSync(join(folder, 'a.csv'), 'utf8'), { delimiter: ';' })
    return padded(data)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rows of one length without those at the end that have nothing in them: a sheet has no others. */
function padded(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = Math.max(...rows.map((row) => row.length))
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''))
  return rows
    .slice(0, last + 1)
    .map((row) => Array.from({ length: width }, (_, index) => (row[index] ?? '').replace('\ufeff', '')))
}

const english = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>en-US</value></prop></item></oor:items>`
