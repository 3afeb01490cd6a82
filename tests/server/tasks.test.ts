import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actorStore } from '#server/actors/actor-store.ts'
import { isSimilarName } from '#server/actors/similar-name.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import { similarPairs } from '#server/tasks/similar-pairs.ts'
import { atOnce } from '#server/unhurried.ts'
import type {
  BusinessTask,
  ChangedTask,
  DuplicateTask,
  TaskCounts,
  TaskPage,
  TieTask,
} from '#shared/contract/tasks.ts'
import { actor, partnership } from './records.ts'
import { issuesOf, openTestApp, type TestApp } from './test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp({ today: '2026-06-15', as: 'staff' })
  await commitChangeset(app.db, { author: 'lokal', action: 'test' }, async (tx) => {
    await tx.putAll(actorStore, [
      actor('a', { name: 'Batik Mentari', census: [{ from: '2026-02-01', value: 'complete' }] }),
      actor('b', { name: 'Kopi Merapi', census: [{ from: '2025-06-15', value: 'complete' }] }),
      actor('c', { name: 'Rotan Jaya', census: [], website: 'https://rotan.example/' }),
      actor('d', {
        name: 'Kopi Merappi',
        census: [{ from: '2025-06-16', value: 'complete' }],
        website: 'https://merappi.example/',
      }),
      actor('luar', { name: 'Di Luar Kota', inCity: false, census: [] }),
      actor('dinas', { name: 'Dinas Contoh', census: [], roles: [{ from: null, value: 'government' }] }),
      actor('tutup', {
        name: 'Sudah Tutup',
        census: [],
        presence: [
          { from: '2020-01-01', value: 'present' },
          { from: '2026-01-01', value: 'left' },
        ],
      }),
    ])
    const work = (id: string, parties: string[], startedOn: string, more: object = {}) =>
      partnership(id, parties, { startedOn, statuses: [{ from: startedOn, value: 'active' }], ...more })
    await tx.putAll(partnershipStore, [
      work('lama', ['a', 'b'], '2024-01-01'),
      work('segera', ['a', 'c'], '2025-07-01'),
      work('segar', ['b', 'c'], '2026-05-01'),
      work('usai', ['a', 'd'], '2024-01-01', { endedOn: '2025-01-01', endReason: 'completed' }),
      work('dipastikan', ['b', 'd'], '2024-01-01', { confirmations: ['2026-01-01'] }),
    ])
  })
})
afterEach(() => app.close())

const list = async <T>(kind: string, more = '') =>
  (await app.get<Omit<TaskPage, 'rows'> & { rows: T[] }>(`/api/tasks?kind=${kind}${more}`)).body
const counts = async () => (await app.get<TaskCounts>('/api/tasks/counts')).body
const change = (kind: string, body: object) => app.send<ChangedTask>('PUT', `/api/tasks/${kind}`, body)
const undo = (revision: number) => app.send('POST', `/api/changesets/${revision}/undo`, {})

describe('the tasks', () => {
  it('are ties that lapsed or lapse within 30 days, the longest waiting first', async () => {
    const { rows, total } = await list<TieTask>('tie')
    expect(total).toBe(2)
    expect(rows.map(({ partnership: { id, standing, expiresOn } }) => [id, standing, expiresOn])).toEqual([
      ['lama', 'expired', '2025-01-01'],
      ['segera', 'active', '2026-07-01'],
    ])
  })

  it('are businesses of the city never asked or not within twelve months, with what can be asked along', async () => {
    const { rows } = await list<BusinessTask>('business')
    // 15 June a year ago is no longer within (t − 12 months, t], the day after is
    expect(rows.map(({ actor: { id }, ties }) => [id, ties.map((tie) => tie.id)])).toEqual([
      ['c', ['segera']],
      ['b', ['lama']],
    ])
  })

  it('show the way to a business only where it may be contacted', async () => {
    const website = async () =>
      (await list<BusinessTask>('business')).rows.find((row) => row.actor.id === 'c')
    expect(await website()).toMatchObject({ contactConsent: null, website: 'https://rotan.example/' })
    const { revision } = (await app.get<{ revision: number }>('/api/actors/c')).body
    const withdrawn = { purpose: 'contact', from: '2026-06-01', value: 'withdrawn', channel: 'spoken' }
    const answer = await app.send('POST', '/api/actors/c/consents', withdrawn, {
      'if-match': `"${revision}"`,
    })
    expect(answer.status).toBe(200)
    expect(await website()).toMatchObject({ contactConsent: 'withdrawn', website: null })
  })

  it('are pairs of a name that is likely one, until somebody tells them apart, which is taken back by an undo', async () => {
    const pairs = async () =>
      (await list<DuplicateTask>('duplicate')).rows.map(({ actors }) => actors.map(({ id }) => id))
    expect(await pairs()).toEqual([['b', 'd']])
    const told = await change('duplicate', { about: ['d', 'b'], distinct: true })
    expect(told.body.task).toMatchObject({ kind: 'duplicate', about: ['b', 'd'], distinct: true })
    expect(await pairs()).toEqual([])
    expect((await counts()).kinds.duplicate).toBe(0)
    expect((await undo(told.body.revision)).status).toBe(200)
    expect(await pairs()).toEqual([['b', 'd']])
  })

  it('know what was said while registering', async () => {
    const again = { name: 'Rotan Jaya', role: 'business', notDuplicate: true }
    expect((await app.send('POST', '/api/actors', again)).status).toBe(201)
    const rows = (await list<DuplicateTask>('duplicate')).rows
    expect(rows.map(({ actors }) => actors.map(({ id }) => id))).toEqual([['b', 'd']])
  })

  it('go with what they are about: one is done when the register says so', async () => {
    await change('tie', { about: ['lama'], assigneeId: 'orang-staff', dueOn: '2026-06-20' })
    const { revision } = (await app.get<{ revision: number }>('/api/partnerships/lama')).body
    const done = await app.send<{ revision: number }>(
      'PATCH',
      '/api/partnerships/lama',
      { mode: 'confirm', on: '2026-06-15' },
      { 'if-match': `"${revision}"` },
    )
    expect(done.status).toBe(200)
    expect((await list<TieTask>('tie')).rows.map((row) => row.partnership.id)).toEqual(['segera'])
    expect((await counts()).mine.tie).toBe(0)
    expect((await undo(done.body.revision)).status).toBe(200)
    expect((await list<TieTask>('tie')).rows[0]).toMatchObject({
      dueOn: '2026-06-20',
      assigneeName: 'Orang staff',
    })
  })
})

