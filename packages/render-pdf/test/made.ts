import type { Block, Path, Report } from '@tirazh/spec'
import { type PdfOptions, pdf } from '../src/index.js'
import { reportOf } from './fixture.js'
import { type Read, read, type Tag, tagsOf } from './read.js'

export interface Made {
  readonly bytes: Uint8Array
  readonly omitted: readonly (readonly [at: string, why: string])[]
}

/** One renderer for the tests of a file: its worker is started once. */
const shared = pdf()

export async function make(report: Report, options?: PdfOptions): Promise<Made> {
  const omitted: (readonly [string, string])[] = []
  const renderer = options === undefined ? shared : pdf(options)
  const bytes = await renderer.render(report, {
    omit: (at: Path, why) => omitted.push([at.join('/'), why]),
    link: (id) => `${encodeURIComponent(id)}.html`,
  })
  if (renderer !== shared) await renderer.close()
  return { bytes, omitted }
}

/** What another program reads in the file. */
export async function readBack(report: Report | readonly Block[]): Promise<Read> {
  return read((await make('blocks' in report ? report : reportOf(report))).bytes)
}

/** The elements of a role on all pages. */
export function allTags(role: string, { pages }: Read): readonly Tag[] {
  return pages.flatMap(({ tags }) => tagsOf(role, tags))
}
