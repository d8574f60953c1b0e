import type { Figure } from './figure.js'

/** Hands the figures of a part to the process that started it. */
export function report(figures: readonly Figure[]): void {
  const odd = figures.find((figure) => !Number.isFinite(figure.ratio))
  if (odd !== undefined) throw new RangeError(`'${odd.name}' is ${odd.ratio}`)
  process.stdout.write(JSON.stringify(figures))
}

/** A benchmark of wrong answers is void. @throws Error for the first answer that differs */
export function sameAnswers<Answer extends string | number | boolean>(
  what: string,
  found: ArrayLike<Answer>,
  expected: ArrayLike<Answer>,
): void {
  if (found.length !== expected.length) {
    throw new Error(`${what}: ${found.length} answers instead of ${expected.length}`)
  }
  for (let index = 0; index < expected.length; index += 1) {
    if (found[index] === expected[index]) continue
    throw new Error(`${what}: answer ${index} is ${found[index]} instead of ${expected[index]}`)
  }
}
