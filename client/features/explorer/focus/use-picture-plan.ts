import { useMemo } from 'react'
import { groupSectors } from '../../../network/canvas/grouping.ts'
import { type PicturePlan, planPicture } from '../../../network/canvas/picture-plan.ts'
import { planePlaces } from '../../../network/canvas/plane-places.ts'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'

/** Where everything of a large network stands; null for one that is drawn whole. */
export function usePicturePlan(index: NetworkIndex | null): PicturePlan | null {
  const actors = index?.network.actors
  const places = useMemo(() => (actors ? planePlaces(actors.x, actors.y) : undefined), [actors])
  return useMemo(() => (index ? planPicture(index, groupSectors(index), places) : null), [index, places])
}
