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
function rememberSession(session: Session): Session {
  try {
    if (session.account) localStorage.setItem(KEY, JSON.stringify(session))
    else localStorage.removeItem(KEY)
  } catch {
    // It is then asked for at every visit.
  }
  return session
}

/** `ended`: the session is over, but whoever was at work here is still taken for who they were until they sign in again. */
export type KnownSession = Session & { ended?: true }

/** Whom the server has confirmed since the page was opened. */
let confirmed: Session | null = null

/** Takes over who is signed in from now on. */
export function confirmSession(session: Session): Session {
  confirmed = session.account ? session : null
  return rememberSession(session)
}

async function askWho(signal: AbortSignal): Promise<KnownSession> {
  const session = await getJson<Session>('/session', undefined, signal)
  if (session.account || !confirmed) return confirmSession(session)
  return { ...confirmed, demoSignIn: session.demoSignIn, ended: true }
}

/** Who is signed in, and what they may do. Asked again whenever the page is looked at after a while. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }): Promise<KnownSession> => askWho(signal),
    initialData: remembered,
    initialDataUpdatedAt: 0,
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  })

export const useSession = (): KnownSession | undefined => useQuery(sessionQuery()).data

/** Whether whoever is at this device may do something; false until it is known. */
export const useMay = (action: Action): boolean => useSession()?.actions.includes(action) ?? false
