import type { ChartAxis, ChartDataLabels, ChartLegend, ChartSeries, ChartValueAxis } from 'docx/charts'
import { cleanLine } from './clean.js'
import type { Writer } from './writer.js'

/** The axes of a chart with their titles. */
export function axes(
  labelTitle: string,
  valueTitle: string,
  values: readonly (number | null)[],
  writing: Writer,
): { readonly categoryAxis: ChartAxis; readonly valueAxis: ChartValueAxis } {
  const small = { size: 8, color: writing.colour('muted') }
  const titled = (text: string) => (text === '' ? {} : { title: { text: cleanLine(text), font: small } })
  return {
    categoryAxis: { ...titled(labelTitle), font: { size: 8, color: writing.colour('ink') } },
    valueAxis: {
      ...titled(valueTitle),
      ...{ font: small, numberFormat: axisFormat(values) },
      // A bar from anywhere but zero would lie about its length.
      ...(values.every((value) => value === null || value >= 0) ? { minimum: 0 } : {}),
    },
  }
}

export function series(
  name: string,
  values: readonly (number | null)[],
  writing: Writer,
  more: Pick<ChartSeries, 'color'>,
): ChartSeries {
  return { name: cleanLine(name), values, dataLabels: labelled(values, writing), ...more }
}

export function labelled(values: readonly (number | null)[], writing: Writer): ChartDataLabels {
  return { value: true, numberFormat: numberFormat(values), font: { size: 8, color: writing.colour('ink') } }
}

/** As many digits after the decimal sign as the values have, at most two. */
function numberFormat(values: readonly (number | null)[]): string {
  const digits = Math.max(0, ...values.map((value) => digitsOf(value ?? 0)))
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`
}

/** Round numbers stand at an axis, unless all of it is small. */
function axisFormat(values: readonly (number | null)[]): string {
  return values.some((value) => Math.abs(value ?? 0) >= 10) ? '#,##0' : 'General'
}

function digitsOf(value: number): number {
  return (
    [0, 1, 2].find((digits) => Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) < 1e-9) ?? 2
  )
}

/** What has no value says so, since nothing is drawn for it. */
export function named(label: string, unknown: boolean, writing: Writer): string {
  return cleanLine(unknown ? `${label} — ${writing.say('noDataShort')}` : label)
}

export function legend(writing: Writer): ChartLegend {
  return { position: 'bottom', font: { size: 8, color: writing.colour('ink') } }
}
