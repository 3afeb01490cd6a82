import { SettingsSections } from '#client/features/settings/SettingsSections.tsx'
import { RegisterPage } from './RegisterPage.tsx'

export function SettingsPage() {
  return (
    <RegisterPage action="aggregates.read">
      <SettingsSections />
    </RegisterPage>
  )
}
