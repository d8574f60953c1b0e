/** Runs what is asked for one name one after the other, in the order of asking; different names do not wait. */
export type Queues = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>

/**
 * Writers of one process would only refuse one another's guards: waiting costs less than trying again.
 */
export function queues(): Queues {
  const last = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work)
    const settled = turn.catch(() => {})
    last.set(name, settled)
    // Names that nobody waits for any more are forgotten.
    void settled.then(() => {
      if (last.get(name) === settled) last.delete(name)
    })
    return turn
  }
}
