import { History, ListTodo, type LucideIcon, Settings } from 'lucide-react'
import type { Destination } from './destinations.ts'

/** What the menu "Lainnya" holds; fetched with it. */
export const MORE_DESTINATIONS: readonly (Destination & { icon: LucideIcon })[] = [
  { to: '/tugas', label: 'tasks', action: 'tasks.read', icon: ListTodo },
  { to: '/riwayat', label: 'history', icon: History },
  { to: '/pengaturan', label: 'settings', icon: Settings },
]
