import '#client/styles/staff.css'
import '#client/styles/research.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ResearchView } from '#client/features/research/ResearchView.tsx'
import { readResearchSearch } from '#client/features/research/research-search.ts'
import { Guarded } from './Guarded.tsx'
import { pageWords } from './PageWords.tsx'

const ResearchWords = pageWords('research', {
  id: () => import('#shared/i18n/id/research.ts'),
  en: () => import('#shared/i18n/en/research.ts'),
})

/** Every measure with its definition, its tests, its history, its data and its code. */
export function ResearchPage() {
  const t = useTranslations('common.state')
  const search = readResearchSearch(useSearch({ from: '/riset' }))
  const navigate = useNavigate({ from: '/riset' })
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <Guarded action="research.read">
        <ResearchWords waiting={<p className="caption py-5">{t('loading')}</p>}>
          <ResearchView
            search={search}
            // A parameter that goes is named as undefined: date and definition are otherwise kept by the router.
            onSearch={(changes, replace) => void navigate({ search: { ...search, ...changes }, replace })}
          />
        </ResearchWords>
      </Guarded>
    </main>
  )
}
