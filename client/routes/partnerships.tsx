import { useNavigate, useSearch } from '@tanstack/react-router'
import { PartnershipList } from '#client/features/partnerships/PartnershipList.tsx'
import { readPartnershipSearch } from '#client/features/partnerships/partnership-search.ts'
import { RegisterPage } from './RegisterPage.tsx'

export function PartnershipsPage() {
  const search = readPartnershipSearch(useSearch({ from: '/kerja-sama' }))
  const navigate = useNavigate({ from: '/kerja-sama' })
  return (
    <RegisterPage>
      <PartnershipList
        search={search}
        onSearch={(changes) =>
          void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })
        }
      />
    </RegisterPage>
  )
}
