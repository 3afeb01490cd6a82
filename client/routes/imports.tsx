import { useNavigate, useSearch } from '@tanstack/react-router'
import { ImportList } from '#client/features/imports/ImportList.tsx'
import { pageParam } from '#client/ui/search-params.ts'
import { ImportPageFrame } from './ImportPageFrame.tsx'

export function ImportsPage() {
  const page = pageParam(useSearch({ from: '/impor' })['page']) ?? 1
  const navigate = useNavigate({ from: '/impor' })
  return (
    <ImportPageFrame>
      <ImportList
        page={page}
        onPage={(to) => void navigate({ search: { page: to === 1 ? undefined : to } })}
      />
    </ImportPageFrame>
  )
}
