import { exact } from '@tirazh/rules'
import type { EffectKind } from './amount.js'

/** The sum of effects of one kind. Hours and people have at most two decimals, money is whole kopecks. */
export interface EffectSum {
  /** As measured; worsened results count with their sign. */
  readonly gross: number
  /** After the haircuts; never more than `gross`. */
  readonly adjusted: number
  /** `gross` less `adjusted`. */
  readonly withheld: number
  readonly measurements: number
  readonly worsened: number
  /** The projects behind it. */
  readonly projects: readonly string[]
}

/** The sums of every kind; absent where nothing of the kind was measured, which is not zero. */
export type EffectSums = Readonly<Partial<Record<EffectKind, EffectSum>>>

/** One effect before it is rounded. */
export interface ExactEffect {
  readonly kind: EffectKind
  readonly project: string
  readonly gross: exact.Ratio
  readonly adjusted: exact.Ratio
}

/** Sums each kind by itself, exactly, and rounds at the end. */
export function sumsOf(effects: readonly ExactEffect[]): EffectSums {
  const kinds = new Map<EffectKind, ExactEffect[]>()
  for (const effect of effects) {
    const known = kinds.get(effect.kind)
    if (known === undefined) kinds.set(effect.kind, [effect])
    else known.push(effect)
  }
  return Object.fromEntries([...kinds].map(([kind, members]) => [kind, sumOf(kind, members)]))
}

function sumOf(kind: EffectKind, effects: readonly ExactEffect[]): EffectSum {
  const total = (of: (effect: ExactEffect) => exact.Ratio): number =>
    roundedAs(kind, effects.map(of).reduce(exact.add, exact.exact(0)))
  const gross = total((effect) => effect.gross)
  const adjusted = total((effect) => effect.adjusted)
  return {
    gross,
    adjusted,
    withheld: roundedAs(kind, exact.subtract(exact.exact(gross), exact.exact(adjusted))),
    measurements: effects.length,
    worsened: effects.filter((effect) => effect.gross.n < 0n).length,
    projects: effects.map(({ project }) => project),
  }
}

/** Halves away from zero: money in whole kopecks, the rest in hundredths. */
export function roundedAs(kind: EffectKind, value: exact.Ratio): number {
  return exact.round(value, kind === 'money' ? 0 : 2)
}
