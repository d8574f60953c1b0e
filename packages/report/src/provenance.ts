import type { Snapshot } from '@tirazh/core'
import { inForceAt } from '@tirazh/rules'
import type { Locale, Param, PlainDate, Policy, Provenance, Value } from '@tirazh/spec'

/** What every builder needs besides the records. */
export interface BuildOptions {
  /** The facts are as of the end of this day. */
  readonly asOf: PlainDate
  readonly locale: Locale
  /** The day on the report; `asOf` by default. */
  readonly issuedOn?: PlainDate
  /** What every page must say, such as «демонстрационные данные». */
  readonly notice?: string
  /** Where the records came from. */
  readonly source?: string
}

/** The source, rules and parameters behind a report, so that its figures can be had again. */
export function provenanceOf(snapshot: Snapshot, options: BuildOptions): Provenance {
  const { asOf, locale } = options
  return {
    asOf,
    source: options.source ?? (locale === 'ru' ? 'реестр программы' : 'register of the programme'),
    generator: 'Tirazh',
    policies: Object.values(snapshot.region.policies).map((policy) => ({
      id: policy.id,
      title: policy.title[locale],
      version: inForceAt(policy.versions, asOf)?.from ?? null,
      params: Object.values(policy.params).map((param) => ({
        title: param.title[locale],
        value: paramValue(param, asOf),
        origin: param.origin[locale],
      })),
    })),
  }
}

/** The value of a parameter on a day, where it is a number. */
export function numberParam(policy: Policy, name: string, on: PlainDate): number | undefined {
  const value = inForceAt(policy.params[name]?.values ?? [], on)?.value
  return typeof value === 'number' ? value : undefined
}

function paramValue(param: Param, on: PlainDate): Value {
  const value = inForceAt(param.values, on)?.value
  if (typeof value !== 'number') return String(value ?? '—')
  return param.shownAs === 'share' ? { as: 'share', value } : { as: 'number', value }
}
