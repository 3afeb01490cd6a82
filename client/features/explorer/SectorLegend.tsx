import { useTranslations } from 'use-intl'
import type { Sector } from '#shared/contract/reference.ts'
import type { SectorGroup } from '#shared/contract/vocabulary.ts'
import { SectorMark } from '../../network/SectorMark.tsx'
import { useNames } from '../../network/use-names.ts'
import { keeps, onlyThese, switched } from './choice.ts'
import type { FilterProps } from './FilterPanel.tsx'
import { withFilter } from './filters.ts'
import { LegendButton } from './LegendButton.tsx'
import { valuesOf } from './use-filter-options.ts'

/** The colours as a list that counts and filters: by colour group, empty sectors named at the end. */
export function SectorLegend({ model, view, change }: FilterProps) {
  const t = useTranslations('explorer.legend')
  const pick = useTranslations('explorer.pick')
  const names = useNames()
  const universe = [...valuesOf(model, 'sector')]
  const there = new Set(universe)
  const partition = names.reference?.partitions.find(({ id }) => id === model.network.partitionId)
  const sectors = [...(partition?.sectors ?? [])].sort((a, b) => a.position - b.position)
  const known = new Set(sectors.map(({ id }) => id))
  const others = universe.filter((id) => id === '' || !known.has(id))
  const choice = view.filters.sector

  const entry = (id: string) => {
    const look = model.looks.ofSector(id)
    const on = keeps(choice, id)
    return (
      <li key={id}>
        <LegendButton
          on={on}
          name={id === '' ? t('withoutSector') : look.name}
          count={model.filtered.facets.sector.get(id) ?? 0}
          mark={<SectorMark group={on ? look.group : null} shape={look.shape} />}
          onSwitch={() =>
            change({ filters: withFilter(view.filters, 'sector', switched(choice, [id], !on, universe)) })
          }
          onPick={() => {
            const others = view.pick.filter((pick) => !(pick.by === 'sector' && pick.id === id))
            const isPicked = others.length < view.pick.length
            change({ pick: isPicked ? others : [...others, { by: 'sector', id }] })
          }}
          onOnly={() =>
            change({ filters: withFilter(view.filters, 'sector', onlyThese(choice, [id], universe)) })
          }
        />
      </li>
    )
  }
  return (
    <section className="legend" aria-labelledby="legend-sectors">
      <h2 className="panel-title" id="legend-sectors">
        {t('title')} <small title={`${t('altHint')} · ${pick('legendHint')}`}>{t('hint')}</small>
      </h2>
      <ul>
        {grouped(sectors.filter(({ id }) => there.has(id))).map(({ group, members }) =>
          members.length > 1 && group !== null ? (
            <li key={group}>
              <span className="legend-group" id={`legend-${group}`}>
                {t(`group.${group}`)}
              </span>
              <ul aria-labelledby={`legend-${group}`}>{members.map(({ id }) => entry(id))}</ul>
            </li>
          ) : (
            members.map(({ id }) => entry(id))
          ),
        )}
        {others.map(entry)}
      </ul>
      <Absent model={model} />
    </section>
  )
}

/** Who is not there at all, and by which list: the same answer as on the overview. */
function Absent({ model }: Pick<FilterProps, 'model'>) {
  const t = useTranslations('explorer.legend')
  const names = useNames()
  const { absent, partitionId } = model.network
  const partition = names.partition(absent.partitionId)
  const list = absent.sectorIds.map((id) => names.sectorShort(id)).join(', ')
  return (
    <p className="legend-absent">
      {list === ''
        ? t('absentNone', { partition })
        : absent.partitionId === partitionId
          ? t('absent', { names: list })
          : t('absentOf', { partition, names: list })}
    </p>
  )
}

interface GroupedSectors {
  group: SectorGroup | null
  members: Sector[]
}

/** Neighbours of one colour group together, in the order of the partition. */
function grouped(sectors: readonly Sector[]): readonly GroupedSectors[] {
  const groups: GroupedSectors[] = []
  for (const sector of sectors) {
    const known = sector.group === null ? undefined : groups.find(({ group }) => group === sector.group)
    if (known) known.members.push(sector)
    else groups.push({ group: sector.group, members: [sector] })
  }
  return groups
}
