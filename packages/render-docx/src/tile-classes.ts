import type { TileChart } from '@tirazh/spec'
import type { Writer } from './writer.js'

export type Step = 1 | 2 | 3 | 4 | 5

/** Which of the five colours stands for a value; fewer classes are spread over the whole scale. */
export function colourClass(value: number, breaks: readonly number[]): Step {
  return spread(breaks.filter((bound) => value >= bound).length, breaks.length + 1)
}

/** The classes in words, and what is not known where there is such a tile. */
export function legendOf(
  { breaks, tiles }: TileChart,
  writing: Writer,
): readonly { readonly text: string; readonly step?: Step }[] {
  const whole = [...breaks, ...tiles.map(({ value }) => value ?? 0)].every(Number.isInteger)
  const lows = breaks.length === 0 ? [] : [undefined, ...breaks]
  return [
    ...lows.map((low, index) => ({
      text: classText(low, breaks[index], whole, writing),
      step: spread(index, lows.length),
    })),
    ...(tiles.some(({ value }) => value === null) ? [{ text: writing.say('noData') }] : []),
  ]
}

function spread(index: number, classes: number): Step {
  const all: readonly Step[] = [1, 2, 3, 4, 5]
  return all[classes === 1 ? 2 : Math.round((index * 4) / (classes - 1))] ?? 5
}

/** Names a class by its bounds: `low` belongs to it, `high` begins the next one. */
function classText(
  low: number | undefined,
  high: number | undefined,
  whole: boolean,
  writing: Writer,
): string {
  const { f, say } = writing
  if (low === undefined) return `${say('below')} ${f.number(high ?? 0)}`
  if (high === undefined) return `${f.number(low)} ${say('andAbove')}`
  if (!whole) return `${say('from')} ${f.number(low)} ${say('upTo')} ${f.number(high)}`
  return high - 1 === low ? f.number(low) : `${f.number(low)}–${f.number(high - 1)}`
}
