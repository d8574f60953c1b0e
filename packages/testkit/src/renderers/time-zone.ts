/**
 * Does something in another time zone, where the process can be moved to one, and comes back.
 * `undefined` where it cannot: outside Node, or in a worker thread.
 */
export async function inTimeZone<Result>(
  zone: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const environment = environmentOf(Reflect.get(globalThis, 'process'))
  if (environment === undefined) return undefined
  const home = environment.TZ
  try {
    environment.TZ = zone
    if (new Intl.DateTimeFormat().resolvedOptions().timeZone !== zone) return undefined
    return await work()
  } finally {
    if (home === undefined) delete environment.TZ
    else environment.TZ = home
  }
}

interface Environment {
  TZ?: unknown
}

function environmentOf(process: unknown): Environment | undefined {
  if (typeof process !== 'object' || process === null || !('env' in process)) return undefined
  return typeof process.env === 'object' && process.env !== null ? process.env : undefined
}
