import type { Chart } from '@tirazh/spec'

const mostSeries = 4
const mostParts = 5
/** Longer numbers leave no room for what they are drawn beside. */
const greatest = 1e12

/** Why the chart cannot be drawn truthfully, with the remedy, or `undefined` if it can. */
export function chartProblem(chart: Chart): string | undefined {
  const values = numbersOf(chart)
  if (!values.every(Number.isFinite)) {
    return 'A value of the chart is not a finite number; leave the item out, or write null where it is not known'
  }
  if (values.some((value) => Math.abs(value) >= greatest)) {
    return 'The numbers of a chart are below 1e12, or there is no room to write them; count in thousands or millions and say so in the unit'
  }
  switch (chart.chart) {
    case 'bars':
    case 'columns':
    case 'bullet':
    case 'dumbbell':
      return undefined
    case 'line':
      return (
        tooMany('A line chart', chart.series.length, mostSeries, 'series') ??
        unequal(
          'series',
          chart.series.map(({ title, values }) => ({ name: title, count: values.length })),
          'labels',
          chart.labels.length,
        )
      )
    case 'stacked':
      return (
        tooMany('A stacked bar', chart.parts.length, mostParts, 'parts') ??
        unequal(
          'item',
          chart.items.map(({ label, values }) => ({ name: label, count: values.length })),
          'parts',
          chart.parts.length,
        ) ??
        (values.some((value) => value < 0)
          ? 'The parts of a stacked bar are not below zero, or they would not add up; draw such values as bars'
          : undefined)
      )
    case 'tiles':
      return tilesProblem(chart)
  }
}

function tooMany(what: string, count: number, most: number, noun: string): string | undefined {
  if (count <= most) return undefined
  return `${what} has at most ${most} ${noun}, or they could not be told apart; give ${most} instead of ${count}, or several charts`
}

interface Counted {
  readonly name: string
  readonly count: number
}

function unequal(what: string, things: readonly Counted[], noun: string, needed: number): string | undefined {
  const wrong = things.find(({ count }) => count !== needed)
  if (wrong === undefined) return undefined
  return `The ${what} ${JSON.stringify(wrong.name)} has ${wrong.count} values for ${needed} ${noun}; give one for each, null where it is not known`
}

function tilesProblem({ breaks, tiles }: Extract<Chart, { readonly chart: 'tiles' }>): string | undefined {
  if (breaks.length > 4) {
    return `A tile map has five colours; give at most 4 breaks instead of ${breaks.length}`
  }
  if (breaks.some((bound, index) => index > 0 && bound <= (breaks[index - 1] ?? bound))) {
    return 'The breaks of a tile map ascend; sort them and leave out repeated ones'
  }
  const places = new Set(tiles.map(({ x, y }) => `${x} ${y}`))
  if (places.size < tiles.length) {
    return 'Two tiles have the same place and one would hide the other; give each its own x and y'
  }
  return undefined
}

function numbersOf(chart: Chart): readonly number[] {
  return numbersOrNull(chart).filter((value) => value !== null)
}

function numbersOrNull(chart: Chart): readonly (number | null)[] {
  switch (chart.chart) {
    case 'bars':
      return chart.items.map(({ value }) => value)
    case 'columns':
    case 'bullet':
      return chart.items.flatMap(({ value, plan }) => [value, plan ?? null])
    case 'line':
      return chart.series.flatMap(({ values }) => values)
    case 'dumbbell':
      return chart.items.flatMap(({ from, to }) => [from, to])
    case 'stacked':
      return chart.items.flatMap(({ values }) => values)
    case 'tiles':
      return [...chart.breaks, ...chart.tiles.flatMap(({ x, y, value }) => [x, y, value])]
  }
}
