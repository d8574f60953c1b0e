import type { Snapshot } from '@tirazh/core'
import {
  type BuildOptions,
  certificationRegister,
  dynamicsReport,
  effectsReport,
  factoryReport,
  municipalityScorecard,
  practiceCertificate,
  practicePassport,
  regionalSummary,
  replicationMatrix,
} from '@tirazh/report'
import type { PlainDate, Report } from '@tirazh/spec'
import { type FormatName, formatNames, screenFormats } from './formats.js'

/** A report that is going to be written, and in which formats. */
export interface Planned {
  /** The id of the report, which is also the path of its files. */
  readonly id: string
  readonly formats: ReadonlySet<FormatName>
  build(options: BuildOptions): Report
}

/** The folders with reports about one thing each. */
export const folders: readonly string[] = ['passport', 'municipality', 'factory', 'certificate']

/**
 * Every report there is to write about a day: those about the whole region and the first of each kind in
 * every format, the many others in those that are read on a screen, and certificates as PDF too.
 */
export function plannedReports(snapshot: Snapshot, asOf: PlainDate): readonly Planned[] {
  const { records, territory } = snapshot
  const about = (
    folder: string,
    subjects: readonly { readonly id: string }[],
    build: (id: string, options: BuildOptions) => Report,
    formats: ReadonlySet<FormatName> = screenFormats,
  ): Planned[] =>
    subjects.map(({ id }, index) => ({
      id: `${folder}/${id}`,
      formats: index === 0 ? everyFormat : formats,
      build: (options) => build(id, options),
    }))
  const issued = records.certificate.filter((certificate) => certificate.issuedOn <= asOf)
  return [
    region('summary', (options) => regionalSummary(snapshot, options)),
    region('matrix', (options) => replicationMatrix(snapshot, options)),
    region('certification', (options) => certificationRegister(snapshot, options)),
    region('effects', (options) => effectsReport(snapshot, options)),
    region('dynamics', (options) => dynamicsReport(snapshot, options)),
    ...about('passport', snapshot.publishedOn(asOf), (practice, options) =>
      practicePassport(snapshot, { ...options, practice }),
    ),
    ...about('municipality', territory.municipalitiesOn(asOf), (municipality, options) =>
      municipalityScorecard(snapshot, { ...options, municipality }),
    ),
    ...about('factory', territory.coverageOn(asOf).openFactories, (factory, options) =>
      factoryReport(snapshot, { ...options, factory }),
    ),
    ...about(
      'certificate',
      issued,
      (certificate, options) => practiceCertificate(snapshot, { ...options, certificate }),
      new Set([...screenFormats, 'pdf']),
    ),
  ]
}

const everyFormat: ReadonlySet<FormatName> = new Set(formatNames)

function region(id: string, build: Planned['build']): Planned {
  return { id, formats: everyFormat, build }
}
