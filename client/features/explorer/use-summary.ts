import { useTranslations } from 'use-intl'
import { activeCount } from './filters.ts'
import type { ExplorerModel } from './use-explorer-model.ts'
import { useNoun } from './use-noun.ts'
import type { ExplorerView } from './view-state.ts'

/** What is in the network, or what the filters leave of it, in numbers. */
export function useSummary({ network, counted }: ExplorerModel, view: ExplorerView): string {
  const t = useTranslations('explorer')
  const noun = useNoun(network.definition)
  if (activeCount(view.filters) > 0)
    return t('summaryFiltered', { actors: noun(counted.actors), ties: t('ties', { count: counted.ties }) })
  const { n, m, records } = network.counts
  return t('summary', { actors: noun(n), ties: t('ties', { count: m }), records })
}
