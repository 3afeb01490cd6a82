import { connect, createServer, type Socket } from 'node:net'

/** `open`: all passes; `cut`: nothing does; `deaf`: what is asked arrives, and no answer comes back. */
export type Line = 'open' | 'cut' | 'deaf'

/** A line to the server that can be cut at any moment, as a signal is lost between two streets. */
export interface CutNetwork {
  url: string
  set(line: Line): void
  /** Answers that were lost on the way. */
  lost(): number
  close(): Promise<void>
}

export async function openCutNetwork(serverUrl: string): Promise<CutNetwork> {
  const port = Number(new URL(serverUrl).port)
  const open = new Set<Socket>()
  let line: Line = 'open'
  let lost = 0
  const hangUp = () => {
    for (const socket of open) socket.destroy()
  }
  const proxy = createServer((client) => {
    if (line === 'cut') return void client.destroy()
    const server = connect(port, '127.0.0.1')
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
    client.on('data', (asked) => server.write(asked))
    server.on('data', (answer) => {
      if (line === 'open') return void client.write(answer)
      lost++
      client.destroy()
    })
  })
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('The line has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    set(next) {
      line = next
      if (line === 'cut') hangUp()
    },
    lost: () => lost,
    async close() {
      hangUp()
      await new Promise((done) => proxy.close(done))
    },
  }
}
