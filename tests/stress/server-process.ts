import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export interface ServerProcess {
  url: string
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>
}

/** The built program of this name, as a process of its own. */
export function spawnBuilt(entry: 'main' | 'cli', args: string[], env: Record<string, string>): ChildProcess {
  const script = join(root, `dist/server/${entry}.js`)
  if (!existsSync(script)) throw new Error('The stress runs need the built product: npm run build.')
  return spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((done) => child.once('exit', done))

/** The server on this register, once it answers. Throws with what it said where it does not start. */
export async function startServerProcess(path: string): Promise<ServerProcess> {
  const child = spawnBuilt('main', [], { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: `file:${path}` })
  let said = ''
  const url = await new Promise<string>((found, failed) => {
    const hear = (text: Buffer) => {
      said += text.toString()
      const address = /http:\/\/localhost:(\d+)/.exec(said)
      if (address) found(`http://127.0.0.1:${address[1]}`)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => failed(new Error(`The server ended with ${code}: ${said}`)))
  })
  return {
    url,
    async kill() {
      child.kill('SIGKILL')
      await ended(child)
    },
    stop() {
      child.kill('SIGTERM')
      return ended(child)
    },
  }
}
