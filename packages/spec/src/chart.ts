/**
 * Numbers to be drawn. A chart carries its data, so that a format without drawings shows a table.
 * `null` stands for what is not known and is never drawn as 0.
 */
export type Chart =
  | BarChart
  | ColumnChart
  | LineChart
  | DumbbellChart
  | BulletChart
  | StackedChart
  | TileChart

/** What every chart has. */
export interface ChartBase {
  readonly type: 'chart'
  readonly title: string
  /** What the reader should see in it. */
  readonly note?: string
  /** How the numbers are written in labels. */
  readonly unit?: string
}

/** Horizontal bars, one per item, in the order given. */
export interface BarChart extends ChartBase {
  readonly chart: 'bars'
  readonly labelTitle: string
  readonly valueTitle: string
  readonly items: readonly { readonly label: string; readonly value: number | null }[]
}

/** Vertical columns over time or another ordered scale, in the order given. */
export interface ColumnChart extends ChartBase {
  readonly chart: 'columns'
  readonly labelTitle: string
  readonly valueTitle: string
  /** `plan` draws a mark across the column. */
  readonly items: readonly { readonly label: string; readonly value: number | null; readonly plan?: number }[]
}

/** Lines over time or another ordered scale. A line is broken where a value is not known. */
export interface LineChart extends ChartBase {
  readonly chart: 'line'
  readonly labelTitle: string
  readonly labels: readonly string[]
  /** One to four, each with a value for every label. */
  readonly series: readonly { readonly title: string; readonly values: readonly (number | null)[] }[]
}

/** Two values of each item on one line: before and after. */
export interface DumbbellChart extends ChartBase {
  readonly chart: 'dumbbell'
  readonly labelTitle: string
  readonly fromTitle: string
  readonly toTitle: string
  readonly items: readonly {
    readonly label: string
    readonly from: number | null
    readonly to: number | null
  }[]
}

/** A horizontal bar for each item with a mark where its plan is. */
export interface BulletChart extends ChartBase {
  readonly chart: 'bullet'
  readonly labelTitle: string
  readonly valueTitle: string
  readonly items: readonly { readonly label: string; readonly value: number | null; readonly plan?: number }[]
}

/** A horizontal bar for each item, made of parts that add up. No part is below zero. */
export interface StackedChart extends ChartBase {
  readonly chart: 'stacked'
  readonly labelTitle: string
  /** The titles of the parts: one to five. */
  readonly parts: readonly string[]
  /** Each with a value for every part. */
  readonly items: readonly { readonly label: string; readonly values: readonly (number | null)[] }[]
}

/** A map of equal tiles, each at its approximate place. `null` where the value is unknown. */
export interface TileChart extends ChartBase {
  readonly chart: 'tiles'
  readonly labelTitle: string
  readonly valueTitle: string
  readonly tiles: readonly {
    readonly x: number
    readonly y: number
    /** At most seven letters fit. */
    readonly short: string
    readonly label: string
    readonly value: number | null
  }[]
  /** Ascending lower bounds of the second and further colour classes. */
  readonly breaks: readonly number[]
}
