import '#client/styles/staff.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { ActorProfile } from '#client/features/actors/ActorProfile.tsx'
import { Guarded } from './Guarded.tsx'

export function ActorPage() {
  const { id } = useParams({ from: '/pelaku/$id' })
  const { on, definition } = useSearch({ from: '__root__' })
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <Guarded action="actors.read">
        <ActorProfile key={id} id={id} view={{ on, definition }} />
      </Guarded>
    </main>
  )
}
