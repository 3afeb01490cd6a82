import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { actorScene, fitsWhole, loosePairsCaption } from '../../network/graph/actor-scene.ts'
import type { GraphCaption } from '../../network/graph/graph-picture.ts'
import { groupScene } from '../../network/graph/group-scene.ts'
import { indexNetwork, type NetworkIndex, withinDegree } from '../../network/graph/network-index.ts'
import { actorKey, type Scene } from '../../network/graph/scene.ts'
import { useNames } from '../../network/use-names.ts'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { appearanceOf, measuresShown } from './appearance/appearance.ts'
import type { Dressed } from './appearance/dress-actors.ts'
import { MEASURE_IDS, type MeasureId } from './appearance/measures.ts'
import { useDressed } from './appearance/use-dressed.ts'
import { type Measures, useMeasures } from './appearance/use-measures.ts'
import { type FilteredNetwork, filterNetwork } from './filter-network.ts'
import { comparedDate } from './quarters.ts'
import { type TrayRow, trayRows } from './tray.ts'
import { type Looks, useLooks } from './use-looks.ts'
import type { ExplorerView } from './view-state.ts'

const NO_SECTOR = '~'

/** The figures that filters and appearance ask for. */
const measuresOf = ({ filters, look }: ExplorerView): readonly MeasureId[] => [
  ...MEASURE_IDS.filter((id) => filters[id] !== undefined),
  ...measuresShown(appearanceOf(look)),
]

/** All that the page shows of one network under one view. */
export interface ExplorerModel {
  network: ActorNetwork
  index: NetworkIndex
  filtered: FilteredNetwork
  measures: Measures
  looks: Looks
  /** How its actors look. */
  dressed: Dressed
  /** Drawn whole; else sectors are opened on demand. */
  whole: boolean
  scene: Scene
  captions: readonly GraphCaption[]
  tray: readonly TrayRow[]
  /** Row of the chosen actor; null where none is chosen or it is not in this network. */
  chosenRow: number | null
  /** Keys that the focus keeps, and how many actors they are. */
  kept: ReadonlySet<string> | null
  comparedOn: string | null
}

/** Each step is kept while what it depends on stays the same: choosing an actor filters nothing anew. */
export function useExplorerModel(
  network: ActorNetwork | undefined,
  view: ExplorerView,
): ExplorerModel | null {
  const looks = useLooks()
  const names = useNames()
  const t = useTranslations()
  const format = useFormat()
  const comparedOn = network ? comparedDate(network.on) : null
  const index = useMemo(() => (network ? indexNetwork(network, comparedOn) : null), [network, comparedOn])
  const measures = useMeasures(index, measuresOf(view))
  const { columns } = measures
  const filtered = useMemo(
    () => (index ? filterNetwork(index, view.filters, columns) : null),
    [index, view.filters, columns],
  )
  const dressed = useDressed(index, view.look, columns, looks)
  const whole = useMemo(() => index !== null && fitsWhole(index), [index])
  const chosenRow = (index && view.actor !== null ? index.rowOf.get(view.actor) : undefined) ?? null

  // A list anew in each address: by its words, so that the picture is not made anew for the same ones.
  const open = view.open.map((id) => id || NO_SECTOR).join(' ')
  const openedRow = whole ? null : chosenRow
  const scene = useMemo((): Scene | null => {
    if (!index || !filtered || !dressed) return null
    const input = {
      index,
      lookOf: dressed.lookOf,
      dress: dressed.dress,
      passing: filtered,
    }
    if (whole) return actorScene(input)
    return groupScene({
      ...input,
      lookOfSector: looks.ofSector,
      open: new Set(open.split(' ').map((id) => (id === NO_SECTOR ? '' : id))),
      selectedRow: openedRow,
      groupLabel: (id, count) => `${looks.ofSector(id).name} ${format.integer(count)}`,
      restLabel: (count) => t('graph.rest', { count: format.integer(count) }),
    })
  }, [index, filtered, dressed, looks, whole, open, openedRow, t, format])

  const captions = useMemo((): readonly GraphCaption[] => {
    const pairs = index && scene && whole ? loosePairsCaption(index, scene) : null
    if (!pairs) return []
    return [
      {
        key: 'caption:pairs',
        x: pairs.x,
        y: pairs.y,
        text: t('explorer.loosePairs', { count: pairs.count }),
      },
    ]
  }, [index, scene, whole, t])

  const order = useMemo(() => names.sectors.map(({ id }) => id), [names])
  const tray = useMemo(
    () => (index && filtered ? trayRows(index, filtered, order) : []),
    [index, filtered, order],
  )

  const kept = useMemo(() => {
    if (!index || !filtered || chosenRow === null || view.focus === null) return null
    const rows = withinDegree(index, chosenRow, view.focus, (tie) => filtered.ties[tie] === 1)
    return new Set([...rows].map((row) => actorKey(index.network.actors.id[row]!)))
  }, [index, filtered, chosenRow, view.focus])

  if (!network || !index || !filtered || !dressed || !scene) return null
  return {
    network,
    index,
    filtered,
    measures,
    looks,
    whole,
    scene,
    captions,
    tray,
    chosenRow,
    kept,
    comparedOn,
  }
}
