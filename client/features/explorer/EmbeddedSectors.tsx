import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { overviewQuery } from '#client/api/insights.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { PublicNote } from '#client/network/PublicNote.tsx'
import { SectorMapLegend } from '#client/network/SectorMapLegend.tsx'
import { SectorPicture } from '#client/network/SectorPicture.tsx'
import { useNames } from '#client/network/use-names.ts'
import { useSectorLayout } from '#client/network/use-sector-layout.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Overview } from '#shared/contract/insights.ts'
import type { City } from '#shared/contract/reference.ts'
import { EmbeddedFailed } from './EmbeddedFailed.tsx'
import { LevelGroups } from './LevelGroups.tsx'

/** An embedded view of a register of real people: its sectors at the end of a quarter, as everybody may read them, and nobody's name. */
export function EmbeddedSectors({ on }: { on: string }) {
  const common = useTranslations('common.state')
  const city = useNames().reference?.city
  const { data, error, refetch } = useQuery(overviewQuery({ on, definition: undefined }))
  if (error)
    return (
      <EmbeddedFailed>
        <LoadFailed error={error} onRetry={() => void refetch()} />
      </EmbeddedFailed>
    )
  if (!data || !city) return <p className="caption explorer-wait">{common('loading')}</p>
  return <Sectors overview={data} city={city} on={on} />
}

function Sectors({ overview, city, on }: { overview: Overview; city: City; on: string }) {
  const t = useTranslations('explorerTools.embed')
  const map = useTranslations('overview.map')
  const format = useFormat()
  const [active, setActive] = useState<string | null>(null)
  const { layout, title } = useSectorLayout(overview)
  const address = `/?on=${on}`
  return (
    <>
      <h1 className="explorer-summary">{t('sectors', { city: city.name, date: format.date(on) })}</h1>
      {overview.smallCells?.withheld ? (
        <p>{t('tooFew', { minimum: format.integer(overview.smallCells.minimum) })}</p>
      ) : (
        <div className="embedded-body embedded-sectors">
          <div>
            <h2 className="panel-title">{title}</h2>
            <p className="caption">{map('caption', { noun: city.noun })}</p>
            <SectorPicture
              overview={overview}
              noun={city.noun}
              layout={layout}
              title={title}
              active={active}
              onActivate={setActive}
              hrefOf={() => address}
              onFollow={() => window.open(address, '_blank', 'noopener')}
            />
            <SectorMapLegend most={layout.most} sectors={overview.sectors} />
          </div>
          <div className="embedded-legend">
            <LevelGroups sectors={overview.sectors} plain />
          </div>
        </div>
      )}
      <p className="caption embedded-source">{t('whySectors')}</p>
      {overview.smallCells && !overview.smallCells.withheld ? (
        <PublicNote cells={overview.smallCells} on={on} noun={city.noun} />
      ) : null}
      <p className="caption">
        {t('source', { city: city.name, revision: String(overview.revision) })}{' '}
        <a href={address} target="_blank" rel="noopener">
          {t('open')}
        </a>
      </p>
    </>
  )
}
