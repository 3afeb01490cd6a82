import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSessions } from '#server/accounts/sessions.ts'
import { readConfig } from '#server/config.ts'
import { openDatabase } from '#server/db/database.ts'
import { signingKey } from '#server/signing-key.ts'
import { type RunningServer, startServer } from '#server/start/start-server.ts'
import { cookieOf, newBusiness } from './test-app.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jejaring-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const config = (port = 0, file = 'a.db') =>
  readConfig({ PORT: String(port), DATABASE_URL: `file:${folder}/${file}` })

/** The cookie of staff, as every server on this database takes it. */
async function staffCookie(): Promise<string> {
  const db = await openDatabase(`file:${folder}/a.db`)
  const sessions = await createSessions(db, signingKey(`${folder}/a.db.session-key`)())
  const cookie = await cookieOf({ app: { sessions }, db }, 'staff')
  await db.destroy()
  return cookie
}

async function takenPort(): Promise<{ port: number; server: Server }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, server }
}

describe('a server', () => {
  let running: RunningServer | undefined
  afterEach(async () => {
    await running?.stop()
    running = undefined
  })

  it('listens, keeps what is written, and has it after a restart', async () => {
    running = await startServer(config())
    const cookie = await staffCookie()
    const created = await fetch(`${running.url}/api/actors`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(newBusiness('Kopi Contoh').newActor),
    })
    expect(created.status).toBe(201)
    await running.stop()
    running = await startServer(config())
    const list = (await (await fetch(`${running.url}/api/actors`, { headers: { cookie } })).json()) as {
      total: number
    }
    expect(list.total).toBe(1)
  })

  it('answers what is under way before it stops', async () => {
    const server = createServer()
    running = await startServer(config(), { server })
    const arrived = once(server, 'request')
    // a date that nobody has asked for yet: its numbers are made in a thread that has to start first
    const answer = fetch(`${running.url}/api/insights/overview?on=2024-03-31&definition=generous`)
    await arrived
    await running.stop()
    running = undefined
    expect((await answer).status).toBe(200)
  })

  it('stops at once although somebody is listening to its stream', async () => {
    running = await startServer(config())
    const stream = await fetch(`${running.url}/api/stream`)
    const reader = stream.body!.getReader()
    const first = new TextDecoder().decode((await reader.read()).value)
    expect(first).toContain('"revision":0')
    const began = Date.now()
    await running.stop()
    running = undefined
    expect(Date.now() - began).toBeLessThan(8_000)
    await reader.cancel().catch(() => undefined)
  })

  it('tells an open page of what another process has written', async () => {
    running = await startServer(config())
    const reader = (await fetch(`${running.url}/api/stream`)).body!.getReader()
    await reader.read()
    const other = await startServer(config())
    const cookie = await staffCookie()
    await fetch(`${other.url}/api/actors`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(newBusiness('Kopi Contoh').newActor),
    })
    const told = new TextDecoder().decode((await reader.read()).value)
    expect(told).toContain('"revision":1')
    await reader.cancel()
    await other.stop()
  })

  it('says in one sentence that its port is taken, and leaves the other one be', async () => {
    const { port, server } = await takenPort()
    await expect(startServer(config(port))).rejects.toThrow(
      new RegExp(`^Port ${port} is taken by another program\\. .*PORT=`),
    )
    expect(server.listening).toBe(true)
    server.close()
  })
})

describe('a database', () => {
  const problem = async (file: string): Promise<string> => {
    const opened = await openDatabase(`file:${folder}/${file}`).catch((error: Error) => error)
    if (!(opened instanceof Error)) {
      await opened.destroy()
      return 'opened'
    }
    return opened.message
  }

  it('of a newer program is refused in one sentence and stays as it is', async () => {
    const db = await openDatabase(`file:${folder}/a.db`)
    await db
      .withTables<{ migration: { name: string; at: string } }>()
      .insertInto('migration')
      .values({ name: '9999-later', at: '2030-01-01T00:00:00Z' })
      .execute()
    await db.destroy()
    const before = statSync(`${folder}/a.db`).size
    expect(await problem('a.db')).toMatch(/^The database was made by a newer version of Jejaring/)
    expect(statSync(`${folder}/a.db`).size).toBe(before)
  })

  it('that is no database is refused in one sentence and stays as it is', async () => {
    writeFileSync(`${folder}/a.db`, 'a letter, not a database, and long enough to be read as one '.repeat(40))
    const before = statSync(`${folder}/a.db`).size
    expect(await problem('a.db')).toMatch(/^The database .*a\.db cannot be opened: file is not a database\.$/)
    expect(statSync(`${folder}/a.db`).size).toBe(before)
  })

  it('in a folder that cannot be made is refused in one sentence', async () => {
    writeFileSync(join(folder, 'file'), '')
    expect(await problem('file/below/a.db')).toMatch(/^The database folder .* cannot be written to\./)
  })

  it('in a folder that may not be written to is refused in one sentence', async () => {
    // Nobody may make a folder there, root included.
    const opened = openDatabase('file:/proc/jejaring/a.db')
    await expect(opened).rejects.toThrow(/^The database folder \/proc\/jejaring cannot be written to\./)
  })

  it('is migrated once and opened again', async () => {
    expect(await problem('a.db')).toBe('opened')
    expect(await problem('a.db')).toBe('opened')
  })
})
