import '#client/styles/staff.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { ActorProfile } from '#client/features/actors/ActorProfile.tsx'

export function ActorPage() {
  const { id } = useParams({ from: '/pelaku/$id' })
  const { on, definition } = useSearch({ from: '__root__' })
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <ActorProfile key={id} id={id} view={{ on, definition }} />
    </main>
  )
}
