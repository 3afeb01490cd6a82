import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { figuresQuery, researchCatalogQuery } from '#client/api/research.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { useDefinitionWords } from '#client/network/use-definition-words.ts'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import type { Figures } from '#shared/contract/research.ts'
import { FigureTableSection } from './FigureTableSection.tsx'
import { NetworkControls } from './NetworkControls.tsx'
import { NetworkFigures } from './NetworkFigures.tsx'
import { NullModelSection } from './NullModelSection.tsx'
import { ResearchContext, type ResearchModel } from './ResearchContext.ts'
import { ResearchTabs } from './ResearchTabs.tsx'
import { networkOf, type ResearchSearch } from './research-search.ts'
import { SeriesSection } from './SeriesSection.tsx'
import { SnippetSection } from './SnippetSection.tsx'

interface ResearchViewProps {
  search: ResearchSearch
  onSearch: ResearchModel['change']
}

export function ResearchView({ search, onSearch }: ResearchViewProps) {
  const t = useTranslations('research')
  const common = useTranslations('common')
  const { data: catalog, error, refetch } = useQuery(researchCatalogQuery())
  useTitle(common('nav.research'))
  const model = useMemo(
    () =>
      catalog && {
        search,
        change: onSearch,
        catalog,
        measures: new Map(catalog.measures.map((measure) => [measure.id, measure])),
        view: { on: search.on, definition: search.definition, partition: search.partition },
      },
    [catalog, search, onSearch],
  )
  if (!model)
    return (
      <>
        <h1 className="page-title py-5">{common('nav.research')}</h1>
        {error ? (
          <LoadFailed error={error} onRetry={() => void refetch()} />
        ) : (
          <p className="caption">{common('state.loading')}</p>
        )}
      </>
    )
  return (
    <ResearchContext value={model}>
      <Head search={search} />
      <NetworkControls />
      <ResearchTabs />
      <section className="research-body" aria-label={t(`show.${search.show ?? 'network'}`)}>
        <Shown search={search} />
      </section>
      <SnippetSection />
    </ResearchContext>
  )
}

function Shown({ search }: { search: ResearchSearch }) {
  const { show = 'network' } = search
  if (show === 'network') return <NetworkFigures />
  if (show === 'series') return <SeriesSection />
  if (show === 'test') return <NullModelSection />
  return <FigureTableSection key={show} table={show} />
}

function Head({ search }: { search: ResearchSearch }) {
  const t = useTranslations('research')
  const names = useNames()
  // The cheapest question there is: how many actors and ties.
  const { data } = useQuery(figuresQuery({ ...networkOf(search), table: 'network', columns: 'density' }))
  // By the widest definition others than businesses count too.
  const noun = search.definition === 'helix' ? 'actor' : (names.reference?.city.noun ?? 'business')
  return (
    <header className="research-title py-5">
      <h1 className="page-title">
        {data
          ? t(data.n < 2 ? 'title.none' : 'title.some', {
              n: data.n,
              m: data.m,
              pairs: (data.n * (data.n - 1)) / 2,
              noun,
            })
          : t('title.waiting')}
      </h1>
      <p className="mt-1 text-ink-2">{t('lede')}</p>
      {data ? <Provenance figures={data} /> : null}
    </header>
  )
}

/** What the figures are of, so that they can be cited and had again. */
function Provenance({ figures }: { figures: Figures }) {
  const t = useTranslations('research')
  const locale = useLocale()
  const format = useFormat()
  const names = useNames()
  const rule = useDefinitionWords(figures.definition)
  const partition = names.reference?.partitions.find(({ id }) => id === figures.partitionId)
  return (
    <p className="caption mt-1">
      {t('provenance', {
        on: figures.on === 'all' ? t('allDates') : format.date(figures.on),
        definition: rule?.name ?? figures.definition,
        version: String(figures.definitionVersion),
        partition: (locale === 'en' ? partition?.nameEn : partition?.nameId) ?? figures.partitionId,
        revision: String(figures.revision),
      })}
    </p>
  )
}
