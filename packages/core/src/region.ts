import type { Policy, Text } from '@tirazh/spec'
import type { Municipality } from './records/types.js'

/** Everything that differs from region to region, as one object: spread it and override what is yours. */
export interface Region {
  /** The first part of every storage key. */
  readonly id: string
  readonly name: Text
  /** «по Нижегородской области» · “of Nizhny Novgorod oblast”. */
  readonly nameInTitles: Text
  /** Who issues the reports. */
  readonly office: Text
  /** The municipalities for hosts that have no register of their own. */
  readonly municipalities: readonly Municipality[]
  /** The rules by id. Reports use `replication`, `regional` and `federal`. */
  readonly policies: RegionPolicies
  /** Where each municipality stands on a map of equal tiles. */
  readonly tiles: readonly MapTile[]
}

export interface RegionPolicies extends Readonly<Record<string, Policy>> {
  /** When a practice counts as replicated. */
  readonly replication: Policy
  /** When it may have the regional certificate. */
  readonly regional: Policy
  /** When it may have the federal one. */
  readonly federal: Policy
}

export interface MapTile {
  /** The OKTMO code. */
  readonly code: string
  /** Column from the west. */
  readonly x: number
  /** Row from the north. */
  readonly y: number
  /** At most seven letters. */
  readonly short: string
}
