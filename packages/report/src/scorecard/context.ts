import type { MunicipalityScorecard } from './collect.js'
import type { ScorecardTexts } from './texts.js'
import type { WorkContext } from './work-metrics.js'

/** Everything a section of the scorecard is written from. */
export interface ScorecardContext extends WorkContext {
  readonly data: MunicipalityScorecard
  readonly t: ScorecardTexts
}
