import {
  Circle,
  FlaskConical,
  Handshake,
  History,
  LayoutDashboard,
  type LucideIcon,
  Plus,
  Settings,
  Users,
  Waypoints,
} from 'lucide-react'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  '/': LayoutDashboard,
  '/jejaring': Waypoints,
  '/pelaku': Users,
  '/kerja-sama': Handshake,
  '/kerja-sama/baru': Plus,
  '/riset': FlaskConical,
  '/riwayat': History,
  '/pengaturan': Settings,
}

export const iconOf = (to: string): LucideIcon => ICONS[to] ?? Circle
