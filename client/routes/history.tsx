import '#client/styles/staff.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { HistoryList } from '#client/features/history/HistoryList.tsx'

export function HistoryPage() {
  const search = useSearch({ from: '/riwayat' })
  const navigate = useNavigate({ from: '/riwayat' })
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <HistoryList
        search={search}
        onSearch={(changes) => void navigate({ search: (before) => ({ ...before, ...changes }) })}
      />
    </main>
  )
}
