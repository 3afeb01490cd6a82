import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { importQuery, importsQuery } from '#client/api/imports.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { Pager } from '#client/ui/Pager.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import type { Import, ImportLine } from '#shared/contract/imports.ts'
import { DiscardDialog } from './DiscardDialog.tsx'
import { ImportLineRow } from './ImportLineRow.tsx'
import { SheetDownloads } from './SheetDownloads.tsx'
import { UploadArea } from './UploadArea.tsx'

const PAGE_SIZE = 20

interface ImportListProps {
  page: number
  onPage: (page: number) => void
}

/** Where a file comes in, and every import so far: drafts go on where they stopped. */
export function ImportList({ page, onPage }: ImportListProps) {
  const t = useTranslations('imports')
  const common = useTranslations('common')
  const format = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [discarding, setDiscarding] = useState<ImportLine | null>(null)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...importsQuery(page, PAGE_SIZE),
    // Somebody else may be at work on one of them.
    staleTime: 0,
  })
  const pages = data ? Math.max(1, Math.ceil(data.total / data.pageSize)) : 1
  useTitle(t('title'))

  const begin = (started: Import) => {
    queries.setQueryData(importQuery(started.id).queryKey, started)
    void queries.invalidateQueries({ queryKey: ['imports', 'list'] })
    void navigate({ to: '/impor/$id', params: { id: started.id }, search: { step: 'columns' } })
  }

  return (
    <>
      <header className="max-w-[42rem] py-5">
        <h1 className="page-title">{t('title')}</h1>
        <p className="mt-1 text-ink-2">{t('lede')}</p>
      </header>
      <div className="import-home">
        <div className="grid content-start gap-6">
          <UploadArea onUploaded={begin} />
          {error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
          {data ? (
            <section
              className={`section ${isPlaceholderData ? 'is-previous' : ''}`}
              aria-busy={isPlaceholderData}
            >
              <h2 className="section-title">{t('list.title', { count: data.total })}</h2>
              {data.total === 0 ? <p className="mt-1 text-ink-2">{t('list.empty')}</p> : null}
              <ul className="list-rows mt-1">
                {data.rows.map((line) => (
                  <li key={line.id}>
                    <ImportLineRow line={line} onDiscard={() => setDiscarding(line)} />
                  </li>
                ))}
              </ul>
              <Pager
                label={t('list.pages')}
                page={data.page}
                pages={pages}
                status={common('unit.pageOf', {
                  page: format.integer(data.page),
                  pages: format.integer(pages),
                })}
                previous={common('action.previous')}
                next={common('action.next')}
                onPage={onPage}
              />
            </section>
          ) : null}
          {!data && !error ? (
            <section className="section" aria-busy="true">
              <p className="caption">{common('state.loading')}</p>
            </section>
          ) : null}
        </div>
        <SheetDownloads />
      </div>
      <DiscardDialog line={discarding} onClose={() => setDiscarding(null)} />
    </>
  )
}
