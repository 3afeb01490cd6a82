import '#client/styles/staff.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { lazy } from 'react'
import { useMay } from '#client/api/session.ts'
import { ActorProfile } from '#client/features/actors/ActorProfile.tsx'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { Guarded } from './Guarded.tsx'

const ActorConsent = lazy(() =>
  import('./ActorConsent.tsx').then(({ ActorConsent }) => ({ default: ActorConsent })),
)

export function ActorPage() {
  const { id } = useParams({ from: '/pelaku/$id' })
  const { on, definition } = useSearch({ from: '__root__' })
  const keepsConsents = useMay('actors.write')
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <Guarded action="actors.read">
        <ActorProfile key={id} id={id} view={{ on, definition }}>
          {(detail) =>
            keepsConsents ? (
              <LazyPart>
                <ActorConsent detail={detail} />
              </LazyPart>
            ) : null
          }
        </ActorProfile>
      </Guarded>
    </main>
  )
}
