import '#client/styles/staff.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ActorList } from '#client/features/actors/ActorList.tsx'

export function ActorsPage() {
  const search = useSearch({ from: '/pelaku' })
  const navigate = useNavigate({ from: '/pelaku' })
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <ActorList
        search={search}
        onSearch={(changes) =>
          void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })
        }
      />
    </main>
  )
}
