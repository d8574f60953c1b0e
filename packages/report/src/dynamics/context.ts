import type { RecordKind } from '@tirazh/core'
import type { Formats, TypedValue } from '@tirazh/spec'
import { figure } from '../certification/cells.js'
import type { Dynamics, DynamicsDay, Measure } from './collect.js'
import type { DynamicsTexts } from './texts.js'

/** Everything a section of the report on dynamics is written from. */
export interface DynamicsContext {
  readonly data: Dynamics
  readonly f: Formats
  readonly t: DynamicsTexts
}

/** What each measure counts. */
export const kindOf: Readonly<Record<Measure, RecordKind>> = {
  processes: 'project',
  practices: 'practice',
  replicated: 'practice',
  adoptions: 'adoption',
  certificates: 'certificate',
  hours: 'project',
  people: 'project',
}

/** The figure of a day with how it was counted, or that it was not measured. */
export function measured(measure: Measure, day: DynamicsDay, rule: string, t: DynamicsTexts): TypedValue {
  const value = day.figures[measure]
  return value === undefined
    ? { as: 'unknown', text: t.notMeasured }
    : figure(value, { rule, kind: kindOf[measure], records: day.records[measure] })
}
