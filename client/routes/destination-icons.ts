import {
  Circle,
  FlaskConical,
  Handshake,
  LayoutDashboard,
  type LucideIcon,
  Plus,
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
}

export const iconOf = (to: string): LucideIcon => ICONS[to] ?? Circle
