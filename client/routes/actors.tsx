import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ActorList } from '#client/features/actors/ActorList.tsx'
import { readActorSearch } from '#client/features/actors/actor-search.ts'
import { RegisterPage } from './RegisterPage.tsx'

export function ActorsPage() {
  const raw = useSearch({ from: '/pelaku' })
  const search = useMemo(() => readActorSearch({ ...raw }), [raw])
  const navigate = useNavigate({ from: '/pelaku' })
  return (
    <RegisterPage action="actors.read">
      <ActorList
        search={search}
        onSearch={(changes) =>
          void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })
        }
      />
    </RegisterPage>
  )
}
