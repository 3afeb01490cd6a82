import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { ActorDetail } from '#shared/contract/actors.ts'
import type { LoggedPartnership } from '#shared/contract/partnerships.ts'
import { coProduction, newBusiness } from '../server/test-app.ts'

/** What staff were answered, which must outlast whatever comes. */
export interface Acknowledged {
  /** entity and id, by the revision that was answered */
  records: Map<string, number>
  /** names of files that were answered as uploaded, and not yet named by a record */
  uploads: Set<string>
  /** names by actor: the last that was answered */
  names: Map<string, string>
  /** renamings under way: either name may stand */
  renaming: Map<string, string>
  /** writes that were sent and not answered */
  open: Map<string, object>
}

export const nothingYet = (): Acknowledged => ({
  records: new Map(),
  uploads: new Set(),
  names: new Map(),
  renaming: new Map(),
  open: new Map(),
})

export interface Staff {
  url: string
  cookie: string
}

type Answer = { status: number; body: unknown }

export async function ask(
  { url, cookie }: Staff,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/api${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

/** Works until the server is gone; whatever is refused is a fault of the run. */
export function workUntilGone(staff: Staff, kept: Acknowledged, isGone: () => boolean): Promise<void> {
  const hands = [logs, logsWithProof, renames, logs]
  const work = Promise.all(
    hands.map(async (hand) => {
      while (!isGone()) {
        try {
          await hand(staff, kept)
        } catch (error) {
          // A connection that broke off is what this is about.
          if (isGone() && !(error instanceof Refused)) return
          throw error
        }
      }
    }),
  )
  // looked at by whoever ends it
  work.catch(() => undefined)
  return work.then(() => undefined)
}

class Refused extends Error {}

function expectStatus({ status, body }: Answer, wanted: number, what: string) {
  if (status !== wanted) throw new Refused(`${what}: ${status} ${JSON.stringify(body)}`)
}

const tag = () => randomBytes(6).toString('hex')

async function logs(staff: Staff, kept: Acknowledged) {
  await logOne(
    staff,
    kept,
    coProduction([newBusiness(`Kopi ${tag()}`), newBusiness(`Batik ${tag()}`, 'batik')]),
  )
}

/** Logs under a key of its own, and notes what came of it. */
async function logOne(staff: Staff, kept: Acknowledged, entry: object, key: string = randomUUID()) {
  kept.open.set(key, entry)
  const answer = await ask(staff, 'POST', '/partnerships', entry, { 'idempotency-key': key })
  expectStatus(answer, 201, 'A partnership was not logged')
  noteLogged(kept, answer.body as LoggedPartnership)
  kept.open.delete(key)
}

function noteLogged(kept: Acknowledged, { partnership, revision }: LoggedPartnership) {
  kept.records.set(`partnership ${partnership.record.id}`, revision)
  for (const id of partnership.record.parties) kept.records.set(`actor ${id}`, revision)
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

/** A photo of random content, uploaded and then named by a record. */
async function logsWithProof(staff: Staff, kept: Acknowledged) {
  const photo = Buffer.concat([PNG, randomBytes(20_000 + Math.floor(Math.random() * 1_500_000))])
  const response = await fetch(`${staff.url}/api/evidence`, {
    method: 'POST',
    headers: { cookie: staff.cookie, 'content-type': 'application/octet-stream' },
    body: photo,
  })
  const { file } = (await response.json()) as { file: string }
  if (response.status !== 201 || file !== createHash('sha256').update(photo).digest('hex'))
    throw new Refused(`A photo was not kept: ${response.status}`)
  kept.uploads.add(file)
  const parties = [newBusiness(`Foto ${tag()}`), newBusiness(`Rotan ${tag()}`, 'batik')]
  await logOne(staff, kept, coProduction(parties, { files: [{ file, name: 'foto.png' }] }))
}

/** Renames an actor that was answered before, at its revision. */
async function renames(staff: Staff, kept: Acknowledged) {
  const actors = [...kept.records.keys()].filter((key) => key.startsWith('actor '))
  const key = actors[Math.floor(Math.random() * actors.length)]
  if (key === undefined) return logs(staff, kept)
  const id = key.slice('actor '.length)
  const found = await ask(staff, 'GET', `/actors/${id}`)
  expectStatus(found, 200, 'An actor that was answered is gone')
  const { revision } = found.body as ActorDetail
  const name = `Nama ${tag()}`
  kept.renaming.set(id, name)
  const answer = await ask(
    staff,
    'PATCH',
    `/actors/${id}`,
    { mode: 'correct', changes: { name } },
    { 'if-match': `"${revision}"` },
  )
  expectStatus(answer, 200, 'An actor was not renamed')
  kept.names.set(id, name)
  kept.renaming.delete(id)
}

/** Sends again what was not answered, as a phone does: it is answered now, and is there once. */
export async function sendAgain(staff: Staff, kept: Acknowledged): Promise<void> {
  for (const [key, entry] of [...kept.open]) await logOne(staff, kept, entry, key)
}
