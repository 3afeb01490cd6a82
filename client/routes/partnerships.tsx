import '#client/styles/staff.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { PartnershipList } from '#client/features/partnerships/PartnershipList.tsx'
import { readPartnershipSearch } from '#client/features/partnerships/partnership-search.ts'
import { Guarded } from './Guarded.tsx'

export function PartnershipsPage() {
  const raw = useSearch({ from: '/kerja-sama' })
  const search = useMemo(() => readPartnershipSearch({ ...raw }), [raw])
  const navigate = useNavigate({ from: '/kerja-sama' })
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <Guarded action="partnerships.read">
        <PartnershipList
          search={search}
          onSearch={(changes) =>
            void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })
          }
        />
      </Guarded>
    </main>
  )
}
