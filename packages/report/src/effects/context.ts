import { type Snapshot, units } from '@tirazh/core'
import type { Cell, Column, Formats, MoneyValue, NumberValue } from '@tirazh/spec'
import { groupOf } from '../certification/cells.js'
import { nouns } from '../nouns.js'
import { type EffectKind, effectKinds } from './amount.js'
import type { Effects } from './collect.js'
import type { EffectSum, EffectSums } from './sums.js'
import type { EffectsTexts } from './texts.js'

/** Everything a section of the report on effects is written from. */
export interface EffectsContext {
  readonly data: Effects
  readonly snapshot: Snapshot
  readonly f: Formats
  readonly t: EffectsTexts
}

/** The kinds of effect that were measured at all: columns of the others would be empty. */
export function measuredKinds({ data }: EffectsContext): EffectKind[] {
  return effectKinds.filter((kind) => data.total[kind] !== undefined)
}

/** An effect as a value of its kind, with how it was counted. */
export function amountValue(
  kind: EffectKind,
  value: number,
  counting: { readonly rule: string; readonly projects: readonly string[] },
): NumberValue | MoneyValue {
  const basis = { rule: counting.rule, records: [groupOf('project', counting.projects)] }
  return kind === 'money'
    ? { as: 'money', minor: value, currency: 'RUB', basis }
    : { as: 'number', value, basis }
}

/** The same with its unit after it, for running text and headline figures. */
export function spokenValue(
  kind: EffectKind,
  value: number,
  sum: EffectSum,
  rule: string,
  f: Formats,
): NumberValue | MoneyValue {
  const amount = amountValue(kind, value, { rule, projects: sum.projects })
  if (amount.as === 'money') return amount
  return kind === 'hours'
    ? { ...amount, unit: f.plural(value, nouns.hour) }
    : { ...amount, digits: 0, unit: units.person[f.locale] }
}

/** A cell for the gross sum and one for the adjusted sum of each kind. */
export function sumCells(
  sums: EffectSums,
  kinds: readonly EffectKind[],
  { data, f, t }: EffectsContext,
): Cell[] {
  const on = f.date(data.asOf)
  return kinds.flatMap((kind): Cell[] => {
    const sum = sums[kind]
    if (sum === undefined) {
      const absent: Cell = { as: 'unknown', text: t.notMeasured }
      return [absent, absent]
    }
    const { projects } = sum
    return [
      amountValue(kind, sum.gross, { rule: t.rule(kind, on), projects }),
      amountValue(kind, sum.adjusted, { rule: t.adjustedRule(kind, on), projects }),
    ]
  })
}

/** The columns of `sumCells`. */
export function sumColumns(kinds: readonly EffectKind[], t: EffectsTexts): Column[] {
  return kinds.flatMap((kind): Column[] => {
    const as = kind === 'money' ? 'money' : 'number'
    return [
      { title: t.columnGross[kind], as },
      { title: t.columnAdjusted[kind], as },
    ]
  })
}
