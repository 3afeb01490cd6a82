import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEmbed, signEmbed } from '#server/embed/embed-link.ts'
import { signingKey } from '#server/signing-key.ts'
import type { EmbedGrant, EmbedLink } from '#shared/contract/embeds.ts'
import type { Problem } from '#shared/contract/errors.ts'
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

  const made = async () =>
    (await app.send<EmbedLink>('POST', '/api/embeds', { view: 'sector=batik&color=role' })).body

  it('have a link fixed to view, revision and public rights', async () => {
    const { path, grant, opens } = await made()
    expect(grant).toEqual({ view: 'color=role&sector=batik', revision: 0, rights: 'public' })
    expect(opens).toBe(false)
    expect(path).toMatch(/^\/sematan\/[\w-]+\.[\w-]+$/)
  })

  it('open for nobody until there are accounts, and say why', async () => {
    const { path } = await made()
    const answer = await app.get<Problem>(path)
    expect(answer.status).toBe(403)
    expect(answer.body.code).toBe('forbidden')
    expect(answer.body.detail).toMatch(/until there are accounts/)
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  it('are not there under a link that this server did not sign', async () => {
    const { path } = await made()
    expect((await app.get(`${path.slice(0, -2)}AA`)).status).toBe(404)
    expect((await app.get('/sematan/x')).status).toBe(404)
  })

  it('are not made from a page of another site', async () => {
    const answer = await app.send('POST', '/api/embeds', { view: '' }, { 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
  })
})
