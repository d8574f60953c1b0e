/** Runs the works of one connection one after the other. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>

/** The queue of a connection: two commits at the same time would run between each other's statements. */
export function queueOf(executor: object): Queue {
  const queue = queues.get(executor) ?? newQueue()
  queues.set(executor, queue)
  return queue
}

const queues = new WeakMap<object, Queue>()

function newQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    last = next.catch(() => {})
    return next
  }
}