describe('who does a task', () => {
  it('is said with a day, comes first when that passes, is counted as theirs, and is taken back by an undo', async () => {
    const given = await change('tie', { about: ['segera'], assigneeId: 'orang-staff', dueOn: '2026-06-14' })
    expect(given.status).toBe(200)
    const rows = (await list<TieTask>('tie')).rows
    expect(rows.map(({ partnership: { id }, overdue, assigneeName }) => [id, overdue, assigneeName])).toEqual(
      [
        ['segera', true, 'Orang staff'],
        ['lama', false, null],
      ],
    )
    expect(await counts()).toMatchObject({
      kinds: { tie: 2, business: 2, duplicate: 1 },
      mine: { tie: 1, business: 0, duplicate: 0 },
      overdue: 1,
    })
    expect((await list<TieTask>('tie', '&assigned=me')).rows.map((row) => row.partnership.id)).toEqual([
      'segera',
    ])
    expect((await list<TieTask>('tie', '&assigned=nobody')).rows.map((row) => row.partnership.id)).toEqual([
      'lama',
    ])
    const admin = await app.as('admin')
    expect((await admin.get<TaskCounts>('/api/tasks/counts')).body.mine.tie).toBe(0)
    await undo(given.body.revision)
    expect((await counts()).mine.tie).toBe(0)
  })

  it('is forgotten where nothing is said any more', async () => {
    await change('business', { about: ['c'], assigneeId: 'orang-staff' })
    await change('business', { about: ['c'], assigneeId: null })
    expect(await app.db.selectFrom('task').selectAll().execute()).toEqual([])
  })

  it('can be whoever keeps the register, and nobody else', async () => {
    await app.as('researcher')
    await app.as('admin')
    const { rows } = (await app.get<{ rows: { id: string }[] }>('/api/tasks/people')).body
    expect(rows.map(({ id }) => id)).toEqual(['orang-admin', 'orang-staff'])
    const refused = await change('tie', { about: ['lama'], assigneeId: 'orang-researcher' })
    expect(refused.status).toBe(400)
    expect(issuesOf(refused as never)).toEqual(['assigneeId unknown-person'])
  })

  it('is refused about what is not there or makes no sense', async () => {
    expect((await change('tie', { about: ['tidak-ada'], dueOn: '2026-07-01' })).status).toBe(404)
    expect(issuesOf((await change('duplicate', { about: ['a'], distinct: true })) as never)).toEqual([
      'about wrong-number',
    ])
    expect(issuesOf((await change('tie', { about: ['lama'], distinct: true })) as never)).toEqual([
      'distinct unknown-field',
    ])
    expect(issuesOf((await change('tie', { about: ['lama'] })) as never)).toEqual([' empty'])
  })

  it('stands in no way of an undo of what it is about', async () => {
    const made = await app.send<{ id: string; revision: number }>('POST', '/api/actors', {
      name: 'Baru Sekali',
      role: 'business',
    })
    await change('business', { about: [made.body.id], assigneeId: 'orang-staff' })
    expect((await undo(made.body.revision)).status).toBe(200)
    expect((await list<BusinessTask>('business')).rows.map((row) => row.actor.id)).toEqual(['c', 'b'])
  })
})

describe('similar pairs', () => {
  it('are exactly those that a comparison of all finds', () => {
    let seed = 7
    const below = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % n
    }
    const words = ['kopi', 'batik', 'mentari', 'jaya', 'rotan', 'merapi', 'toko', 'sinar', 'abadi', '2', '12']
    const slip = (name: string) => {
      const at = below(name.length)
      return name.slice(0, at) + 'xae'[below(3)] + name.slice(at + below(2))
    }
    const names: string[] = []
    for (let i = 0; i < 400; i++) {
      const name = Array.from({ length: 1 + below(3) }, () => words[below(words.length)]).join(' ')
      names.push(below(2) ? name : slip(slip(name)))
    }
    const actors = names.map((name, i) => actor(`${i}`, { name }))
    const found = new Set(atOnce(similarPairs(actors)).map(([one, other]) => `${one} ${other}`))
    for (let i = 0; i < names.length; i++) {
      const wanted = []
      for (let j = i + 1; j < names.length; j++)
        if (isSimilarName(names[i]!, names[j]!)) wanted.push(`${i} ${j}`)
      // of a name that many have only the first few are told
      expect(wanted.filter((pair) => found.has(pair)).length, names[i]).toBe(Math.min(5, wanted.length))
    }
    expect(found.size).toBeGreaterThan(30)
    for (const pair of found) {
      const [i, j] = pair.split(' ').map(Number)
      expect(isSimilarName(names[i!]!, names[j!]!)).toBe(true)
    }
  })
})
