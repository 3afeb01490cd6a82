import type { Messages } from '#shared/i18n/messages-id.ts'

export interface Destination {
  to: string
  label: keyof Messages['common']['nav']
  /** `main`: in the bar, in this order; `log`: the button; `more`: in the menu "Lainnya". */
  place: 'main' | 'log' | 'more'
}

/** What the navigation shows: only addresses that exist. A page adds its line here, its icon in `destination-icons.ts`. */
export const DESTINATIONS: readonly Destination[] = [
  { to: '/', label: 'overview', place: 'main' },
  { to: '/jejaring', label: 'explorer', place: 'main' },
  { to: '/pelaku', label: 'actors', place: 'main' },
  { to: '/kerja-sama', label: 'partnerships', place: 'main' },
  { to: '/riset', label: 'research', place: 'main' },
  { to: '/kerja-sama/baru', label: 'log', place: 'log' },
  { to: '/riwayat', label: 'history', place: 'more' },
  { to: '/pengaturan', label: 'settings', place: 'more' },
]
