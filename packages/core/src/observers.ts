import createEmitter from 'mitt'

/** Those who listen to events of these names. They can change nothing, and their failures harm nobody else. */
export interface Observers<Events extends object> {
  on<Event extends keyof Events>(event: Event, listener: (details: Events[Event]) => void): () => void
  tell<Event extends keyof Events>(event: Event, details: Events[Event]): void
}

/** @param onError hears of observers that fail; by default their error is thrown on its own */
export function observers<Events extends object>(
  onError: (error: unknown) => void = throwApart,
): Observers<Events> {
  const emitter = createEmitter<Record<PropertyKey, unknown>>()
  const report = (error: unknown): void => {
    try {
      onError(error)
    } catch (failure) {
      throwApart(failure)
    }
  }
  return {
    on(event, listener) {
      const guarded = (details: unknown): void => {
        try {
          // Only `tell` emits, and it pairs names with their details.
          // A listener may be an async function: its rejection is a failure like any other.
          const outcome: unknown = listener(details as Events[typeof event])
          if (outcome instanceof Promise) outcome.catch(report)
        } catch (error) {
          report(error)
        }
      }
      emitter.on(event, guarded)
      return () => {
        emitter.off(event, guarded)
      }
    },
    tell: (event, details) => emitter.emit(event, details),
  }
}

/** An observer must not change what happened, and its failure must not be lost either. */
function throwApart(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
