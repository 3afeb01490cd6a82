import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemonstration } from '#seed/demonstration.ts'
import { readEmbed, signEmbed } from '#server/embed/embed-link.ts'
import { signingKey } from '#server/signing-key.ts'
import type { EmbedGrant, EmbedLink, EmbedView } from '#shared/contract/embeds.ts'
import { openTestApp, type TestApp } from './test-app.ts'

const grant: EmbedGrant = { view: 'color=role&sector=batik', revision: 28, rights: 'public' }

describe('a signed link', () => {
  const key = signingKey(null)()

  it('says what was signed, and the same every time', () => {
    expect(readEmbed(key, signEmbed(key, grant))).toEqual(grant)
    expect(signEmbed(key, grant)).toBe(signEmbed(key, grant))
  })

  it('is HMAC-SHA256 over its own payload', () => {
    // printf 'jejaring-embed-1.%s' "$payload" | openssl dgst -sha256 -hmac key
    const [payload, signature] = signEmbed(Buffer.from('key'), grant).split('.')
    expect(Buffer.from(payload!, 'base64url').toString()).toBe(
      '{"view":"color=role&sector=batik","revision":28,"rights":"public"}',
    )
    expect(Buffer.from(signature!, 'base64url').toString('hex')).toBe(
      '8fef9ac576e5b46d83a94012e2565e7f6d4b4f2bab7be16d41753701402cb2c4',
    )
  })

  it('is refused when a letter differs, when it is signed with another key, or not at all', () => {
    const token = signEmbed(key, grant)
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A'
      expect(readEmbed(key, token.slice(0, at) + other + token.slice(at + 1))).toBeNull()
    }
    expect(readEmbed(signingKey(null)(), token)).toBeNull()
    const more = Buffer.from(JSON.stringify({ ...grant, revision: 29 })).toString('base64url')
    for (const forged of ['', '.', token.split('.')[0]!, `${token}.`, `${more}.${token.split('.')[1]}`])
      expect(readEmbed(key, forged)).toBeNull()
  })

  it('grants no more than public rights', () => {
    expect(() => signEmbed(key, { ...grant, rights: 'staff' } as never)).toThrow()
  })
})

describe('the key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-key-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is made once, for the owner alone, and read again', () => {
    const file = join(folder, 'a.db.embed-key')
    const key = signingKey(file)()
    expect(key.length).toBe(32)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(signingKey(file)()).toEqual(key)
    expect(readFileSync(file)).toEqual(key)
  })

  it('is refused where the file holds something else', () => {
    const file = join(folder, 'short')
    writeFileSync(file, 'short')
    expect(() => signingKey(file)()).toThrow(/holds no key/)
  })
})

describe('embedded views', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await openTestApp()
  })
  afterAll(() => app.close())

  const VIEW = 'sector=batik&on=2026-09-30&color=role'
  const made = async () => (await app.send<EmbedLink>('POST', '/api/embeds', { view: VIEW })).body

  it('of a real register say the day and nothing else of the view, and show sectors of a quarter that is over', async () => {
    const { path, grant } = await made()
    expect(grant).toEqual({ view: 'on=2026-09-30', revision: 0, rights: 'public' })
    expect(path).toMatch(/^\/sematan\/[\w-]+\.[\w-]+$/)
    const read = await app.get<EmbedView>(path.replace('/sematan', '/api/embeds'))
    expect([read.status, read.body.shows]).toEqual([200, 'sectors'])
  })

  it('of a real register at a day show the last quarter that was over by then, which the public may ask for', async () => {
    const later = await openTestApp({ today: '2026-11-25' })
    const nobody = await later.as('public')
    const shownAt = async (on: string) => {
      const { body } = await later.send<EmbedLink>('POST', '/api/embeds', { view: `on=${on}` })
      const read = await nobody.get<EmbedView>(body.path.replace('/sematan', '/api/embeds'))
      expect(read.body).toEqual({ ...body.grant, shows: 'sectors', on: read.body.on })
      expect((await nobody.get(`/api/insights/sectors?on=${read.body.on}`)).status).toBe(200)
      return read.body.on
    }
    expect(await shownAt('2026-06-30')).toBe('2026-06-30')
    expect(await shownAt('2026-07-01')).toBe('2026-06-30')
    expect(await shownAt('2026-06-29')).toBe('2026-03-31')
    expect(await shownAt('2026-01-15')).toBe('2025-12-31')
    for (const on of ['2030-01-01', '2026-10-01', 'all']) expect(await shownAt(on)).toBe('2026-09-30')
    await later.close()
  })

  it('are read by anybody where the register is a demonstration', async () => {
    const db = await openDemonstration(':memory:')
    const demonstration = await openTestApp({ db })
    const made = await demonstration.send<EmbedLink>('POST', '/api/embeds', { view: VIEW })
    const api = made.body.path.replace('/sematan', '/api/embeds')
    expect(made.body.grant.view).toBe('color=role&on=2026-09-30&sector=batik')
    const read = await (await demonstration.as('public')).get<EmbedView>(api)
    expect(read.status).toBe(200)
    expect(read.body).toEqual({ ...made.body.grant, shows: 'network', on: '2026-09-30' })
    await demonstration.close()
    await db.destroy()
  })

  it('may stand in the frame of another site; no other page may', async () => {
    const { path } = await made()
    const policy = 'content-security-policy'
    const embedded = await app.get(path)
    expect(embedded.headers.get(policy)).toContain('frame-ancestors *')
    expect(embedded.headers.get('x-frame-options')).toBeNull()
    const other = await app.get('/api/health')
    expect(other.headers.get(policy)).toContain("frame-ancestors 'none'")
    expect(other.headers.get('x-frame-options')).toBe('DENY')
  })

  it('are not there under a link that this server did not sign', async () => {
    const { path } = await made()
    const api = path.replace('/sematan', '/api/embeds')
    expect((await app.get(`${api.slice(0, -2)}AA`)).status).toBe(404)
    expect((await app.get('/api/embeds/x')).status).toBe(404)
  })

  it('are refused without a date, with a parameter twice, and for a revision that is not yet', async () => {
    for (const view of ['sector=batik', 'on=kemarin', 'on=2026-09-30&on=2026-06-30', 'on=2026-09-30&known=7'])
      expect((await app.send('POST', '/api/embeds', { view })).status, view).toBe(400)
  })

  it('are not made from a page of another site', async () => {
    const answer = await app.send('POST', '/api/embeds', { view: VIEW }, { 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
  })
})
