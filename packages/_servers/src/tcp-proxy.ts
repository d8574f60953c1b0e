import { connect, createServer, type Server, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'

/** A TCP proxy on 127.0.0.1 through which a test breaks the network. */
export interface TcpProxy {
  readonly port: number
  /** Destroys all connections and refuses new ones until `mend`. */
  cut(): Promise<void>
  /** Keeps connections and accepts new ones, but delivers nothing either way until `mend`. */
  blackHole(): void
  /** Ends `cut` and `blackHole`; what a black hole held is delivered. */
  mend(): Promise<void>
  /**
   * Loses one acknowledgement: the first bytes of a client that match reach the server, and when it answers,
   * the client gets no answer but the end of its connection. Resolves when that has happened. Bytes are matched
   * as latin1 text, by a function those that came at once. Default: the very next bytes of any client.
   *
   * A statement that mysql2 prepares (`execute`) has its text in the preparation, and that answer is lost: run
   * it by `query`, or match its execution by `(bytes) => bytes[4] === '\x17'`.
   */
  loseNextAnswer(which?: Which): Promise<void>
  /** Destroys all connections and listens no more. May be called again. */
  stop(): Promise<void>
}

/** What a client sends when the answer to it is to be lost. */
export type Which = RegExp | ((bytes: string) => boolean)

/** Starts a proxy to a port of 127.0.0.1. */
export async function tcpProxy({ to }: { readonly to: number }): Promise<TcpProxy> {
  const pairs = new Set<Pair>()
  let open: Promise<void> | undefined
  let release = () => {}
  let waiting: Loss[] = []

  const accept = (client: Socket) => {
    const server = connect({ port: to, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    const pair: Pair = { client, server, sent: '', loss: undefined }
    pairs.add(pair)
    void Promise.allSettled([
      pipeline(
        client,
        (chunks: AsyncIterable<Buffer>) => passing(chunks, (chunk) => noteSent(pair, chunk)),
        server,
      ),
      pipeline(server, (chunks: AsyncIterable<Buffer>) => passing(chunks, () => !lost(pair)), client),
    ]).then(() => destroy(pair))
    // Whatever breaks on one side breaks the other.
    for (const socket of [client, server]) {
      socket.on('error', () => destroy(pair))
    }
  }

  /** Delivers what `allows` lets through, and nothing while the network is a black hole. */
  async function* passing(
    chunks: AsyncIterable<Buffer>,
    allows: (chunk: Buffer) => boolean,
  ): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      while (open !== undefined) await open
      if (!allows(chunk)) return
      yield chunk
    }
    while (open !== undefined) await open
  }

  const noteSent = (pair: Pair, chunk: Buffer): boolean => {
    if (waiting.length === 0 || pair.loss !== undefined) return true
    // A word may be divided between two chunks.
    const bytes = chunk.toString('latin1')
    pair.sent = pair.sent.slice(-longestWord) + bytes
    const matches = ({ which }: Loss) =>
      which instanceof RegExp ? pair.sent.search(which) >= 0 : which(bytes)
    const loss = waiting.find(matches)
    if (loss !== undefined) {
      pair.loss = loss
      waiting = waiting.filter((other) => other !== loss)
    }
    return true
  }

  const lost = (pair: Pair): boolean => {
    if (pair.loss === undefined) return false
    destroy(pair)
    pair.loss.happened()
    return true
  }

  const destroy = (pair: Pair) => {
    pairs.delete(pair)
    pair.client.destroy()
    pair.server.destroy()
  }

  let listener: Server | undefined = await listen(0, accept)
  const address = listener.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  const mend = async () => {
    open = undefined
    release()
    listener ??= await listen(port, accept)
  }
  const cut = async () => {
    const closing = listener
    listener = undefined
    const closed = new Promise((resolve) =>
      closing === undefined ? resolve(undefined) : closing.close(resolve),
    )
    for (const pair of pairs) destroy(pair)
    await closed
  }
  return {
    port,
    cut,
    mend,
    blackHole() {
      open ??= new Promise((resolve) => {
        release = resolve
      })
    },
    loseNextAnswer(which = () => true) {
      for (const pair of pairs) pair.sent = ''
      return new Promise((happened) => {
        waiting.push({ which, happened })
      })
    },
    async stop() {
      await cut()
      open = undefined
      release()
    },
  }
}

/** One connection: the side of the client and the side of the server. */
interface Pair {
  readonly client: Socket
  readonly server: Socket
  /** The end of what the client sent since a loss was asked for. */
  sent: string
  loss: Loss | undefined
}

interface Loss {
  readonly which: Which
  readonly happened: () => void
}

const longestWord = 256

function listen(port: number, accept: (client: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: true, noDelay: true }, accept)
    server.on('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
