import { useNavigate, useSearch } from '@tanstack/react-router'
import { HistoryList } from '#client/features/history/HistoryList.tsx'
import { readHistorySearch } from '#client/features/history/history-search.ts'
import { RegisterPage } from './RegisterPage.tsx'

export function HistoryPage() {
  const search = readHistorySearch(useSearch({ from: '/riwayat' }))
  const navigate = useNavigate({ from: '/riwayat' })
  return (
    <RegisterPage>
      <HistoryList
        search={search}
        onSearch={(changes) => void navigate({ search: (before) => ({ ...before, ...changes }) })}
      />
    </RegisterPage>
  )
}
