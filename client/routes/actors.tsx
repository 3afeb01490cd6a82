import '#client/styles/staff.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ActorList } from '#client/features/actors/ActorList.tsx'
import { readActorSearch } from '#client/features/actors/actor-search.ts'
import { Guarded } from './Guarded.tsx'

export function ActorsPage() {
  const raw = useSearch({ from: '/pelaku' })
  const search = useMemo(() => readActorSearch({ ...raw }), [raw])
  const navigate = useNavigate({ from: '/pelaku' })
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <Guarded action="actors.read">
        <ActorList
          search={search}
          onSearch={(changes) =>
            void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })
          }
        />
      </Guarded>
    </main>
  )
}
