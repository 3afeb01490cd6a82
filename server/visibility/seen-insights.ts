import type { Overview, SectorCard } from '#shared/contract/insights.ts'
import type { Sight } from './sight.ts'

interface Named {
  actorId: string
  name: string
}

/** Lists of actors as they are shown, in the order of the ids that are shown where nothing else orders them. */
function seenNamed<N extends Named>(sight: Sight, list: readonly N[], by?: (one: N) => number): N[] {
  const shown = list.flatMap((one) => {
    const [actorId, name] = [sight.idOf(one.actorId), sight.nameOf(one.actorId, one.name)]
    return actorId === null || name === null ? [] : [{ ...one, actorId, name }]
  })
  return shown.sort((x, y) => (by ? by(y) - by(x) : 0) || (x.actorId < y.actorId ? -1 : 1))
}

export function seenOverview(sight: Sight, overview: Overview): Overview {
  if (sight.whole) return overview
  const { moved, structure } = overview
  return {
    ...overview,
    moved: moved && {
      ...moved,
      gained: seenNamed(sight, moved.gained),
      lost: seenNamed(sight, moved.lost),
      entered: seenNamed(sight, moved.entered),
      left: seenNamed(sight, moved.left),
    },
    structure: {
      ...structure,
      articulation: seenNamed(sight, structure.articulation, ({ pairs }) => pairs),
    },
  }
}

export const seenSectorCard = (sight: Sight, card: SectorCard): SectorCard =>
  sight.whole
    ? card
    : {
        ...card,
        bridges: seenNamed(sight, card.bridges, ({ external }) => external),
        members: seenNamed(sight, card.members),
      }
