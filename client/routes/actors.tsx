import { useNavigate, useSearch } from '@tanstack/react-router'
import { ActorList } from '#client/features/actors/ActorList.tsx'
import { readActorSearch } from '#client/features/actors/actor-search.ts'
import { RegisterPage } from './RegisterPage.tsx'

export function ActorsPage() {
  const search = readActorSearch(useSearch({ from: '/pelaku' }))
  const navigate = useNavigate({ from: '/pelaku' })
  return (
    <RegisterPage>
      <ActorList
        search={search}
        onSearch={(changes) =>
          void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })
        }
      />
    </RegisterPage>
  )
}
