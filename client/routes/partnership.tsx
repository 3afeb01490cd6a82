import '#client/styles/staff.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { PartnershipProfile } from '#client/features/partnerships/PartnershipProfile.tsx'
import { Guarded } from './Guarded.tsx'

export function PartnershipPage() {
  const { id } = useParams({ from: '/kerja-sama/$id' })
  const { on, definition } = useSearch({ from: '__root__' })
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <Guarded action="partnerships.read">
        <PartnershipProfile key={id} id={id} view={{ on, definition }} />
      </Guarded>
    </main>
  )
}
