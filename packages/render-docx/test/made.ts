import type { Block, Path, Report } from '@tirazh/spec'
import { strFromU8, unzipSync } from 'fflate'
import { type DocxOptions, docx } from '../src/index.js'

export function reportOf(blocks: readonly Block[], more: Partial<Report> = {}): Report {
  return {
    schema: 'report/1',
    id: 'summary',
    locale: 'ru',
    title: 'Тиражирование практик',
    issuer: 'Проектный офис',
    issuedOn: '2026-10-05',
    notice: 'Демонстрационные данные',
    provenance: { asOf: '2026-09-30', source: 'Реестр', generator: 'tirazh', policies: [] },
    blocks,
    ...more,
  }
}

export interface Made {
  readonly bytes: Uint8Array
  readonly omitted: readonly (readonly [string, string])[]
}

export async function make(report: Report, options?: DocxOptions, link?: string): Promise<Made> {
  const omitted: (readonly [string, string])[] = []
  const bytes = await docx(options).render(report, {
    omit: (at: Path, why) => omitted.push([at.join('/'), why]),
    link: () => link,
  })
  return { bytes, omitted }
}

/** The bytes of each part of the file by its name. */
export function filesOf({ bytes }: Pick<Made, 'bytes'>): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)))
}

/** The text of each part in XML by its name. */
export function partsOf(made: Pick<Made, 'bytes'>): ReadonlyMap<string, string> {
  const xml = [...filesOf(made)].filter(([name]) => /\.(xml|rels)$/.test(name))
  return new Map(xml.map(([name, part]) => [name, strFromU8(part)]))
}

export function part(made: Pick<Made, 'bytes'>, name: string): string {
  const found = partsOf(made).get(name)
  if (found === undefined) throw new Error(`The file has no ${name}.`)
  return found
}

/** The words of a document as they are read: the headers, the text with its drawings in place, their data. */
export function textOf(bytes: Uint8Array): string {
  const parts = partsOf({ bytes })
  const charts = new Map(
    [
      ...(parts.get('word/_rels/document.xml.rels') ?? '').matchAll(
        /Id="([^"]+)"[^>]*Target="(charts\/[^"]+)"/g,
      ),
    ].map(([, id = '', target = '']) => [id, parts.get(`word/${target}`) ?? '']),
  )
  const body = (parts.get('word/document.xml') ?? '').replace(
    /<c:chart\b[^>]*r:id="([^"]+)"[^>]*>/g,
    (_, id) => (charts.get(id) ?? '').replace(/<\?xml[^>]*\?>/, ''),
  )
  const headers = [...parts].flatMap(([name, text]) => (/^word\/header\d+\.xml$/.test(name) ? [text] : []))
  return [...headers, body].map(wordsOf).join('\n')
}

/** Text nodes and alternative texts, a paragraph a line. */
function wordsOf(xml: string): string {
  const said = xml.matchAll(
    /<(?:w:t|a:t|c:v)\b[^>]*>([^<]*)<|(<\/w:p>|<\/c:pt>|<\/a:p>|<w:br\/>)|<wp:docPr\b([^>]*)>/g,
  )
  return [...said]
    .map(([, text, end, drawing]) => {
      if (end !== undefined) return '\n'
      if (drawing === undefined) return plain(text ?? '')
      return [...drawing.matchAll(/(?:descr|title)="([^"]*)"/g)]
        .map(([, words = '']) => plain(words))
        .join('\n')
    })
    .join('')
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
