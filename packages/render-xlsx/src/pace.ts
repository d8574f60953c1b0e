import type { RenderContext } from '@tirazh/spec'

/** Lets long work stop, tell how far it is, and leave room for other work. */
export interface Pace {
  /** After each of so many rows. */
  row(): Promise<void> | undefined
}

/** Other work gets its turn after so many rows. */
const rowsAtOnce = 2_000

/** @param total how many rows there will be */
export function pace({ signal, progress }: RenderContext, total: number): Pace {
  let done = 0
  const turn = async (): Promise<void> => {
    await new Promise<void>((resolve) => setTimeout(resolve, 0))
    signal?.throwIfAborted()
  }
  signal?.throwIfAborted()
  return {
    row: () => {
      done += 1
      const turns = done % rowsAtOnce === 0
      if (turns || done === total) progress?.(done, total)
      return turns ? turn() : undefined
    },
  }
}
