import type { Snapshot } from '@tirazh/core'
import { type Block, formats, type Inline, type Metric, type Report, type TypedValue } from '@tirazh/spec'
import { documentOf } from '../document.js'
import { nouns } from '../nouns.js'
import type { BuildOptions } from '../provenance.js'
import { type EffectKind, effectKinds } from './amount.js'
import { collectEffects, type Effects } from './collect.js'
import type { ConfidenceRules } from './confidence.js'
import { type EffectsContext, spokenValue } from './context.js'
import { confidence, metricTable, uncounted } from './evidence.js'
import { largest, municipalities, spheres } from './groups.js'
import { effectsTexts } from './texts.js'

export interface EffectsOptions extends BuildOptions {
  /** How far measurements are believed; `defaultConfidence` unless told. */
  readonly confidence?: ConfidenceRules
}

/**
 * What finished projects gave: working time and people released, costs saved; gross and as far as the
 * measurements can be trusted, each kind apart.
 * @throws TypeError for rules of confidence that cannot be used
 */
export function effectsReport(snapshot: Snapshot, options: EffectsOptions): Report {
  return composeEffects(collectEffects(snapshot, options), snapshot, options)
}

/** Puts collected effects into a report. */
export function composeEffects(data: Effects, snapshot: Snapshot, options: BuildOptions): Report {
  const { asOf, locale } = options
  const { region } = snapshot
  const f = formats(locale)
  const t = effectsTexts[locale]
  const context: EffectsContext = { data, snapshot, f, t }
  return documentOf(snapshot, options, {
    id: 'effects',
    title: t.title,
    subtitle: t.subtitle(f.text(region.nameInTitles), f.date(asOf, 'long')),
    blocks: [
      { type: 'lead', content: finding(context) },
      { type: 'heading', level: 2, text: t.figuresTitle },
      ...figures(context),
      {
        type: 'callout',
        tone: 'note',
        title: t.apartTitle,
        blocks: [{ type: 'list', items: t.apart.map((text) => ({ content: [text] })) }],
      },
      ...spheres(context),
      ...largest(context),
      ...municipalities(context),
      ...metricTable(context),
      ...confidence(context),
      ...uncounted(context),
    ],
  })
}

/** Read aloud: whole hours and people here, the exact sums among the figures. */
function finding(context: EffectsContext): Inline {
  const { data, f, t } = context
  const { hours, people, money } = data.total
  return [
    t.asOf(f.date(data.asOf, 'long')),
    ...(hours === undefined ? [t.hoursUnknown] : pair('hours', t.aYear, context)),
    ...(people === undefined ? [t.peopleUnknown] : [t.leadPeople, ...pair('people', '', context)]),
    ...(money === undefined ? [t.moneyUnknown] : [t.leadMoney, ...pair('money', t.aYear, context)]),
    '.',
  ]
}

/** «630 936 человеко-часов в год; с поправкой на достоверность замеров — 536 755». */
function pair(kind: EffectKind, after: string, { data, f, t }: EffectsContext): Inline {
  const sum = data.total[kind]
  if (sum === undefined) return []
  const plain = (value: number): TypedValue =>
    kind === 'money'
      ? { as: 'money', minor: value, currency: 'RUB' }
      : { as: 'number', value: Math.round(value) }
  const hours = Math.round(sum.gross)
  const gross: TypedValue =
    kind === 'hours' ? { as: 'number', value: hours, unit: f.plural(hours, nouns.hour) } : plain(sum.gross)
  return [gross, `${after}${t.believedAs}`, plain(sum.adjusted)]
}

/** The gross and the adjusted figure of each kind side by side, each kind in a row of its own. */
function figures({ data, f, t }: EffectsContext): Block[] {
  const on = f.date(data.asOf)
  return effectKinds.map((kind): Block => {
    const sum = data.total[kind]
    const unknown = { as: 'unknown' as const, text: t.notMeasured }
    const items: Metric[] = [
      {
        label: t.gross[kind],
        value: sum === undefined ? unknown : spokenValue(kind, sum.gross, sum, t.rule(kind, on), f),
        note: t.notes[kind],
      },
      {
        label: t.adjusted[kind],
        value:
          sum === undefined ? unknown : spokenValue(kind, sum.adjusted, sum, t.adjustedRule(kind, on), f),
        note: t.adjustedNote,
      },
    ]
    return { type: 'metrics', items: sum === undefined ? items.slice(0, 1) : items }
  })
}
