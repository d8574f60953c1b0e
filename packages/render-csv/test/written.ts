import type { Block, Report } from '@tirazh/spec'
import Papa from 'papaparse'
import { type CsvProfile, csv } from '../src/index.js'

export function report(blocks: readonly Block[], more: Partial<Report> = {}): Report {
  return {
    schema: 'report/1',
    id: 'summary',
    locale: 'ru',
    title: 'Доклад',
    issuer: 'Офис',
    issuedOn: '2026-10-05',
    provenance: { asOf: '2026-09-30', source: 'Реестр', generator: 'tirazh 0.0.0', policies: [] },
    blocks,
    ...more,
  }
}

export interface Written {
  readonly text: string
  readonly omitted: readonly (readonly [string, string])[]
}

export async function write(
  from: Report,
  profile?: CsvProfile,
  link: (report: string) => string | undefined = () => undefined,
): Promise<Written> {
  const omitted: (readonly [string, string])[] = []
  const text = await csv(profile === undefined ? {} : { profile }).render(from, {
    omit: (at, why) => omitted.push([at.join('/'), why]),
    link,
  })
  return { text, omitted }
}

/** The rows as another program reads them; an empty line is a row of one empty cell. */
export function read(text: string, profile: CsvProfile): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: profile === 'machine' ? ',' : ';',
    newline: '\r\n',
  })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return data
}

/** The rows of the blocks, between the head of the report and what it was made from. */
export async function body(
  blocks: readonly Block[],
  profile: CsvProfile,
  locale: 'ru' | 'en' = 'ru',
): Promise<readonly (readonly string[])[]> {
  const rows = read((await write(report(blocks, { locale }), profile)).text, profile)
  const about = rows.findLastIndex(([cell]) => cell === (locale === 'ru' ? 'О докладе' : 'About this report'))
  // Three rows of the head, and an empty line on either side.
  return rows.slice(4, about - 1)
}
