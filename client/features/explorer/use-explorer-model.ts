import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { ActorNetwork } from '#shared/contract/network.ts'
import type { Emphasis } from '../../network/canvas/emphasis.ts'
import { actorScene, fitsWhole, loosePairsCaption } from '../../network/graph/actor-scene.ts'
import type { GraphCaption } from '../../network/graph/graph-picture.ts'
import { indexNetwork, type NetworkIndex } from '../../network/graph/network-index.ts'
import { actorKey, type Scene } from '../../network/graph/scene.ts'
import { useNames } from '../../network/use-names.ts'
import { appearanceOf, measuresShown } from './appearance/appearance.ts'
import type { Dressed } from './appearance/dress-actors.ts'
import { MEASURE_IDS, type MeasureId } from './appearance/measures.ts'
import { useDressed } from './appearance/use-dressed.ts'
import { type Measures, useMeasures } from './appearance/use-measures.ts'
import { countCounted } from './counted-network.ts'
import { type FilteredNetwork, filterNetwork } from './filter-network.ts'
import type { Reading } from './focus/reading.ts'
import { type CanvasModel, useCanvasPicture } from './focus/use-canvas-picture.ts'
import { usePicked } from './focus/use-picked.ts'
import { usePicturePlan } from './focus/use-picture-plan.ts'
import { emphasisOf, useReading } from './focus/use-reading.ts'
import { comparedDate } from './quarters.ts'
import type { Comparison } from './time/comparison.ts'
import { type TrayRow, trayMembers, trayRows } from './tray.ts'
import { type Looks, useLooks } from './use-looks.ts'
import type { ExplorerView } from './view-state.ts'

const NOTHING_COUNTED = { actors: 0, ties: 0 }
const NO_SCENE: Scene = { nodes: [], ties: [], left: { actors: 0, ties: 0 } }

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
  /** Of those that pass, how many are in the network, with their ties. */
  counted: { actors: number; ties: number }
  measures: Measures
  looks: Looks
  /** How its actors look. */
  dressed: Dressed
  /** Drawn whole; else sectors are opened on demand. */
  whole: boolean
  /** Of a network that is drawn whole. */
  scene: Scene
  /** Of a large one. */
  canvas: CanvasModel | null
  emphasis: Emphasis
  /** What the address asks, answered: a neighbourhood, a path, a break, go-betweens. */
  reading: Reading | null
  /** 1 = picked, per row. */
  picked: Uint8Array | null
  captions: readonly GraphCaption[]
  tray: readonly TrayRow[]
  /** Row of the chosen actor; null where none is chosen or it is not in this network. */
  chosenRow: number | null
  /** Keys that the focus keeps, and how many actors they are. */
  kept: ReadonlySet<string> | null
  comparedOn: string | null
  /** Ties by what became of them, where two dates are shown. */
  changes?: Comparison['ties']
}

/** Each step is kept while what it depends on stays the same: choosing an actor filters nothing anew. */
export function useExplorerModel(
  network: ActorNetwork | undefined,
  view: ExplorerView,
): ExplorerModel | null {
  const looks = useLooks()
  const names = useNames()
  const t = useTranslations()
  const comparedOn = network ? comparedDate(network.on) : null
  const index = useMemo(() => (network ? indexNetwork(network, comparedOn) : null), [network, comparedOn])
  const measures = useMeasures(index, measuresOf(view))
  const { columns } = measures
  const filtered = useMemo(
    () => (index ? filterNetwork(index, view.filters, columns) : null),
    [index, view.filters, columns],
  )
  const counted = useMemo(
    () => (index && filtered ? countCounted(index, filtered) : NOTHING_COUNTED),
    [index, filtered],
  )
  const dressed = useDressed(index, view.look, columns, looks)
  const whole = useMemo(() => index !== null && fitsWhole(index), [index])
  const chosenRow = (index && view.actor !== null ? index.rowOf.get(view.actor) : undefined) ?? null

  const scene = useMemo((): Scene | null => {
    if (!index || !filtered || !dressed) return null
    // A large network has a canvas of its own.
    if (!whole) return NO_SCENE
    return actorScene({ index, lookOf: dressed.lookOf, dress: dressed.dress, passing: filtered })
  }, [index, filtered, dressed, whole])
  const large = whole ? null : index
  const plan = usePicturePlan(large)
  const picked = usePicked(view, index, filtered, scene, plan)
  const reading = useReading(view, index, filtered, chosenRow, picked)
  const keptRows = reading?.kept ?? null
  const canvas = useCanvasPicture(large, filtered, dressed, looks, view, chosenRow, keptRows, plan)
  const emphasis = useMemo(() => emphasisOf(reading, picked), [reading, picked])

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
  const members = useMemo(() => (index ? trayMembers(index, order) : null), [index, order])
  const tray = useMemo(() => (members && filtered ? trayRows(members, filtered) : []), [members, filtered])

  const kept = useMemo(() => {
    if (!index || !keptRows) return null
    const { id } = index.network.actors
    return new Set(id.filter((_, row) => keptRows[row] === 1).map(actorKey))
  }, [index, keptRows])

  if (!network || !index || !filtered || !dressed || !scene || (!whole && !canvas)) return null
  return {
    network,
    index,
    filtered,
    counted,
    measures,
    looks,
    dressed,
    whole,
    scene,
    canvas,
    emphasis,
    reading,
    picked,
    captions,
    tray,
    chosenRow,
    kept,
    comparedOn,
  }
}
