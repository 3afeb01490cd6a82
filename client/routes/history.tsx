import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { HistoryList } from '#client/features/history/HistoryList.tsx'
import { readHistorySearch } from '#client/features/history/history-search.ts'
import { RegisterPage } from './RegisterPage.tsx'

export function HistoryPage() {
  const raw = useSearch({ from: '/riwayat' })
  const search = useMemo(() => readHistorySearch({ ...raw }), [raw])
  const navigate = useNavigate({ from: '/riwayat' })
  return (
    <RegisterPage action="history.read">
      <HistoryList
        search={search}
        onSearch={(changes) => void navigate({ search: (before) => ({ ...before, ...changes }) })}
      />
    </RegisterPage>
  )
}
