import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Session } from '#shared/contract/accounts.ts'
import type { Action } from '#shared/contract/rights.ts'
import { getJson } from './http.ts'

const KEY = 'jejaring.session'

/** What was answered last on this device: without a connection it says what may be done. */
function remembered(): Session | undefined {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? 'null') as Session | null) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps who is signed in for the next visit, or forgets them. */
export function rememberSession(session: Session): Session {
  try {
    if (session.account) localStorage.setItem(KEY, JSON.stringify(session))
    else localStorage.removeItem(KEY)
  } catch {
    // It is then asked for at every visit.
  }
  return session
}

/** Who is signed in, and what they may do. Asked again whenever the page is looked at after a while. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: async ({ signal }) => rememberSession(await getJson<Session>('/session', undefined, signal)),
    initialData: remembered,
    initialDataUpdatedAt: 0,
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  })

export const useSession = (): Session | undefined => useQuery(sessionQuery()).data

/** Whether whoever is at this device may do something; false until it is known. */
export const useMay = (action: Action): boolean => useSession()?.actions.includes(action) ?? false
