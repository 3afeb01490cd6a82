import { useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { type Names, useNames } from '../../../network/use-names.ts'
import { countedNetwork } from '../counted-network.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ExplorerView } from '../view-state.ts'
import { type MapModel, mapModel } from './map-model.ts'

interface CityMap {
  map: MapModel
  names: Names
  /** The kelurahan of the city have codes, and somebody is in one. */
  placed: boolean
  placeName: (code: string) => string
  districtOf: (code: string) => string
}

/** The network by kelurahan, under the filters and on the date of the page. */
export function useMap(model: ExplorerModel, view: ExplorerView): CityMap {
  const names = useNames()
  const t = useTranslations('explorer.map.table')
  const { index, filtered } = model
  const { filters } = view
  const counted = useMemo(() => countedNetwork(index, filtered), [index, filtered])
  const villages = useMemo(() => names.villages.map(({ code }) => code), [names])
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the model, what `counted` and the filters follow is read
  const map = useMemo(() => mapModel({ model, view, counted, villages }), [counted, filters, villages])
  const placed = useMemo(
    () => villages.length > 0 && index.network.actors.regionCode.some((code) => code !== null),
    [villages, index],
  )
  const unknown = t('unknown')
  const placeName = useCallback(
    (code: string) => (code === '' ? unknown : names.region(code)),
    [names, unknown],
  )
  const districts = useMemo(
    () => new Map(names.villages.map(({ code, parentCode }) => [code, parentCode ?? ''])),
    [names],
  )
  const districtOf = useCallback((code: string) => districts.get(code) ?? '', [districts])
  return { map, names, placed, placeName, districtOf }
}
