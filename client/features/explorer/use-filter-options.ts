import { useTranslations } from 'use-intl'
import type { ActorStanding, CensusStatus, Standing } from '#shared/contract/vocabulary.ts'
import type { NetworkIndex } from '../../network/graph/network-index.ts'
import { useNames } from '../../network/use-names.ts'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { actorValue } from './filter-network.ts'
import { ACTOR_CHOICES, type ActorChoiceId, type ChoiceFilterId } from './filters.ts'
import type { ExplorerModel } from './use-explorer-model.ts'

export interface FilterOption {
  value: string
  name: string
  count: number
}

/** Options under a heading that switches them together (kelurahan under their kecamatan). */
export interface OptionGroup {
  name: string | null
  options: readonly FilterOption[]
}

/** Every value of a filter that occurs in the network, with its count, named and in the order of the reference. */
export function useFilterOptions(model: ExplorerModel, id: ChoiceFilterId): readonly OptionGroup[] {
  const names = useNames()
  const format = useFormat()
  const nameOf = useOptionName(model)
  const facet = model.filtered.facets[id]
  const option = (value: string): FilterOption => ({
    value,
    name: nameOf(id, value),
    count: facet.get(value) ?? 0,
  })
  const values = [...valuesOf(model, id)]
  if (id === 'region') {
    const districtOf = new Map(names.villages.map(({ code, parentCode }) => [code, parentCode]))
    const groups = new Map<string | null, string[]>()
    for (const value of values) {
      const district = districtOf.get(value) ?? null
      groups.set(district, [...(groups.get(district) ?? []), value])
    }
    return [...groups]
      .map(([district, codes]) => ({
        name: district === null ? null : names.region(district),
        options: codes.map((code) => option(code)).sort((a, b) => format.compare(a.name, b.name)),
      }))
      .sort((a, b) => (a.name === null ? 1 : b.name === null ? -1 : format.compare(a.name, b.name)))
  }
  const options = values.map(option)
  return [
    {
      name: null,
      options: options.sort((a, b) => Number(a.value === '') - Number(b.value === '') || b.count - a.count),
    },
  ]
}

/** What a value of a filter is called. */
export function useOptionName({
  looks,
}: Pick<ExplorerModel, 'looks'>): (id: ChoiceFilterId, value: string) => string {
  const names = useNames()
  const t = useTranslations()
  return (id, value) => {
    if (value === '') return t('explorer.filters.empty')
    if (id === 'sector') return looks.ofSector(value).name
    if (id === 'role') return names.role(value)
    if (id === 'region') return names.region(value)
    if (id === 'kind') return names.kind(value)
    if (id === 'census') return t(`common.census.${value as CensusStatus}`)
    if (id === 'standing') return t(`common.actorStanding.${value as ActorStanding}`)
    if (id === 'status') return t(`common.standing.${value as Standing}`)
    return value === 'new'
      ? t('explorer.lines.newPlain')
      : t(`explorer.lines.${value as 'active' | 'expired' | 'uncounted'}`)
  }
}

const found = new WeakMap<NetworkIndex, Map<ChoiceFilterId, ReadonlySet<string>>>()

/** All values there are, whatever the filters; looked for once in a network. */
export function valuesOf({ index }: Pick<ExplorerModel, 'index'>, id: ChoiceFilterId): ReadonlySet<string> {
  const known = found.get(index) ?? new Map<ChoiceFilterId, ReadonlySet<string>>()
  found.set(index, known)
  const values = known.get(id) ?? findValues(index, id)
  known.set(id, values)
  return values
}

function findValues(index: NetworkIndex, id: ChoiceFilterId): ReadonlySet<string> {
  const { ties, kinds } = index.network
  const values = new Set<string>()
  if (isActorChoice(id)) {
    for (let row = 0; row < index.present.length; row++)
      if (index.present[row]) values.add(actorValue(index, id, row))
    return values
  }
  for (const [tie, line] of index.lines.entries()) {
    if (line === null) continue
    if (id === 'line') values.add(line)
    else if (id === 'status') values.add(ties.standing[tie]!)
    else for (const kind of ties.kind[tie]!) values.add(kinds[kind]!)
  }
  return values
}

const isActorChoice = (id: ChoiceFilterId): id is ActorChoiceId =>
  (ACTOR_CHOICES as readonly string[]).includes(id)
