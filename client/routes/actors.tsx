import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, useMemo } from 'react'
import { useSession } from '#client/api/session.ts'
import { ActorList } from '#client/features/actors/ActorList.tsx'
import { readActorSearch } from '#client/features/actors/actor-search.ts'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { RegisterPage } from './RegisterPage.tsx'

const PublicActors = lazy(() =>
  import('./PublicActors.tsx').then(({ PublicActors }) => ({ default: PublicActors })),
)

export function ActorsPage() {
  const session = useSession()
  const cardsAlone = session?.account === null && !session.actions.includes('actors.read')
  const raw = useSearch({ from: '/pelaku' })
  const search = useMemo(() => readActorSearch({ ...raw }), [raw])
  const navigate = useNavigate({ from: '/pelaku' })
  // an address that opens a form asks for the right to fill it in
  const action = search.add ? 'actors.write' : 'actors.read'
  if (cardsAlone && !search.add)
    return (
      <main id="isi" className="page w-full pb-12" tabIndex={-1}>
        <LazyPart>
          <PublicActors />
        </LazyPart>
      </main>
    )
  return (
    <RegisterPage action={action}>
      <ActorList
        search={search}
        onSearch={(changes) =>
          void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })
        }
      />
    </RegisterPage>
  )
}
