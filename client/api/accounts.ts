import { type Query, type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type {
  AccountLogPage,
  AddedPerson,
  LinkOwner,
  NewPassword,
  NewPerson,
  OneTimeLink,
  PasswordChange,
  People,
  Person,
  PersonPatch,
  Session,
  SignIn,
} from '#shared/contract/accounts.ts'
import type { AccountRole } from '#shared/contract/rights.ts'
import { forgetReader } from './forget-reader.ts'
import { getJson, sendJson } from './http.ts'
import { confirmSession, sessionQuery } from './session.ts'

export const signIn = (body: SignIn) => sendJson<Session>('POST', '/sign-in', { body })
export const demoSignIn = (role: AccountRole) =>
  sendJson<Session>('POST', '/demo-sign-in', { body: { role } })
export const changePassword = (body: PasswordChange) =>
  sendJson<Session>('POST', '/account/password', { body })
export const lookAtLink = (token: string) =>
  sendJson<LinkOwner>('POST', '/one-time-link', { body: { token } })
export const setNewPassword = (body: NewPassword) => sendJson<Session>('POST', '/new-password', { body })

/** Takes over who is signed in now. What others were shown is forgotten, what they themselves were is asked for anew. */
export function useSignedIn(): (session: Session) => void {
  const queries = useQueryClient()
  return useCallback(
    (session) => {
      const { queryKey } = sessionQuery()
      const isSame = queries.getQueryData(queryKey)?.account?.id === session.account?.id
      queries.setQueryData(queryKey, confirmSession(session))
      const answers = { predicate: (query: Query) => query.queryKey[0] !== 'session' }
      const forgotten = isSame ? Promise.resolve() : forgetReader()
      void (isSame ? queries.invalidateQueries(answers) : queries.resetQueries(answers))
      // Asked for once more, so that the worker too knows who reads from now on, and keeps their answers.
      void forgotten.then(() => queries.invalidateQueries({ queryKey }))
    },
    [queries],
  )
}

/** Ends the session, here or everywhere, and begins anew: nothing of what was shown stays in the page. */
export async function signOut(where: 'here' | 'everywhere'): Promise<void> {
  confirmSession(
    await sendJson<Session>('POST', where === 'here' ? '/sign-out' : '/account/sign-out-everywhere'),
  )
  await forgetReader()
  location.assign('/')
}

export const peopleQuery = () =>
  queryOptions({
    queryKey: ['people'],
    queryFn: ({ signal }) => getJson<People>('/people', undefined, signal),
    staleTime: 0,
  })

export const accountLogQuery = (page: number) =>
  queryOptions({
    queryKey: ['account-log', page],
    queryFn: ({ signal }) => getJson<AccountLogPage>('/account-log', { page, pageSize: 20 }, signal),
    staleTime: 0,
  })

const personPath = (id: string) => `/people/${encodeURIComponent(id)}`
export const addPerson = (body: NewPerson) => sendJson<AddedPerson>('POST', '/people', { body })
export const changePerson = (id: string, body: PersonPatch) =>
  sendJson<Person>('PATCH', personPath(id), { body })
export const makeLink = (id: string) => sendJson<OneTimeLink>('POST', `${personPath(id)}/link`)
export const signPersonOut = (id: string) => sendJson<Person>('POST', `${personPath(id)}/sign-out`)

export const refreshPeople = (queries: QueryClient) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['people'] }),
    queries.invalidateQueries({ queryKey: ['account-log'] }),
  ])
