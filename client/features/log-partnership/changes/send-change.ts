import { changeActor } from '#client/api/actors.ts'
import { ApiError, getJson, isAway } from '#client/api/http.ts'
import type { KeptChange } from '#client/api/kept-change.ts'
import { changePartnership } from '#client/api/partnerships.ts'
import type { ActorDetail } from '#shared/contract/actors.ts'
import type { PartnershipDetail } from '#shared/contract/partnerships.ts'
import { refusalOf } from '../send-entry.ts'
import { type ChangeEntry, changeOn, clashesOf, isSoAlready } from './change-entry.ts'

/** Not a word about the change: it is sent again later. */
const TRY_LATER: ReadonlySet<string> = new Set(['too-many-requests', 'internal'])

/**
 * The change as it is after a try; null where nobody was reached. Where somebody else was faster in other fields it is sent anew on
 * what they left; in the same ones it waits for a person.
 */
export async function sendChange(entry: ChangeEntry): Promise<ChangeEntry | null> {
  try {
    const revision = await send(entry.change, entry.author?.id)
    return { ...entry, state: 'sent', refusal: null, current: null, revision }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (isAway(error) || TRY_LATER.has(error.code)) return null
    if (error.code === 'unauthenticated') return { ...entry, state: 'sign-in' }
    if (error.code !== 'stale') return { ...entry, state: 'refused', refusal: refusalOf(error) }
    return meet(entry, error)
  }
}

async function send({ entity, id, revision, patch }: KeptChange, as?: string): Promise<number> {
  const answer =
    entity === 'actor'
      ? await changeActor(id, revision, patch, as)
      : await changePartnership(id, revision, patch, as)
  return answer.revision
}

async function meet(entry: ChangeEntry, error: ApiError): Promise<ChangeEntry | null> {
  const { change } = entry
  const current = await readNow(change).catch(() => null)
  // out of reach again: what came is what was kept before
  if (current === null || current.revision === change.revision) return null
  // the answer of an earlier try was lost, or somebody did the same
  if (isSoAlready(change, current)) return { ...entry, state: 'sent', refusal: null, current: null }
  const onto = clashesOf(change, current).length === 0 ? changeOn(change, current) : null
  if (onto === null) return { ...entry, state: 'refused', refusal: refusalOf(error), current }
  return sendChange({ ...entry, change: onto })
}

const readNow = ({ entity, id }: KeptChange): Promise<ActorDetail | PartnershipDetail> =>
  getJson(`/${entity === 'actor' ? 'actors' : 'partnerships'}/${encodeURIComponent(id)}`)
