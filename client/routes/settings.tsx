import '#client/styles/staff.css'
import { SettingsSections } from '#client/features/settings/SettingsSections.tsx'

export function SettingsPage() {
  return (
    <main id="isi" className="page w-full" tabIndex={-1}>
      <SettingsSections />
    </main>
  )
}
