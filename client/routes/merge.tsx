import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { MergeActors } from '#client/features/merge/MergeActors.tsx'
import { textParam } from '#client/ui/search-params.ts'
import { RegisterPage } from './RegisterPage.tsx'

export function MergePage() {
  const { id } = useParams({ from: '/pelaku/$id/gabung' })
  const absorb = textParam(useSearch({ from: '/pelaku/$id/gabung' })['dengan'])
  const navigate = useNavigate()
  return (
    <RegisterPage action="actors.write">
      <MergeActors
        key={`${id} ${absorb}`}
        kept={id}
        absorb={absorb}
        onChoose={(keep, other) =>
          void navigate({ to: '/pelaku/$id/gabung', params: { id: keep }, search: { dengan: other } })
        }
      />
    </RegisterPage>
  )
}
