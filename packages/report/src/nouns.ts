import { type RecordKind, recordNouns } from '@tirazh/core'
import type { Noun, RecordGroup } from '@tirazh/spec'

type NounName = 'inMunicipality' | 'ofMunicipality' | 'times' | 'hour' | 'aboutPractice'

/** Things that reports count, with their plural forms. */
export const nouns: Readonly<Record<NounName, Noun>> = {
  /** After «в»: «действует в 1 муниципалитете, в 18 муниципалитетах». */
  inMunicipality: {
    ru: { one: 'муниципалитете', few: 'муниципалитетах', many: 'муниципалитетах' },
    en: { one: 'municipality', other: 'municipalities' },
  },
  /** After «из»: «из 51 муниципалитета, из 50 муниципалитетов». */
  ofMunicipality: {
    ru: { one: 'муниципалитета', few: 'муниципалитетов', many: 'муниципалитетов' },
    en: { one: 'municipality', other: 'municipalities' },
  },
  times: {
    ru: { one: 'раз', few: 'раза', many: 'раз' },
    en: { one: 'time', other: 'times' },
  },
  /** After «высвобождено»: «630 935,52 человеко-часа». */
  hour: {
    ru: { one: 'человеко-час', few: 'человеко-часа', many: 'человеко-часов' },
    en: { one: 'person-hour', other: 'person-hours' },
  },
  /** After «по»: «по 1 практике, по 4 практикам». */
  aboutPractice: {
    ru: { one: 'практике', few: 'практикам', many: 'практикам' },
    en: { one: 'practice', other: 'practices' },
  },
}

/** The records behind a figure, each once. */
export function recordGroup(kind: RecordKind, ids: Iterable<string>): RecordGroup {
  return { kind, noun: recordNouns[kind], ids: [...new Set(ids)] }
}
