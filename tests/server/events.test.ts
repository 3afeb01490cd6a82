import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actorStore } from '#server/actors/actor-store.ts'
import { type ChangesetTx, commitChangeset } from '#server/db/changeset.ts'
import { affiliationStore } from '#server/events/affiliation-store.ts'
import { type NewAffiliation, recordAffiliation } from '#server/events/record-affiliation.ts'
import { type NewEvent, recordEvent } from '#server/events/record-event.ts'
import { readWriteContext } from '#server/reference/write-context.ts'
import type { EventList } from '#shared/contract/events.ts'
import { actor } from './records.ts'
import { clockAt, openTestApp, type TestApp, TODAY } from './test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
  await write((tx) =>
    tx.add(actorStore, [actor('a'), actor('forum', { roles: [{ from: null, value: 'community' }] })]),
  )
})
afterEach(() => app.close())

const write = async <T>(work: (tx: ChangesetTx) => Promise<T>): Promise<T> =>
  (await commitChangeset(app.db, { author: 'lokal', action: 'test' }, work)).result
const context = () => readWriteContext(app.db, clockAt(TODAY))

const school: NewEvent = {
  id: 'school',
  title: 'Sekolah contoh',
  type: 'school',
  startsOn: '2024-09-09',
  endsOn: null,
  hostId: 'a',
  regionCode: '35.74',
}
const attendance: NewAffiliation = {
  actorId: 'a',
  target: { type: 'event', id: 'school' },
  role: 'participant',
  from: '2024-09-09',
  to: '2024-09-09',
  invited: true,
  registered: true,
  attended: false,
}

const event = async (more: Partial<NewEvent> = {}) => {
  const given = await context()
  return write((tx) => recordEvent(tx, given, { ...school, ...more }))
}
const affiliation = async (more: Partial<NewAffiliation> = {}) => {
  const given = await context()
  return write((tx) => recordAffiliation(tx, given, { ...attendance, ...more }))
}
const issues = async (refused: Promise<unknown>) => {
  const error = await refused.then(
    () => ({ extras: { issues: [] } }),
    (e) => e,
  )
  return error.extras.issues.map((i: { path: string; code: string }) => `${i.path} ${i.code}`)
}

describe('an event', () => {
  it('is recorded and listed, latest first', async () => {
    await event()
    await event({ id: undefined, title: 'Pameran contoh', type: 'exhibition', startsOn: '2027-01-01' })
    const { rows, revision } = (await app.get<EventList>('/api/events')).body
    expect(rows.map((r) => r.title)).toEqual(['Pameran contoh', 'Sekolah contoh'])
    expect(revision).toBe(3)
  })

  it('has a host and a region that are known, and an end after its start', async () => {
    const wrong = { hostId: 'nobody', regionCode: '99', endsOn: '2024-09-08' }
    expect(await issues(event(wrong))).toEqual([
      'regionCode unknown-region',
      'endsOn start-after-end',
      'hostId unknown-actor',
    ])
    expect(await issues(event({ title: ' ' }))).toEqual(['title too-small'])
  })
})

describe('an affiliation', () => {
  it('binds an actor to an event or a forum and makes no tie', async () => {
    await event()
    const attended = await affiliation({ attended: true })
    const member = await affiliation({ target: { type: 'forum', id: 'forum' }, role: 'member', to: null })
    const stored = await affiliationStore.read(app.db)
    expect(stored.get(attended.id)?.record).toEqual(attended)
    expect(stored.get(member.id)?.record).toEqual(member)
    const { rows } = (await app.get<{ rows: { partners: number }[] }>('/api/actors?definition=helix')).body
    expect(rows.map((r) => r.partners)).toEqual([0, 0])
  })

  it('names an actor and a target that are known, in the right order of time', async () => {
    await event()
    expect(await issues(affiliation({ actorId: 'nobody' }))).toEqual(['actorId unknown-actor'])
    expect(await issues(affiliation({ target: { type: 'event', id: 'a' } }))).toEqual([
      'target.id unknown-event',
    ])
    expect(await issues(affiliation({ target: { type: 'forum', id: 'school' } }))).toEqual([
      'target.id unknown-forum',
    ])
    expect(await issues(affiliation({ target: { type: 'forum', id: 'a' } }))).toEqual([
      'target.id same-party',
    ])
    expect(await issues(affiliation({ to: '2024-09-08' }))).toEqual(['to start-after-end'])
    const ahead = { from: '2026-06-16', to: null, attended: true }
    expect(await issues(affiliation(ahead))).toEqual(['attended later-than-today'])
  })
})
