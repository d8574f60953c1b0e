import type { WorkContext } from '../scorecard/work-metrics.js'
import type { FactoryFigures } from './collect.js'
import type { FactoryTexts } from './texts.js'

/** Everything a section of the report on a training site is written from. */
export interface FactoryContext extends WorkContext {
  readonly data: FactoryFigures
  readonly t: FactoryTexts
  /** The day as it stands in rules. */
  readonly on: string
}
