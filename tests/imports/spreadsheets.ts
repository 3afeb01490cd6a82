import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Import, ImportRowPage } from '#shared/contract/imports.ts'
import type { Answer, TestApp } from '../server/test-app.ts'

/** Real lists, where the folder beside the checkout is there. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'spreadsheets')

export const realSpreadsheets: readonly string[] = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(csv|xlsx)$/.test(path))
  : []

export const readReal = (path: string): Buffer => readFileSync(join(FOLDER, path))

export async function upload(app: TestApp, name: string, content: Buffer | string): Promise<Answer<Import>> {
  const response = await app.request(`/api/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: typeof content === 'string' ? content : new Uint8Array(content),
  })
  const body = (await response.json()) as Import
  return {
    status: response.status,
    headers: response.headers,
    body: body.busy ? await settled(app, body.id) : body,
  }
}

/** The import once nothing is under way any more. */
export async function settled(app: TestApp, id: string): Promise<Import> {
  for (;;) {
    const { body } = await app.get<Import>(`/api/imports/${id}`)
    if (body.busy === null && body.state !== 'queued' && body.state !== 'committing') return body
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export async function rowsOf(app: TestApp, id: string, query = ''): Promise<ImportRowPage> {
  const { status, body } = await app.get<ImportRowPage>(`/api/imports/${id}/rows?pageSize=500${query}`)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

export async function post<T = Import>(
  app: TestApp,
  id: string,
  what: string,
  body: object,
): Promise<Answer<T>> {
  return app.send<T>('POST', `/api/imports/${id}/${what}`, body)
}

/** Tries it and takes it over. */
export async function commit(app: TestApp, draft: Import): Promise<Import> {
  const tried = await post(app, draft.id, 'dry-run', { version: draft.version })
  if (tried.status !== 200) throw new Error(JSON.stringify(tried.body))
  const ready = await settled(app, draft.id)
  const done = await post(app, draft.id, 'commit', { version: ready.version })
  if (done.status !== 200) throw new Error(JSON.stringify(done.body))
  return settled(app, draft.id)
}

export async function download(app: TestApp, path: string): Promise<Buffer> {
  const response = await app.request(path)
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return Buffer.from(await response.arrayBuffer())
}
