import '#client/styles/staff.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { HistoryList } from '#client/features/history/HistoryList.tsx'
import { readHistorySearch } from '#client/features/history/history-search.ts'
import { Guarded } from './Guarded.tsx'

export function HistoryPage() {
  const raw = useSearch({ from: '/riwayat' })
  const search = useMemo(() => readHistorySearch({ ...raw }), [raw])
  const navigate = useNavigate({ from: '/riwayat' })
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <Guarded action="history.read">
        <HistoryList
          search={search}
          onSearch={(changes) => void navigate({ search: (before) => ({ ...before, ...changes }) })}
        />
      </Guarded>
    </main>
  )
}
