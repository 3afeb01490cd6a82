import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { holdWriters } from '#server/db/write-gate.ts'
import { logFirst, openTestApp, type TestApp } from './test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

it('lets whatever writes wait while a thread does, and readers go on', async () => {
  const release = await holdWriters(app.db)
  const settled: string[] = []
  const writing = (name: string, write: Promise<{ status: number }>) =>
    write.then(({ status }) => settled.push(`${name} ${status}`))
  const upload = app.request('/api/imports?name=daftar.csv', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: 'nama usaha;subsektor\nKopi Uji;Kuliner',
  })
  const writes = [
    writing(
      'person',
      app.send('POST', '/api/people', { name: 'Uji', email: 'uji@uji.example', role: 'staff' }),
    ),
    writing(
      'sign-in',
      app.send('POST', '/api/sign-in', { email: 'nobody@uji.example', password: 'not a password' }),
    ),
    writing('upload', upload),
    writing(
      'record',
      logFirst(app).then(() => ({ status: 201 })),
    ),
  ]
  await delay(100)
  expect((await app.get('/api/actors')).status).toBe(200)
  expect(settled).toEqual([])
  release()
  await Promise.all(writes)
  expect(settled.sort()).toEqual(['person 201', 'record 201', 'sign-in 401', 'upload 201'])
})
