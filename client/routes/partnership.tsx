import { useParams, useSearch } from '@tanstack/react-router'
import { PartnershipProfile } from '#client/features/partnerships/PartnershipProfile.tsx'
import { RegisterPage } from './RegisterPage.tsx'

export function PartnershipPage() {
  const { id } = useParams({ from: '/kerja-sama/$id' })
  const { on, definition } = useSearch({ from: '__root__' })
  return (
    <RegisterPage action="partnerships.read">
      <PartnershipProfile key={id} id={id} view={{ on, definition }} />
    </RegisterPage>
  )
}
