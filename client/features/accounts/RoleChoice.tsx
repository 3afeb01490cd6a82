import { useTranslations } from 'use-intl'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { ACCOUNT_ROLES, type AccountRole } from '#shared/contract/rights.ts'

interface RoleChoiceProps {
  value: AccountRole
  onChange: (role: AccountRole) => void
  error?: string | undefined
}

/** The roles, each with what it may do. */
export function RoleChoice({ value, onChange, error }: RoleChoiceProps) {
  const t = useTranslations('accounts')
  return (
    <ChoiceGroup
      legend={t('people.column.role')}
      name="peran"
      layout="list"
      choices={ACCOUNT_ROLES.map((role) => ({
        value: role,
        label: t(`role.${role}`),
        detail: t(`roleMay.${role}`),
      }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
