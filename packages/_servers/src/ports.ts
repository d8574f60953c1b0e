import { createServer } from 'node:net'

/**
 * A port of 127.0.0.1 nobody listens to. Below those the system gives to outgoing connections: a server
 * that is started again finds its port still free.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = 10_000 + Math.floor(Math.random() * 22_000)
    if (!given.has(port) && (await isFree(port))) {
      given.add(port)
      return port
    }
  }
  throw new Error('No free port on 127.0.0.1 between 10000 and 32000: stop some servers.')
}

/** Two calls must not get the same port before the first has begun to listen. */
const given = new Set<number>()

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
