import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentRevision } from '#server/db/changeset-log.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { type LoggedPartnership, PartnershipRecord } from '#shared/contract/partnerships.ts'
import { coProduction, logFirst, newBusiness, openTestApp, type TestApp } from './test-app.ts'

let app: TestApp
let known: string[]
beforeAll(async () => {
  app = await openTestApp()
  const { partnership } = await logFirst(app)
  known = partnership.parties.map((party) => party.actorId)
})
afterAll(() => app.close())

const junk = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    'x',
    -1,
    0,
    1.5,
    1e300,
    '2026-02-30',
    '2026-05-01',
    '35.74',
    '\u0000',
    '😀',
  ),
  fc.jsonValue({ maxDepth: 2 }),
)
const orJunk = <T>(good: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: junk })

const party = () =>
  fc.oneof(
    fc.constantFrom(...known, 'nobody').map((actorId) => ({ actorId })),
    fc.record({
      newActor: fc.record(
        {
          name: orJunk(fc.string({ maxLength: 20 })),
          role: orJunk(fc.constantFrom('business', 'media', 'boss')),
          sectorId: orJunk(fc.constantFrom('kuliner', 'batik', 'none')),
          regionCode: orJunk(fc.constantFrom('35.74', null)),
          inCity: orJunk(fc.boolean()),
          products: orJunk(fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 })),
        },
        { requiredKeys: ['name', 'role'] },
      ),
    }),
    junk,
  )

const entry = () =>
  fc.record(
    {
      parties: orJunk(fc.array(party(), { maxLength: 8 })),
      kind: orJunk(fc.constantFrom('supply', 'co_production', 'forum_membership', 'friendship')),
      arcs: orJunk(fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 4 })),
      intensity: orJunk(fc.integer({ min: 0, max: 6 })),
      evidence: orJunk(fc.constantFrom('A', 'D', 'E')),
      status: orJunk(fc.constantFrom('active', 'proposed')),
      startedOn: orJunk(fc.constantFrom('2026-05-01', '2020-02-29', '2027-01-01', null)),
      note: orJunk(fc.string({ maxLength: 30 })),
      notDuplicate: orJunk(fc.boolean()),
    },
    { requiredKeys: ['parties', 'kind', 'startedOn'] },
  )

/** Everything in the register, to see that a refusal left no trace. */
async function stateOf({ db }: TestApp) {
  const tables = ['actor', 'actor_state', 'partnership', 'partnership_party', 'change', 'changeset'] as const
  const counts = []
  for (const table of tables)
    counts.push(
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow(),
    )
  return JSON.stringify(counts)
}

/** What holds of every partnership on record, whatever was done to it. */
function expectWhole(record: PartnershipRecord) {
  expect(PartnershipRecord.parse(record)).toEqual(record)
  const days = record.statuses.map(({ from }) => from ?? '')
  expect(days.length).toBeGreaterThan(0)
  expect(days).toEqual([...new Set(days)].sort())
  if (record.startedOn !== null) expect(days[0]! <= record.startedOn).toBe(true)
  if (record.startedOn !== null && record.endedOn !== null)
    expect(record.startedOn <= record.endedOn).toBe(true)
  expect(record.statuses.some(({ value }) => value === 'ended')).toBe(record.endedOn !== null)
}

/** Takes a change back and brings it again: both ways the record is as it was. The revision after that. */
async function backAndForth({ revision, partnership }: LoggedPartnership, before: PartnershipRecord) {
  const stored = async () => (await partnershipStore.read(app.db)).get(partnership.id)?.record
  expect((await app.send('POST', `/api/changesets/${revision}/undo`, {})).status).toBe(200)
  expect(await stored()).toEqual(before)
  expect((await app.send('POST', `/api/changesets/${revision + 1}/undo`, {})).status).toBe(200)
  expect(await stored()).toEqual(partnership.record)
  return revision + 2
}

const isRefusal = (status: number, body: Problem) =>
  status >= 400 && status < 500 && typeof body.code === 'string' && body.status === status

describe('whatever is sent', () => {
  it('a partnership is logged whole or refused without a trace, and never fails inside', async () => {
    await fc.assert(
      fc.asyncProperty(entry(), async (body) => {
        const before = await stateOf(app)
        const revision = await currentRevision(app.db)
        const answer = await app.send<Problem & LoggedPartnership>('POST', '/api/partnerships', body)
        if (answer.status === 201) {
          expect(answer.body.revision).toBe(revision + 1)
          expectWhole(answer.body.partnership.record)
        } else {
          expect([answer.status, answer.body, isRefusal(answer.status, answer.body)]).toEqual([
            answer.status,
            answer.body,
            true,
          ])
          expect(await stateOf(app)).toBe(before)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('a change is made whole or refused without a trace', async () => {
    const { partnership } = (
      await app.send<LoggedPartnership>(
        'POST',
        '/api/partnerships',
        coProduction([newBusiness('Ubah Contoh Satu'), newBusiness('Ubah Contoh Dua')]),
      )
    ).body
    const change = fc.record(
      {
        mode: orJunk(fc.constantFrom('correct', 'from', 'confirm')),
        from: orJunk(fc.constantFrom('2026-05-01', '2026-05-02', '2026-06-15', '2027-01-01')),
        on: orJunk(fc.constantFrom('2026-05-02', '2026-06-15', '2027-01-01')),
        changes: orJunk(
          fc.record(
            {
              status: orJunk(fc.constantFrom('paused', 'active', 'ended')),
              startedOn: orJunk(fc.constantFrom('2026-01-01', '2026-05-02', '2026-06-01', null)),
              endedOn: orJunk(fc.constantFrom('2026-01-01', '2026-05-02', '2026-06-01', null)),
              kind: orJunk(fc.constantFrom('supply', 'co_branding')),
              arcs: junk,
            },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: ['mode'] },
    )
    let { revision, record } = partnership
    await fc.assert(
      fc.asyncProperty(change, async (body) => {
        const before = await stateOf(app)
        const path = `/api/partnerships/${partnership.id}`
        const answer = await app.send<Problem & LoggedPartnership>('PATCH', path, body, {
          'if-match': `"${revision}"`,
        })
        if (answer.status === 200) {
          expectWhole(answer.body.partnership.record)
          if (answer.body.revision > revision) revision = await backAndForth(answer.body, record)
          record = answer.body.partnership.record
        } else {
          expect(isRefusal(answer.status, answer.body)).toBe(true)
          expect(await stateOf(app)).toBe(before)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('a list answers or names the parameter', async () => {
    const names = [
      'q',
      'role',
      'sector',
      'region',
      'on',
      'definition',
      'sort',
      'order',
      'page',
      'pageSize',
      'zzz',
    ]
    const pair = fc.tuple(
      fc.constantFrom(...names),
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('1', 'name', 'official', 'all', '2026-01-01', 'kuliner'),
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(pair, { selector: ([name]) => name, maxLength: 4 }), async (pairs) => {
        const answer = await app.get<Problem>(`/api/actors?${new URLSearchParams(pairs)}`)
        if (answer.status === 200) return
        expect(answer.status).toBe(400)
        const asked = pairs.map(([name]) => name)
        expect(answer.body.issues?.every((issue) => asked.includes(issue.path))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
