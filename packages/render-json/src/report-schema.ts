import type { Layout, Locale, Provenance, Report } from '@tirazh/spec'
import { blockSchemas } from './block-schemas.js'
import { chartSchemas } from './chart-schemas.js'
import {
  constant,
  day,
  type JsonSchema,
  list,
  nullOr,
  object,
  oneOfTexts,
  optional,
  ref,
  text,
  words,
} from './schema-parts.js'
import { valueSchemas } from './value-schemas.js'

type AppliedPolicy = Provenance['policies'][number]

const policy: JsonSchema = object<AppliedPolicy>({
  id: words,
  title: words,
  version: nullOr(day),
  params: list(object<AppliedPolicy['params'][number]>({ title: words, value: ref('value'), origin: text })),
})

/**
 * JSON Schema (2020-12) of a report: the files of this renderer keep to it. What one field says of another,
 * such as the width of the rows of a table, is beyond a schema and checked by `reportIssues`.
 */
export const reportSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'report/1',
  ...object<Report>({
    schema: constant('report/1'),
    id: words,
    locale: oneOfTexts<Locale>({ ru: true, en: true }),
    title: words,
    subtitle: optional(text),
    issuer: words,
    issuedOn: day,
    notice: optional(text),
    provenance: object<Provenance>({ asOf: day, source: text, generator: text, policies: list(policy) }),
    layout: optional(oneOfTexts<Layout>({ report: true, wide: true, certificate: true })),
    blocks: list(ref('block')),
  }),
  $defs: { ...valueSchemas, ...chartSchemas, ...blockSchemas },
}
