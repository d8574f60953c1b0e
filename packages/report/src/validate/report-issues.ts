import type { Layout, Locale, Provenance, Report } from '@tirazh/spec'
import { blocks } from './blocks.js'
import type { ReportIssue } from './problems.js'
import { choice, day, nullOr, text, words } from './scalars.js'
import { listOf, object, optional } from './shape.js'
import { value } from './values.js'
import type { Check } from './walk.js'

/**
 * Everything that is wrong with a report, each with its place; nothing if it can be drawn. The report may
 * come from anywhere: from a file, or from a script without types. The data of custom blocks are not looked at.
 */
export function reportIssues(report: unknown): readonly ReportIssue[] {
  const issues: ReportIssue[] = []
  whole(report, { path: [], issues, open: [] })
  return issues
}

type AppliedPolicy = Provenance['policies'][number]

const policy: Check = object<AppliedPolicy>({
  id: words,
  title: words,
  version: nullOr(day),
  params: listOf(object<AppliedPolicy['params'][number]>({ title: words, value, origin: text })),
})

const provenance: Check = object<Provenance>({
  asOf: day,
  source: text,
  generator: text,
  policies: listOf(policy),
})

const whole: Check = object<Report>({
  schema: choice<Report['schema']>({ 'report/1': true }),
  id: words,
  locale: choice<Locale>({ ru: true, en: true }),
  title: words,
  subtitle: optional(text),
  issuer: words,
  issuedOn: day,
  notice: optional(text),
  provenance,
  layout: optional(choice<Layout>({ report: true, wide: true, certificate: true })),
  blocks,
})
