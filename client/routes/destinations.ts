import {
  Handshake,
  History,
  LayoutDashboard,
  type LucideIcon,
  Plus,
  Settings,
  Users,
  Waypoints,
} from 'lucide-react'
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
  { to: '/pelaku', label: 'actors', icon: Users, place: 'main' },
  { to: '/kerja-sama', label: 'partnerships', icon: Handshake, place: 'main' },
  { to: '/kerja-sama/baru', label: 'log', icon: Plus, place: 'log' },
  { to: '/riwayat', label: 'history', icon: History, place: 'more' },
  { to: '/pengaturan', label: 'settings', icon: Settings, place: 'more' },
]
