import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { PartnershipList } from '#client/features/partnerships/PartnershipList.tsx'
import { readPartnershipSearch } from '#client/features/partnerships/partnership-search.ts'
import { RegisterPage } from './RegisterPage.tsx'

export function PartnershipsPage() {
  const raw = useSearch({ from: '/kerja-sama' })
  const search = useMemo(() => readPartnershipSearch({ ...raw }), [raw])
  const navigate = useNavigate({ from: '/kerja-sama' })
  return (
    <RegisterPage action="partnerships.read">
      <PartnershipList
        search={search}
        onSearch={(changes) =>
          void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })
        }
      />
    </RegisterPage>
  )
}
