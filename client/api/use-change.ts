import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { ActorDetail, ActorPatch, ConsentChange } from '#shared/contract/actors.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import type { LoggedPartnership, PartnershipDetail, PartnershipPatch } from '#shared/contract/partnerships.ts'
import { actorQuery, changeActor, recordConsent } from './actors.ts'
import { ApiError, isAway } from './http.ts'
import { keepChange } from './kept-change.ts'
import { changePartnership, partnershipQuery } from './partnerships.ts'

export type ChangeState<Detail> =
  | { type: 'idle' }
  | { type: 'saving' }
  | { type: 'issues'; issues: readonly FieldIssue[] }
  /** Somebody was faster; the record as it is now. */
  | { type: 'stale'; current: Detail }
  /** Without a signal: it waits on this device. */
  | { type: 'kept' }
  | { type: 'failed'; error: ApiError }

interface Change<Detail, Patch, Answer> {
  send: (revision: number, patch: Patch) => Promise<Answer>
  readNow: () => Promise<Detail>
  /** Keeps it for later on this device; whether it does. */
  keep?: (revision: number, patch: Patch) => Promise<boolean>
  onKept?: (() => void) | undefined
}

/** Sends one change of a record at the revision it was read at; answers null when it was not taken, or not yet. */
function useChange<Detail, Patch, Answer>({ send, readNow, keep, onKept }: Change<Detail, Patch, Answer>) {
  const queries = useQueryClient()
  const [state, setState] = useState<ChangeState<Detail>>({ type: 'idle' })
  const busy = useRef(false)

  const change = async (revision: number, patch: Patch): Promise<Answer | null> => {
    if (busy.current) return null
    busy.current = true
    setState({ type: 'saving' })
    try {
      const answer = await send(revision, patch)
      setState({ type: 'idle' })
      void queries.invalidateQueries()
      return answer
    } catch (error) {
      if (keep && isAway(error) && (await keep(revision, patch))) {
        setState({ type: 'kept' })
        onKept?.()
      } else setState(await refusal(error, readNow))
      return null
    } finally {
      busy.current = false
    }
  }
  const reset = useCallback(() => setState({ type: 'idle' }), [])
  return { state, change, reset }
}

/** What a refusal leaves on the page. Where the present record cannot be read either, the refusal itself. */
async function refusal<Detail>(error: unknown, readNow: () => Promise<Detail>): Promise<ChangeState<Detail>> {
  if (!(error instanceof ApiError)) throw error
  if (error.code === 'stale')
    return readNow().then(
      (current) => ({ type: 'stale', current }),
      () => ({ type: 'failed', error }),
    )
  return error.issues.length > 0 ? { type: 'issues', issues: error.issues } : { type: 'failed', error }
}

/** `onKept`: after a change began to wait on this device for want of a signal; without it none does. */
export function useChangeActor(id: string, onKept?: () => void) {
  const queries = useQueryClient()
  const query = actorQuery(id)
  return useChange<ActorDetail, ActorPatch, ActorDetail>({
    send: (revision, patch) => changeActor(id, revision, patch),
    readNow: () => queries.fetchQuery({ ...query, staleTime: 0 }),
    ...(onKept && {
      onKept,
      keep: (revision, patch) => {
        const base = asRead(queries.getQueryData<ActorDetail>(query.queryKey), revision)
        return keepChange({ entity: 'actor', id, revision, base, patch })
      },
    }),
  })
}

export function useRecordConsent(id: string) {
  const queries = useQueryClient()
  return useChange<ActorDetail, ConsentChange, ActorDetail>({
    send: (revision, change) => recordConsent(id, revision, change),
    readNow: () => queries.fetchQuery({ ...actorQuery(id), staleTime: 0 }),
  })
}

/** As above. */
export function useChangePartnership(id: string, onKept?: () => void) {
  const queries = useQueryClient()
  const query = partnershipQuery(id)
  return useChange<PartnershipDetail, PartnershipPatch, LoggedPartnership>({
    send: (revision, patch) => changePartnership(id, revision, patch),
    readNow: () => queries.fetchQuery({ ...query, staleTime: 0 }),
    ...(onKept && {
      onKept,
      keep: (revision, patch) => {
        const base = asRead(queries.getQueryData<PartnershipDetail>(query.queryKey), revision)
        return keepChange({ entity: 'partnership', id, revision, base, patch })
      },
    }),
  })
}

/** The record, where it is still the one that the change was made on. */
const asRead = <D extends { revision: number }>(known: D | undefined, revision: number): D | null =>
  known?.revision === revision ? known : null
