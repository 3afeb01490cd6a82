import { LayoutDashboard, type LucideIcon, Waypoints } from 'lucide-react'
import type { Messages } from '#shared/i18n/messages-id.ts'

export interface Destination {
  to: string
  label: keyof Messages['common']['nav']
  icon: LucideIcon
  /** `main`: in the bar, in this order; `log`: the button; `more`: in the menu "Lainnya". */
  place: 'main' | 'log' | 'more'
}

/** What the navigation shows: only addresses that exist. A page adds its line together with its route. */
export const DESTINATIONS: readonly Destination[] = [
  { to: '/', label: 'overview', icon: LayoutDashboard, place: 'main' },
  { to: '/jejaring', label: 'explorer', icon: Waypoints, place: 'main' },
]
