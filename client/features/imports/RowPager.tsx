import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { Pager } from '#client/ui/Pager.tsx'
import type { ImportRowPage } from '#shared/contract/imports.ts'

interface RowPagerProps {
  page: Pick<ImportRowPage, 'page' | 'pageSize' | 'total'>
  label: string
  onPage: (page: number) => void
}

export function RowPager({ page, label, onPage }: RowPagerProps) {
  const common = useTranslations('common')
  const format = useFormat()
  const pages = Math.max(1, Math.ceil(page.total / page.pageSize))
  return (
    <Pager
      label={label}
      page={page.page}
      pages={pages}
      status={common('unit.pageOf', { page: format.integer(page.page), pages: format.integer(pages) })}
      previous={common('action.previous')}
      next={common('action.next')}
      onPage={onPage}
    />
  )
}
