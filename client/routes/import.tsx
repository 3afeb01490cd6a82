import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ImportWizard } from '#client/features/imports/ImportWizard.tsx'
import { readImportSearch } from '#client/features/imports/import-search.ts'
import { ImportPageFrame } from './ImportPageFrame.tsx'

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
