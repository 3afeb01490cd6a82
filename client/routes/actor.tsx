import { useParams, useSearch } from '@tanstack/react-router'
import { ActorProfile } from '#client/features/actors/ActorProfile.tsx'
import { textParam } from '#client/ui/search-params.ts'
import { RegisterPage } from './RegisterPage.tsx'

export function ActorPage() {
  const { id } = useParams({ from: '/pelaku/$id' })
  const { on, definition } = useSearch({ from: '__root__' })
  const from = textParam(useSearch({ from: '/pelaku/$id' })['dari'])
  return (
    <RegisterPage action="actors.read">
      <ActorProfile key={id} id={id} view={{ on, definition }} mergedFrom={from} />
    </RegisterPage>
  )
}
