import { useTranslations } from 'use-intl'
import { useNames } from '../../../network/use-names.ts'
import { toCsv } from '../../../ui/csv.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { useFilterName } from '../use-filter-name.ts'
import {
  ACTOR_COLUMNS,
  actorLines,
  moreMeasures,
  type NetworkCsvWords,
  TIE_COLUMNS,
  tieLines,
} from './network-csv.ts'

/** The data behind the picture as two files: actors, and pairs that work together. */
export function useNetworkCsv(model: ExplorerModel): { actors: () => string; ties: () => string } {
  const t = useTranslations('explorerTools.csv')
  const common = useTranslations('common')
  const lines = useTranslations('explorer.lines')
  const names = useNames()
  const measureName = useFilterName()
  const columns = model.measures.columns
  const words: NetworkCsvWords = {
    role: names.role,
    sector: names.sector,
    region: names.region,
    kind: names.kind,
    actorStanding: (id) => common(`actorStanding.${id}`),
    census: (id) => common(`census.${id}`),
    standing: (id) => common(`standing.${id}`),
    line: (id) => lines(id === 'new' ? 'newPlain' : id),
    yes: t('yes'),
    no: t('no'),
  }
  return {
    actors: () =>
      toCsv(
        [...ACTOR_COLUMNS.map((column) => t(column)), ...moreMeasures(columns).map(measureName)],
        actorLines(model, columns, words),
      ),
    ties: () =>
      toCsv(
        TIE_COLUMNS.map((column) => t(`tie.${column}`)),
        tieLines(model, words),
      ),
  }
}
