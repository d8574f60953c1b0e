import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TcpProxy, tcpProxy } from './tcp-proxy.js'

describe('a TCP proxy', () => {
  let server: Server
  let proxy: TcpProxy
  let heard: string
  let clients: Socket[]
  let served: Socket[]

  beforeEach(async () => {
    heard = ''
    clients = []
    served = []
    server = createServer((socket) => {
      served.push(socket.on('error', () => {}))
      socket.on('data', (chunk) => {
        heard += String(chunk)
        socket.write(String(chunk).toUpperCase())
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    proxy = await tcpProxy({ to: portOf(server) })
  })
  afterEach(async () => {
    for (const socket of [...clients, ...served]) socket.destroy()
    await proxy.stop()
    server.close()
  })

  const client = async () => {
    const socket = connect(proxy.port, '127.0.0.1')
    clients.push(socket.on('error', () => {}))
    await once(socket, 'connect')
    return socket
  }
  const answer = async (socket: Socket, text: string) => {
    socket.write(text)
    return String((await once(socket, 'data'))[0])
  }
  const closed = (socket: Socket) => new Promise((resolve) => socket.on('close', resolve))

  test('delivers both ways, however much', async () => {
    const socket = await client()
    expect(await answer(socket, 'ask')).toBe('ASK')
    let length = 0
    socket.on('data', (chunk) => {
      length += chunk.length
      if (length === 5_000_000) socket.end()
    })
    socket.write('a'.repeat(5_000_000))
    await closed(socket)
    expect(length).toBe(5_000_000)
  })

  test('cut, it destroys connections and refuses new ones until it is mended', async () => {
    const socket = await client()
    await answer(socket, 'ask')
    const gone = closed(socket)
    await proxy.cut()
    await gone
    await expect(client()).rejects.toThrow('ECONNREFUSED')
    await proxy.mend()
    expect(await answer(await client(), 'again')).toBe('AGAIN')
  })

  test('as a black hole it takes connections and bytes, and delivers them when it is mended', async () => {
    const old = await client()
    await answer(old, 'ask')
    proxy.blackHole()
    const young = await client()
    const answers = Promise.all([answer(old, 'old'), answer(young, 'young')])
    // Another way to the same server: by the time it answers, the bytes above would have been there as well.
    const beside = await tcpProxy({ to: portOf(server) })
    const witness = connect(beside.port, '127.0.0.1')
    for (let turn = 0; turn < 20; turn++) await answer(witness, '.')
    expect(heard.replaceAll('.', '')).toBe('ask')
    witness.destroy()
    await beside.stop()
    await proxy.mend()
    expect(await answers).toEqual(['OLD', 'YOUNG'])
  })

  test('the answer to a chosen message is lost after the server has done its work, and only that one', async () => {
    const other = await client()
    const socket = await client()
    const lost = proxy.loseNextAnswer(/commit/i)
    expect(await answer(socket, 'begin;')).toBe('BEGIN;')
    expect(await answer(other, 'select;')).toBe('SELECT;')
    let got = ''
    socket.on('data', (chunk) => {
      got += String(chunk)
    })
    const gone = closed(socket)
    socket.write('commit;')
    await Promise.all([lost, gone])
    expect(got).toBe('')
    expect(heard).toBe('begin;select;commit;')
    expect(await answer(other, 'commit;')).toBe('COMMIT;')
  })

  test('a function may choose the message', async () => {
    const socket = await client()
    const lost = proxy.loseNextAnswer((bytes) => bytes.length === 3)
    expect(await answer(socket, 'four')).toBe('FOUR')
    const gone = closed(socket)
    socket.write('two')
    await Promise.all([lost, gone])
    expect(heard).toBe('fourtwo')
  })

  test('the end of one side is the end of the other', async () => {
    const first = await client()
    await answer(first, 'ask')
    const gone = closed(first)
    served[0]?.destroy()
    await gone
    const second = await client()
    await answer(second, 'ask')
    const left = served[1] === undefined ? undefined : closed(served[1])
    expect(left).toBeDefined()
    second.destroy()
    await left
  })
})

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.')
  return address.port
}
