import type { Snapshot } from '@tirazh/core'
import { formats, type Report } from '@tirazh/spec'
import { type BuildOptions, provenanceOf } from './provenance.js'

/** What differs from report to report. */
type Content = Pick<Report, 'id' | 'title' | 'layout' | 'blocks'> & { readonly subtitle: string }

/** A report with what all of them have: who issues it, when, of what and by which rules. */
export function documentOf(snapshot: Snapshot, options: BuildOptions, content: Content): Report {
  const { asOf, locale, issuedOn = asOf, notice } = options
  return {
    schema: 'report/1',
    locale,
    issuer: formats(locale).text(snapshot.region.office),
    issuedOn,
    ...(notice === undefined ? {} : { notice }),
    provenance: provenanceOf(snapshot, options),
    ...content,
  }
}
