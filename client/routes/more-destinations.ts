import { History, ListTodo, type LucideIcon, Settings } from 'lucide-react'
import type { KnownSession } from '#client/api/session.ts'
import type { Action } from '#shared/contract/rights.ts'
import type { Destination } from './destinations.ts'

/** What the menu "Lainnya" holds; fetched with it. */
export const MORE_DESTINATIONS: readonly (Destination & { icon: LucideIcon })[] = [
  { to: '/tugas', label: 'tasks', action: 'tasks.read', icon: ListTodo },
  { to: '/riwayat', label: 'history', action: 'history.read', icon: History },
  { to: '/pengaturan', label: 'settings', icon: Settings },
]

/** What the destinations of the bars need; kept out of the first load, which draws them. */
const NEEDED: Readonly<Record<string, Action>> = {
  '/jejaring': 'network.read',
  '/kerja-sama': 'partnerships.read',
  '/kerja-sama/baru': 'partnerships.write',
  '/riset': 'research.read',
}

/** Addresses of the bars that whoever is here cannot use. A demonstration with one-click sign-in leads everybody to it by "Catat". */
export const closedPlaces = (session: KnownSession): string[] =>
  Object.keys(NEEDED).filter(
    (to) =>
      !session.actions.includes(NEEDED[to]!) &&
      !(to === '/kerja-sama/baru' && session.account === null && session.demoSignIn),
  )
