import { useTranslations } from 'use-intl'
import { useNames } from '../../../network/use-names.ts'
import type { CsvCell } from '../../../ui/csv.ts'
import { useLooks } from '../use-looks.ts'
import type { ComparedNetworks } from './compare-networks.ts'
import { type Comparison, TOLD_ACTORS, TOLD_TIES } from './comparison.ts'
import type { LevelChanges } from './use-comparison.ts'

/** Every change as one table: pairs, actors, sectors. */
export function useChangeCsv(
  { index }: ComparedNetworks,
  { ties, actors }: Comparison,
  levels: LevelChanges | null,
): { head: readonly string[]; rows: () => CsvCell[][] } {
  const t = useTranslations('explorer.compare')
  const level = useTranslations('common.level')
  const names = useNames()
  const looks = useLooks()
  const { network } = index
  const actor = (row: number): CsvCell[] => [
    network.actors.id[row],
    network.actors.name[row],
    looks.ofRow(network, row).name,
  ]
  return {
    head: (['what', 'change', 'idA', 'nameA', 'sectorA', 'idB', 'nameB', 'sectorB', 'since'] as const).map(
      (column) => t(`csv.${column}`),
    ),
    rows: () => [
      ...TOLD_TIES.flatMap((change) =>
        ties[change].map((tie) => [
          t('csv.tie'),
          t(`tie.${change}`),
          ...actor(network.ties.a[tie]!),
          ...actor(network.ties.b[tie]!),
          network.ties.since[tie],
        ]),
      ),
      ...TOLD_ACTORS.flatMap((change) =>
        actors[change].map((row) => [
          t('csv.actor'),
          t(`actor.${change}`),
          ...actor(row),
          null,
          null,
          null,
          null,
        ]),
      ),
      ...(levels?.changed ?? []).map((sector) => [
        t('csv.level'),
        `${level(sector.before.level)} → ${level(sector.level)}`,
        sector.sectorId,
        names.sector(sector.sectorId),
        null,
        null,
        null,
        null,
        null,
      ]),
    ],
  }
}
