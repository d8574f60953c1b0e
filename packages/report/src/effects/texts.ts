import type { Locale } from '@tirazh/spec'
import type { EffectKind, Uncounted } from './amount.js'
import { effectsEn } from './texts-en.js'
import { effectsRu } from './texts-ru.js'

/** The wording of the report on effects. Numbers and dates arrive already formatted for the language. */
export interface EffectsTexts {
  readonly title: string
  subtitle(region: string, date: string): string
  /** The finding, around its figures. */
  asOf(date: string): string
  readonly aYear: string
  readonly leadPeople: string
  readonly leadMoney: string
  readonly believedAs: string
  readonly hoursUnknown: string
  readonly peopleUnknown: string
  readonly moneyUnknown: string
  readonly figuresTitle: string
  readonly gross: Readonly<Record<EffectKind, string>>
  readonly adjusted: Readonly<Record<EffectKind, string>>
  readonly notes: Readonly<Record<EffectKind, string>>
  readonly adjustedNote: string
  rule(kind: EffectKind, date: string): string
  adjustedRule(kind: EffectKind, date: string): string
  readonly notMeasured: string
  readonly apartTitle: string
  readonly apart: readonly string[]
  readonly spheresTitle: string
  stackedTitle(kind: EffectKind): string
  readonly stackedNote: string
  stackedLeftOut(names: string): string
  readonly partAdjusted: string
  readonly partWithheld: string
  readonly sphere: string
  readonly sphereUnknown: string
  readonly spheresCaption: string
  readonly municipalitiesTitle: string
  readonly municipalitiesCaption: string
  readonly municipality: string
  readonly columnGross: Readonly<Record<EffectKind, string>>
  readonly columnAdjusted: Readonly<Record<EffectKind, string>>
  readonly total: string
  readonly roundingNote: string
  readonly largestTitle: string
  largestCaption(kind: EffectKind): string
  largestChart(kind: EffectKind): string
  readonly before: string
  readonly after: string
  readonly project: string
  readonly effect: string
  readonly amountRule: Readonly<Record<EffectKind, string>>
  readonly effectAdjusted: string
  readonly grade: string
  gradeOf(confirmed: string): string
  readonly metricsTitle: string
  readonly metricsCaption: string
  readonly metricsNote: string
  readonly metric: string
  readonly better: Readonly<Record<'lower' | 'higher', string>>
  readonly improved: string
  readonly unchanged: string
  readonly worsened: string
  readonly missing: string
  readonly median: string
  readonly least: string
  readonly most: string
  readonly notComputed: string
  changeRule(date: string): string
  outcomeRule(outcome: string, date: string): string
  readonly confidenceTitle: string
  readonly confidenceText: string
  readonly lossesText: string
  readonly settingsCaption: string
  readonly setting: string
  readonly value: string
  readonly origin: string
  readonly leastSample: string
  readonly leastDays: string
  haircutFor(confirmed: string): string
  readonly gradesCaption: string
  readonly haircut: string
  readonly measurements: string
  gradeRule(date: string): string
  readonly uncountedTitle: string
  readonly uncountedNone: string
  readonly uncounted: Readonly<Record<Uncounted, string>>
  readonly uncountedAfter: Readonly<Record<Uncounted, string>>
  uncountedRule(reason: Uncounted, date: string): string
  readonly unmeasured: string
  readonly unmeasuredAfter: string
  unmeasuredRule(date: string): string
  readonly reasons: Readonly<Record<Uncounted, string>>
  readonly uncountedCaption: string
  readonly indicator: string
  readonly why: string
  firstOf(shown: string, all: string): string
}

export const effectsTexts: Readonly<Record<Locale, EffectsTexts>> = { ru: effectsRu, en: effectsEn }
