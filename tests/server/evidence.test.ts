import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#server/db/database.ts'
import { openEvidenceFiles } from '#server/partnerships/evidence-files.ts'
import type { ChangesetPage } from '#shared/contract/changesets.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { EvidenceList, UploadedFile } from '#shared/contract/evidence.ts'
import type { LoggedPartnership } from '#shared/contract/partnerships.ts'
import type { Role } from '#shared/contract/rights.ts'
import { coProduction, issuesOf, logFirst, newBusiness, openTestApp, type TestApp } from './test-app.ts'

/** The smallest picture there is in each kind, and a document: what counts is how they begin. */
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const WEBP = Buffer.concat([Buffer.from('RIFF'), Buffer.from([4, 0, 0, 0]), Buffer.from('WEBPVP8 ')])
const PDF = Buffer.from('%PDF-1.7\n%%EOF')

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

const upload = async <T = UploadedFile>(bytes: Buffer, type = 'application/octet-stream') => {
  const response = await app.request('/api/evidence', {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(bytes),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as T }
}
const logWith = async (files: { file: string; name: string }[]) =>
  app.send<LoggedPartnership>(
    'POST',
    '/api/partnerships',
    coProduction([newBusiness('Kopi Contoh Satu'), newBusiness('Batik Contoh Dua', 'batik')], { files }),
  )
const filesOf = async (id: string) =>
  (await app.get<EvidenceList>(`/api/partnerships/${id}/evidence`)).body.rows
const undo = (revision: number) => app.send('POST', `/api/changesets/${revision}/undo`, {})

describe('a file that proves a partnership', () => {
  it('is known by how it begins, whatever it is called', async () => {
    for (const [bytes, mediaType] of [
      [JPEG, 'image/jpeg'],
      [PNG, 'image/png'],
      [WEBP, 'image/webp'],
      [PDF, 'application/pdf'],
    ] as const)
      expect((await upload(bytes, 'text/html')).body).toMatchObject({ mediaType, bytes: bytes.length })
  })

  it('is refused where it is empty, too large, or of another kind', async () => {
    const html = await upload<Problem>(Buffer.from('<script>alert(1)</script>'), 'image/jpeg')
    expect([html.status, issuesOf(html)]).toEqual([400, ['file file-type']])
    expect(issuesOf(await upload<Problem>(Buffer.alloc(0)))).toEqual(['file empty-file'])
    const large = Buffer.concat([JPEG, Buffer.alloc(5 * 1024 * 1024)])
    expect((await upload<Problem>(large)).status).toBe(400)
    expect((await upload(large.subarray(0, 5 * 1024 * 1024))).status).toBe(201)
    expect(issuesOf(await upload<Problem>(large.subarray(0, 5 * 1024 * 1024 + 1)))).toEqual([
      'file file-too-large',
    ])
  })

  it('comes into the log with the record, goes with it, and comes back', async () => {
    const { file } = (await upload(JPEG)).body
    const logged = await logWith([{ file, name: 'nota.jpg' }])
    const { id } = logged.body.partnership
    expect(await filesOf(id)).toMatchObject([{ file, name: 'nota.jpg', mediaType: 'image/jpeg' }])
    await undo(logged.body.revision)
    expect((await app.get(`/api/partnerships/${id}/evidence`)).status).toBe(404)
    await undo(logged.body.revision + 1)
    expect(await filesOf(id)).toMatchObject([{ file, name: 'nota.jpg' }])
  })

  it('is given out as what it is, running nothing', async () => {
    const { file } = (await upload(JPEG)).body
    const { id } = (await logWith([{ file, name: 'foto "kami".jpg' }])).body.partnership
    const [evidence] = await filesOf(id)
    const response = await app.request(`/api/evidence/${evidence?.id}`)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(JPEG)
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(response.headers.get('content-disposition')).toBe(
      'inline; filename="foto _kami_.jpg"; filename*=UTF-8\'\'foto%20%22kami%22.jpg',
    )
    const again = await app.request(`/api/evidence/${evidence?.id}`, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    expect((await app.request('/api/evidence/nothing')).status).toBe(404)
  })

  it('saves a document instead of opening it within the page', async () => {
    const { file } = (await upload(PDF)).body
    const { id } = (await logWith([{ file, name: 'pks.pdf' }])).body.partnership
    const [evidence] = await filesOf(id)
    const response = await app.request(`/api/evidence/${evidence?.id}`)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="pks.pdf"/)
  })

  it('is added later and taken away, both to be undone, and stands in the history of the record', async () => {
    const { partnership } = await logFirst(app)
    const path = `/api/partnerships/${partnership.id}/evidence`
    const { file } = (await upload(PNG)).body
    const added = await app.send<EvidenceList>('POST', path, { files: [{ file, name: 'a.png' }] })
    expect([added.status, added.body.rows.length]).toEqual([201, 1])
    const removed = await app.request(`/api/evidence/${added.body.rows[0]?.id}`, { method: 'DELETE' })
    const { revision } = (await removed.json()) as EvidenceList
    expect(await filesOf(partnership.id)).toEqual([])
    await undo(revision)
    expect(await filesOf(partnership.id)).toMatchObject([{ file, name: 'a.png' }])
    const { body } = await app.get<ChangesetPage>(`/api/changesets?entity=partnership&id=${partnership.id}`)
    expect(body.rows.map((row) => row.action)).toEqual([
      'undo',
      'remove-evidence',
      'add-evidence',
      'log-partnership',
    ])
  })

  it('is for those alone who keep the register', async () => {
    const { file } = (await upload(JPEG)).body
    const { id } = (await logWith([{ file, name: 'nota.jpg' }])).body.partnership
    const [evidence] = await filesOf(id)
    const path = `/api/evidence/${evidence?.id}`
    const asked = async (role: Role, method = 'GET', at = path) =>
      (await (await app.as(role)).request(at, { method, ...(method === 'POST' ? { body: 'x' } : {}) })).status
    expect([await asked('public'), await asked('reviewer')]).toEqual([401, 403])
    expect([await asked('public', 'POST', '/api/evidence'), await asked('researcher', 'DELETE')]).toEqual([
      401, 403,
    ])
    expect(await asked('staff', 'DELETE')).toBe(200)
  })

  it('has to have been uploaded, and the record to be there', async () => {
    const unknown = await app.send<Problem>(
      'POST',
      '/api/partnerships',
      coProduction([newBusiness('Kopi Contoh Satu'), newBusiness('Batik Contoh Dua', 'batik')], {
        files: [{ file: 'a'.repeat(64), name: 'x' }],
      }),
    )
    expect([unknown.status, issuesOf(unknown)]).toEqual([400, ['files.0.file unknown-file']])
    const { file } = (await upload(PNG)).body
    const nowhere = await app.send('POST', '/api/partnerships/none/evidence', {
      files: [{ file, name: 'x' }],
    })
    expect(nowhere.status).toBe(404)
  })

  it('keeps an undo of the record waiting while a file was added since', async () => {
    const { partnership, revision } = await logFirst(app)
    const { file } = (await upload(PNG)).body
    await app.send('POST', `/api/partnerships/${partnership.id}/evidence`, { files: [{ file, name: 'x' }] })
    expect((await undo(revision)).status).toBe(409)
  })
})

describe('the folder of files', () => {
  it('keeps a file once, whole, and loses only what no revision names', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jejaring-evidence-'))
    const db = await openDatabase(':memory:')
    const long = Date.now() - 15 * 24 * 60 * 60_000
    try {
      const files = openEvidenceFiles(folder)
      const [claimed, orphan, young] = [await files.keep(JPEG), await files.keep(PDF), await files.keep(PNG)]
      await files.keep(JPEG)
      expect((await readdir(folder)).some((name) => name.endsWith('.part'))).toBe(false)
      const pathOf = ({ file }: UploadedFile) => join(folder, file.slice(0, 2), file)
      await db.insertInto('changeset').values({ revision: 1, author: 'x', at: 'x', action: 'x' }).execute()
      await db
        .insertInto('change')
        .values({
          revision: 1,
          entity: 'evidence',
          entity_id: 'e',
          before: JSON.stringify(claimed),
          after: null,
        })
        .execute()
      for (const old of [claimed, orphan]) await utimes(pathOf(old), long / 1000, long / 1000)
      expect(await files.sweep(db)).toBe(1)
      expect([claimed, orphan, young].map((file) => existsSync(pathOf(file)))).toEqual([true, false, true])
    } finally {
      await db.destroy()
      await rm(folder, { recursive: true })
    }
  })
})
