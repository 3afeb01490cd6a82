import type { Action } from '#shared/contract/rights.ts'
import type { Messages } from '#shared/i18n/messages-id.ts'

export interface Destination {
  to: string
  label: keyof Messages['common']['nav']
  /** `main`: in the bar, in this order; `log`: the button. What is in the menu "Lainnya" alone stands in `more-destinations.ts`. */
  place?: 'main' | 'log'
  /** Shown to those alone who may. */
  action?: Action
}

/** What the navigation shows: only addresses that exist. A page adds its line here, its icon in `destination-icons.ts`. */
export const DESTINATIONS: readonly Destination[] = [
  { to: '/', label: 'overview', place: 'main' },
  { to: '/jejaring', label: 'explorer', place: 'main' },
  { to: '/pelaku', label: 'actors', place: 'main' },
  { to: '/kerja-sama', label: 'partnerships', place: 'main' },
  { to: '/riset', label: 'research', place: 'main' },
  { to: '/kerja-sama/baru', label: 'log', place: 'log' },
]
