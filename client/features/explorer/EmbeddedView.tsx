import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { embedQuery } from '../../api/embeds.ts'
import { actorNetworkQuery } from '../../api/network.ts'
import { LoadFailed } from '../../network/LoadFailed.tsx'
import { useNames } from '../../network/use-names.ts'
import { Tag } from '../../ui/Tag.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { useTitle } from '../../ui/use-title.ts'
import { LookLegend } from './appearance/LookLegend.tsx'
import { useCaption } from './appearance/use-caption.ts'
import { EmbeddedFailed } from './EmbeddedFailed.tsx'
import { EmbeddedSectors } from './EmbeddedSectors.tsx'
import { LineLegend } from './LineLegend.tsx'
import { Middle } from './Middle.tsx'
import { lastOfSeveral } from './time/last-of-several.ts'
import { comparedModel, useComparison } from './time/use-comparison.ts'
import { type ExplorerModel, useExplorerModel } from './use-explorer-model.ts'
import { useSummary } from './use-summary.ts'
import { type ExplorerView, readView } from './view-state.ts'

/** Wide enough for the legend beside the picture. */
const WIDE = '(min-width: 44rem)'

/** A view on another site's page: the picture of a signed link with its legend and its source, and nothing to change anything with. */
export function EmbeddedView({ token }: { token: string }) {
  const common = useTranslations('common.state')
  useTitle(useTranslations('explorer')('title'))
  const { data, error, refetch } = useQuery(embedQuery(token))
  if (error)
    return (
      <EmbeddedFailed>
        <LoadFailed error={error} onRetry={() => void refetch()} />
      </EmbeddedFailed>
    )
  if (!data) return <p className="caption explorer-wait">{common('loading')}</p>
  if (data.shows === 'sectors') return <EmbeddedSectors on={data.on} />
  return <Granted search={data.view} revision={data.revision} />
}

function Granted({ search, revision }: { search: string; revision: number }) {
  const common = useTranslations('common.state')
  const granted = { ...readView(Object.fromEntries(new URLSearchParams(search))), known: String(revision) }
  const [view, setView] = useState<ExplorerView>(granted)
  const query = useQuery(
    actorNetworkQuery({
      on: view.on ?? undefined,
      definition: view.definition === 'official' ? undefined : view.definition,
      known: String(revision),
    }),
  )
  const model = useExplorerModel(query.data, view)
  if (query.isError)
    return (
      <EmbeddedFailed>
        <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
      </EmbeddedFailed>
    )
  if (!model) return <p className="caption explorer-wait">{common('loading')}</p>
  const address = new URLSearchParams(search)
  address.set('known', String(revision))
  // Legends may be pressed and the picture moved; another date or another person is looked up in the product itself.
  const change = (part: Partial<ExplorerView>) =>
    setView({ ...view, ...part, on: view.on, known: view.known, actor: null, focus: null })
  return <Embedded model={model} view={view} change={change} address={`/jejaring?${address}`} />
}

interface EmbeddedProps {
  model: ExplorerModel
  view: ExplorerView
  change: (part: Partial<ExplorerView>) => void
  /** The same view in the product. */
  address: string
}

function Embedded({ model, view, change, address }: EmbeddedProps) {
  const t = useTranslations('explorerTools')
  const common = useTranslations('common')
  const city = useNames().reference?.city
  const summary = useSummary(model, view)
  const wide = useMedia(WIDE)
  const caption = useCaption(model, view)
  const comparison = useComparison(view, model)
  const shown = comparison ? comparedModel(model, comparison) : model
  const tab = view.tab ?? 'graph'
  const several = comparison ? null : lastOfSeveral(view, tab, model.network.on, city?.lastOn)
  return (
    <>
      <h1 className="explorer-summary">
        {summary} {city?.demonstration ? <Tag dashed>{common('app.demo')}</Tag> : null}
      </h1>
      <div className="embedded-body" data-tab={tab}>
        <div className="explorer-middle">
          <Middle {...{ model, view, change, tab, wide, comparison, several }} embedded />
        </div>
        {/* The twins have their own. */}
        {tab === 'graph' ? (
          <>
            <div className="embedded-legend">
              <LookLegend model={shown} view={view} change={change} />
            </div>
            {several ? null : (
              <div className="embedded-legend embedded-lines">
                <LineLegend model={shown} view={view} change={change} />
              </div>
            )}
          </>
        ) : null}
      </div>
      <p className="caption embedded-source">
        {t('take.source', { source: caption.source, url: '' })}{' '}
        <a href={address} target="_blank" rel="noopener">
          {t('embed.open')}
        </a>
      </p>
    </>
  )
}
