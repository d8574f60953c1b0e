import type { RenderContext, Renderer, Report } from '@tirazh/spec'
import { writeBlocks } from './blocks.js'
import { writeGrids } from './grid.js'
import { type CsvProfile, type Profile, profiles } from './profiles.js'
import { writeHead, writeProvenance } from './provenance.js'
import { writer } from './writer.js'

export type { CsvProfile } from './profiles.js'

export interface CsvOptions {
  /** By default `excel-ru` for a report in Russian and `machine` for any other. */
  readonly profile?: CsvProfile
}

/**
 * Renders the tables of a report to CSV; charts become tables of their numbers, and running text is
 * listed as omitted.
 * @throws TypeError for a profile that does not exist
 */
export function csv(options: CsvOptions = {}): Renderer<string> {
  const { profile } = options
  if (profile !== undefined && !Object.hasOwn(profiles, profile)) {
    throw new TypeError(
      `csv(): options.profile is ${String(profile)}; give 'excel-ru' or 'machine', or leave it out`,
    )
  }
  return {
    format: 'csv',
    mediaType: 'text/csv',
    extension: 'csv',
    render: async (report, context) =>
      document(report, context, profiles[profile ?? (report.locale === 'ru' ? 'excel-ru' : 'machine')]),
  }
}

function document(report: Report, context: RenderContext, profile: Profile): string {
  const writing = writer(report, context, profile)
  const grids = [
    writeHead(report, writing),
    ...writeBlocks(report.blocks, ['blocks'], writing),
    ...writeProvenance(report.provenance, writing),
  ]
  return profile.mark + writeGrids(grids, profile.separator)
}
