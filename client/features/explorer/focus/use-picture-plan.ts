import { useEffect, useMemo, useState } from 'react'
import { findCommunities } from '../../../network/canvas/find-communities.ts'
import { type Grouping, groupByOf, groupSectors } from '../../../network/canvas/grouping.ts'
import { type PicturePlan, planPicture } from '../../../network/canvas/picture-plan.ts'
import { planePlaces } from '../../../network/canvas/plane-places.ts'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'

const NOBODY = new Uint32Array(0)

/** The groups inside the sectors of a large network; null until they are found, or where none are wanted. */
function useGrouping(index: NetworkIndex | null): Grouping | null {
  const by = useMemo(() => (index ? groupByOf(index) : null), [index])
  const [found, setFound] = useState<{ index: NetworkIndex; of: Uint32Array } | null>(null)
  useEffect(() => {
    if (!index || by !== 'community') return
    const search = new AbortController()
    findCommunities(index, search.signal).then(
      (of) => setFound({ index, of }),
      // Without them sectors still open, to their actors.
      () => setFound({ index, of: NOBODY }),
    )
    return () => search.abort()
  }, [index, by])
  return useMemo(() => {
    if (!index || by === null) return null
    if (by === 'region') return groupSectors(index, by, NOBODY)
    return found?.index === index ? groupSectors(index, by, found.of) : null
  }, [index, by, found])
}

/** Where everything of a large network stands; null for one that is drawn whole. */
export function usePicturePlan(index: NetworkIndex | null): PicturePlan | null {
  const grouping = useGrouping(index)
  const actors = index?.network.actors
  const places = useMemo(() => (actors ? planePlaces(actors.x, actors.y) : undefined), [actors])
  return useMemo(
    () => (index ? planPicture(index, grouping, grouping === null, places) : null),
    [index, grouping, places],
  )
}
