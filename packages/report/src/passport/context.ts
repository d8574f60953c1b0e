import type { Snapshot } from '@tirazh/core'
import type { Formats } from '@tirazh/spec'
import type { PracticePassport } from './collect.js'
import type { PassportTexts } from './texts.js'

/** Everything a section of the passport is written from. */
export interface PassportContext {
  readonly data: PracticePassport
  readonly snapshot: Snapshot
  readonly f: Formats
  readonly t: PassportTexts
}
