import '#client/styles/staff.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { PartnershipList } from '#client/features/partnerships/PartnershipList.tsx'

export function PartnershipsPage() {
  const search = useSearch({ from: '/kerja-sama' })
  const navigate = useNavigate({ from: '/kerja-sama' })
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <PartnershipList
        search={search}
        onSearch={(changes) =>
          void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })
        }
      />
    </main>
  )
}
