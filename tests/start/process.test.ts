import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const folder = () => mkdtempSync(join(tmpdir(), 'jejaring-'))

interface Ended {
  code: number | null
  said: string
}

/** The server as a process of its own, from its sources; ends by itself or after its first line with an address. */
function startServer(env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  return new Promise((done) => {
    const hear = (text: Buffer) => {
      said += text.toString()
      if (said.includes('http://')) child.kill('SIGTERM')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => done({ code, said }))
  })
}

async function takenPort(test: (port: number) => Promise<void>): Promise<void> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  try {
    await test(typeof address === 'object' && address ? address.port : 0)
  } finally {
    server.close()
  }
}

const oneSentence = (said: string) => expect(said.trim().split('\n'), said).toHaveLength(1)

describe('starting the server', () => {
  it('prints its address and stops when it is asked to', async () => {
    const { code, said } = await startServer({ PORT: '0', DATABASE_URL: `file:${join(folder(), 'own.db')}` })
    expect(said).toMatch(/http:\/\/localhost:\d+/)
    expect(code).toBe(0)
  })

  it('names a port that is taken', async () => {
    await takenPort(async (port) => {
      const { code, said } = await startServer({
        PORT: String(port),
        DATABASE_URL: `file:${join(folder(), 'own.db')}`,
      })
      expect(code).toBe(1)
      expect(said).toContain(`Port ${port} is taken`)
      oneSentence(said)
    })
  })

  it('names a variable of the environment that makes no sense', async () => {
    const { code, said } = await startServer({ PORT: 'many' })
    expect(code).toBe(1)
    expect(said).toContain('PORT')
    oneSentence(said)
  })
})
