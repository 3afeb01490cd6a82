import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const SERVER = join(root, 'dist/server/main.js')

export interface BuiltProduct {
  url: string
  /** Resolves when the server has ended. */
  stop: () => Promise<void>
}

/** The built product on this database file and port, once it answers. */
export async function startBuiltProduct(database: string, port: number): Promise<BuiltProduct> {
  if (!existsSync(SERVER)) throw new Error('The flows run on the built product: npm run build.')
  const server = spawn(process.execPath, [SERVER], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: database },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  server.stderr?.on('data', (text: Buffer) => process.stderr.write(text))
  const ended = new Promise((done) => server.once('exit', done))
  const stop = async () => {
    server.kill()
    await ended
  }
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`)
    const healthy = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (healthy) return { url, stop }
    await new Promise((done) => setTimeout(done, 100))
  }
  await stop()
  throw new Error('The server did not answer within 20 s.')
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
