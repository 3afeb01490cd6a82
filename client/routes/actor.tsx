import { useParams, useSearch } from '@tanstack/react-router'
import { lazy } from 'react'
import { useMay } from '#client/api/session.ts'
import { ActorProfile } from '#client/features/actors/ActorProfile.tsx'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { textParam } from '#client/ui/search-params.ts'
import { RegisterPage } from './RegisterPage.tsx'

const ActorConsent = lazy(() =>
  import('./ActorConsent.tsx').then(({ ActorConsent }) => ({ default: ActorConsent })),
)

export function ActorPage() {
  const { id } = useParams({ from: '/pelaku/$id' })
  const { on, definition } = useSearch({ from: '__root__' })
  const from = textParam(useSearch({ from: '/pelaku/$id' })['dari'])
  const keepsConsents = useMay('actors.write')
  return (
    <RegisterPage action="actors.read">
      <ActorProfile key={id} id={id} view={{ on, definition }} mergedFrom={from}>
        {(detail) =>
          keepsConsents ? (
            <LazyPart>
              <ActorConsent detail={detail} />
            </LazyPart>
          ) : null
        }
      </ActorProfile>
    </RegisterPage>
  )
}
