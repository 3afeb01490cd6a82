import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentRevision } from '#server/db/changeset-log.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { Reference } from '#shared/contract/reference.ts'
import { issuesOf, logFirst, newBusiness, openTestApp, type TestApp } from './test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

describe('refusals', () => {
  it('are problem details with a request id, also for a path that is not there', async () => {
    for (const path of ['/api/nothing', '/api', '/api/actors/a/b', '/nothing'])
      for (const method of ['GET', 'POST', 'DELETE']) {
        const response = await app.request(path, { method })
        expect([path, method, response.status]).toEqual([path, method, 404])
        expect(response.headers.get('content-type')).toBe('application/problem+json')
        const body = (await response.json()) as Problem
        expect(body).toMatchObject({ code: 'not-found', status: 404, title: 'Not found' })
        expect(body.requestId).toBe(response.headers.get('x-request-id'))
      }
  })

  it('take malformed JSON, no JSON and too much JSON for wrong input', async () => {
    const post = async (body: string | undefined, type = 'application/json') => {
      const response = await app.request('/api/partnerships', {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
      return [response.status, ((await response.json()) as Problem).code]
    }
    expect(await post('{"parties":')).toEqual([400, 'invalid-input'])
    expect(await post('')).toEqual([400, 'invalid-input'])
    expect(await post('parties=1', 'application/x-www-form-urlencoded')).toEqual([400, 'invalid-input'])
    expect(await post('{}', 'text/plain')).toEqual([400, 'invalid-input'])
    expect(await post('[]')).toEqual([400, 'invalid-input'])
    expect(await post('null')).toEqual([400, 'invalid-input'])
    expect(await post(JSON.stringify({ note: 'x'.repeat(1_100_000) }))).toEqual([400, 'invalid-input'])
  })

  it('name the parameter that is given twice', async () => {
    expect(issuesOf(await app.get<Problem>('/api/actors?sort=name&sort=region'))).toEqual([
      'sort not-allowed',
    ])
  })
})

describe('a write', () => {
  const write = (headers: Record<string, string>, path = 'http://localhost/api/actors') =>
    app.send<Problem>('POST', path, newBusiness(`Contoh ${Math.random()}`).newActor, headers)

  it('is taken from the page of this server, or from a program', async () => {
    expect((await write({})).status).toBe(201)
    expect((await write({ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).status).toBe(201)
  })

  it('is refused from the page of another', async () => {
    const before = await currentRevision(app.db)
    for (const headers of [
      { origin: 'http://localhost:8080' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ] as Record<string, string>[])
      expect(await write(headers)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect(await currentRevision(app.db)).toBe(before)
  })
})

describe('a server for this machine alone', () => {
  it('refuses reads, streams and writes under an outside name', async () => {
    const local = await openTestApp({ loopbackOnly: true })
    const send = (host: string) =>
      local.send('POST', `http://${host}/api/actors`, newBusiness(`Contoh ${host}`).newActor)
    for (const path of ['/api/actors', '/api/reference', '/api/stream', '/api/openapi.json'])
      expect(await local.get(`http://rebound.example:3000${path}`)).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      })
    expect((await send('rebound.example:3000')).status).toBe(403)
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000']) {
      expect((await local.get(`http://${host}/api/actors`)).status).toBe(200)
      expect((await send(host)).status).toBe(201)
    }
    await local.close()
  })

  it('is what a server on another address is not', async () => {
    expect((await app.get('http://jejaring.example/api/actors')).status).toBe(200)
  })
})

const EVERY_READ = [
  '/api/reference',
  '/api/actors?q=kopi',
  '/api/businesses',
  '/api/partnerships',
  '/api/partnerships/duplicates?parties=',
  '/api/events',
  '/api/changesets',
  '/api/network',
  '/api/insights/overview',
  '/api/insights/sectors',
  '/api/insights/sectors/kuliner',
  '/api/insights/progress',
]

describe('an answer', () => {
  it('carries the revision as its tag, and is a 304 until something changes', async () => {
    for (const path of EVERY_READ) {
      const etag = (await app.get(path)).headers.get('etag')!
      expect((await app.get(path, { 'if-none-match': etag })).status).toBe(304)
      expect((await app.get(path, { 'if-none-match': '"other"' })).status).toBe(200)
    }
    const tags = await Promise.all(EVERY_READ.map(async (path) => (await app.get(path)).headers.get('etag')!))
    await logFirst(app)
    for (const [i, path] of EVERY_READ.entries())
      expect([path, (await app.get(path, { 'if-none-match': tags[i]! })).status]).toEqual([path, 200])
  })

  it('has another tag for another role, for it may be shown more or less', async () => {
    const tagFor = async (role: 'staff' | 'reviewer') =>
      (await (await app.as(role)).get('/api/reference')).headers.get('etag')
    expect(await tagFor('staff')).not.toBe(await tagFor('reviewer'))
    expect((await app.get('/api/reference')).headers.get('cache-control')).toBe('private, no-cache')
  })

  it('has another tag on another day', async () => {
    const tomorrow = await openTestApp({ db: app.db, today: '2026-06-16' })
    const [a, b] = [await app.get('/api/reference'), await tomorrow.get('/api/reference')]
    expect(a.headers.get('etag')).not.toBe(b.headers.get('etag'))
    await tomorrow.close()
  })

  it('is compressed when asked for so', async () => {
    const response = await app.request('/api/reference', { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
  })

  it('forbids what a page of ours never needs', async () => {
    const { headers } = await app.request('/api/health')
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
  })
})

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and has every path that is answered, and no other', async () => {
    const { body } = await app.get<{ openapi: string; paths: Record<string, object> }>('/api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const described = Object.entries(body.paths).flatMap(([path, on]) =>
      Object.keys(on).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    const answered = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path}`)
      .filter((operation) => operation !== 'GET /api/openapi.json')
    expect(described.length).toBeGreaterThan(15)
    expect(described.sort()).toEqual([...new Set(answered)].sort())
  })

  it('refers to no component that is not in it', async () => {
    const text = await (await app.request('/api/openapi.json')).text()
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } }
    const named = [...text.matchAll(/#\/components\/schemas\/([\w]+)/g)].map((m) => m[1]!)
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((name) => !(name in components.schemas))).toEqual([])
  })
})

describe('the page', () => {
  let folder: string
  let withPage: TestApp
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jejaring-page-'))
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Jejaring</title>')
    writeFileSync(join(folder, 'assets/main-abc.js'), 'console.log(1)'.repeat(200))
    writeFileSync(join(folder, 'mark.svg'), '<svg/>')
    withPage = await openTestApp({ pageRoot: folder })
  })
  afterEach(async () => {
    await withPage.close()
    rmSync(folder, { recursive: true })
  })

  it('answers every path of the page with index.html, asked for anew each time', async () => {
    for (const path of [
      '/',
      '/pelaku',
      '/sektor/kuliner?on=2026-03-31',
      '/kerja-sama/baru',
      '/pelaku/a.b',
      '/pelaku/CV.Maju.js',
    ]) {
      const response = await withPage.request(path)
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache'])
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(await response.text()).toContain('<title>Jejaring')
    }
  })

  it('keeps hashed assets for a year, compressed', async () => {
    const response = await withPage.request('/assets/main-abc.js', {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('content-encoding')).toBe('br')
    const sent = Buffer.from(await response.arrayBuffer())
    expect(brotliDecompressSync(sent).toString()).toBe('console.log(1)'.repeat(200))
    const plain = await withPage.request('/assets/main-abc.js')
    expect([plain.headers.get('content-encoding'), (await plain.text()).length]).toEqual([null, 2800])
  })

  it('has no file outside its folder, none that is missing, and no API path', async () => {
    writeFileSync(`${folder}-secret.txt`, 'secret')
    for (const path of [
      '/assets/gone.js',
      `/..%2f${folder.split('/').at(-1)}-secret.txt`,
      '/..%2f..%2fetc/passwd.txt',
      '/assets/..%2f..%2fsecret',
      '/gone.webmanifest',
      '/api/gone',
    ]) {
      const response = await withPage.request(path)
      expect([path, response.status]).toEqual([path, 404])
    }
    rmSync(`${folder}-secret.txt`)
    const reference = await withPage.get<Reference>('/api/reference')
    expect(reference.body.city.name).toBe('Kota Probolinggo')
  })
})
