import { readdirSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { resolve } from 'node:path'

const ASSETS = resolve(import.meta.dirname, '../../dist/client/assets')

/** Serves a server's pages as one build, and after `deploy` as another: every asset under another name, the old ones gone. */
export interface TwoBuilds {
  url: string
  deploy(): void
  close(): Promise<void>
}

export async function openTwoBuilds(serverUrl: string): Promise<TwoBuilds> {
  const names = new RegExp(
    readdirSync(ASSETS)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
    'g',
  )
  let deployed = false
  const proxy = createServer((asked, answer) => {
    const path = asked.url ?? '/'
    const isPage = !path.startsWith('/api/')
    const isRenamed = path.startsWith('/assets/lain-')
    if (path.startsWith('/assets/') && isRenamed !== deployed) return void answer.writeHead(404).end()
    const headers = { ...asked.headers, ...(isPage ? { 'accept-encoding': 'identity' } : {}) }
    const passed = request(
      new URL(path.replace('/assets/lain-', '/assets/'), serverUrl),
      { method: asked.method, headers },
      (response) => {
        const isText = /html|javascript|css/.test(response.headers['content-type'] ?? '')
        if (!isPage || !isText || !deployed) {
          answer.writeHead(response.statusCode ?? 500, response.headers)
          return void response.pipe(answer)
        }
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const { 'content-length': _, ...rest } = response.headers
          const text = Buffer.concat(parts)
            .toString()
            .replace(names, 'lain-$&')
            .replace(/PAGE_VERSION = '/, '$&lain-')
            .replace('<head>', '<head><meta name="build" content="lain">')
          answer.writeHead(response.statusCode ?? 500, rest).end(text)
        })
      },
    )
    passed.on('error', () => answer.destroy())
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    deploy() {
      deployed = true
    },
    async close() {
      proxy.closeAllConnections()
      await new Promise((done) => proxy.close(done))
    },
  }
}
