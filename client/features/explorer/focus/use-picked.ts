import { useMemo } from 'react'
import type { PicturePlan } from '../../../network/canvas/picture-plan.ts'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'
import type { Scene } from '../../../network/graph/scene.ts'
import type { FilteredNetwork } from '../filter-network.ts'
import type { ExplorerView } from '../view-state.ts'
import { pickedRows, type Selectable, writePicks } from './selection.ts'

export function usePicked(
  view: ExplorerView,
  index: NetworkIndex | null,
  filtered: FilteredNetwork | null,
  scene: Scene | null,
  plan: PicturePlan | null,
): Uint8Array | null {
  const picks = writePicks(view.pick)
  const needsPlaces = view.pick.some(({ by }) => by === 'area' || by === 'group')
  // biome-ignore lint/correctness/useExhaustiveDependencies: by the words of the picks, not by each new list of them
  return useMemo(() => {
    if (!index || !filtered || picks === '') return null
    return pickedRows(view.pick, selectable(index, filtered, scene, plan))
  }, [index, filtered, picks, needsPlaces ? scene : null, needsPlaces ? plan : null])
}

function selectable(
  index: NetworkIndex,
  filtered: FilteredNetwork,
  scene: Scene | null,
  plan: PicturePlan | null,
): Selectable {
  const { actors } = index.network
  const places = new Map(
    scene?.nodes.flatMap((node) => (node.kind === 'actor' ? [[node.ref, node] as const] : [])),
  )
  const groups = new Map(plan?.groups.map((group) => [group.id, group.rows]))
  return {
    ids: actors.id,
    names: actors.name,
    sectors: actors.sectorId,
    present: index.present,
    rowOf: index.rowOf,
    rowsOfGroup: (id) => groups.get(id) ?? [],
    placeOf: (row) =>
      plan ? { x: plan.places.x[row]!, y: plan.places.y[row]! } : (places.get(actors.id[row]!) ?? null),
    passes: (row) => filtered.actors[row] === 1,
  }
}
