import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ImportList } from '#client/features/imports/ImportList.tsx'
import { ImportWizard } from '#client/features/imports/ImportWizard.tsx'
import { readImportSearch } from '#client/features/imports/import-search.ts'
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

export function ImportPage() {
  const { id } = useParams({ from: '/impor/$id' })
  const raw = useSearch({ from: '/impor/$id' })
  const search = useMemo(() => readImportSearch({ ...raw }), [raw])
  const navigate = useNavigate({ from: '/impor/$id' })
  return (
    <ImportPageFrame>
      <ImportWizard
        key={id}
        id={id}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
    </ImportPageFrame>
  )
}
