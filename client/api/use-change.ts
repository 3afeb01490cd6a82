import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { ActorDetail, ActorPatch, ConsentChange } from '#shared/contract/actors.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import type { LoggedPartnership, PartnershipDetail, PartnershipPatch } from '#shared/contract/partnerships.ts'
import { actorQuery, changeActor, recordConsent } from './actors.ts'
import { ApiError } from './http.ts'
import { changePartnership, partnershipQuery } from './partnerships.ts'

export type ChangeState<Detail> =
  | { type: 'idle' }
  | { type: 'saving' }
  | { type: 'issues'; issues: readonly FieldIssue[] }
  /** Somebody was faster; the record as it is now. */
  | { type: 'stale'; current: Detail }
  | { type: 'failed'; error: ApiError }

interface Change<Detail, Patch, Answer> {
  send: (revision: number, patch: Patch) => Promise<Answer>
  readNow: () => Promise<Detail>
}

/** Sends one change of a record at the revision it was read at; answers null when it was not taken. */
function useChange<Detail, Patch, Answer>({ send, readNow }: Change<Detail, Patch, Answer>) {
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
      setState(await refusal(error, readNow))
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

export function useChangeActor(id: string) {
  const queries = useQueryClient()
  return useChange<ActorDetail, ActorPatch, ActorDetail>({
    send: (revision, patch) => changeActor(id, revision, patch),
    readNow: () => queries.fetchQuery({ ...actorQuery(id), staleTime: 0 }),
  })
}

export function useRecordConsent(id: string) {
  const queries = useQueryClient()
  return useChange<ActorDetail, ConsentChange, ActorDetail>({
    send: (revision, change) => recordConsent(id, revision, change),
    readNow: () => queries.fetchQuery({ ...actorQuery(id), staleTime: 0 }),
  })
}

export function useChangePartnership(id: string) {
  const queries = useQueryClient()
  return useChange<PartnershipDetail, PartnershipPatch, LoggedPartnership>({
    send: (revision, patch) => changePartnership(id, revision, patch),
    readNow: () => queries.fetchQuery({ ...partnershipQuery(id), staleTime: 0 }),
  })
}
