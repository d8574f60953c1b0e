/** What is measured. It gives back its result, so that nobody may leave the computing out. */
export type Work = () => unknown

/** A sample of quick work is as many calls as take about so many milliseconds. */
const sample = 25
const warmup = 400

/**
 * How many times as long one takes as the other: the median of ratios, each of two samples taken right
 * after one another, in turns, so that what else the machine does meets both alike.
 */
export async function timesAsLong(one: Work, other: Work, rounds = 11): Promise<number> {
  const [first, second] = [await sampler(one), await sampler(other)]
  const ratios: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const time = await first()
      ratios.push(time / (await second()))
    } else {
      const time = await second()
      ratios.push((await first()) / time)
    }
  }
  return median(ratios)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [below = Number.NaN, above = Number.NaN] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 0 ? (below + above) / 2 : above
}

/** Warms the work up; gives what takes the milliseconds of one call, from as many calls as make a sample. */
async function sampler(work: Work): Promise<() => Promise<number>> {
  let spent = 0
  let calls = 0
  while (spent < warmup) {
    spent += await duration(work, 1)
    calls += 1
  }
  const repeat = Math.ceil((sample * calls) / spent)
  return async () => (await duration(work, repeat)) / repeat
}

async function duration(work: Work, repeat: number): Promise<number> {
  const start = performance.now()
  for (let call = 0; call < repeat; call += 1) {
    const result = work()
    if (result instanceof Promise) await result
  }
  return performance.now() - start
}
