import {
  ACTOR_CHANGES,
  type ActorChange,
  TIE_CHANGES,
  type TieChange,
} from '#shared/analytics/network-change.ts'
import { actorScene } from '../../../network/graph/actor-scene.ts'
import { LINE_STYLE } from '../../../network/graph/line-style.ts'
import { actorKey, type Scene, tieKey } from '../../../network/graph/scene.ts'
import type { Dressed } from '../appearance/dress-actors.ts'
import { type FilteredNetwork, filterNetwork } from '../filter-network.ts'
import type { ExplorerFilters } from '../filters.ts'
import type { ComparedNetworks } from './compare-networks.ts'
import type { DotLook } from './multiples.ts'
import type { PaintedNetwork } from './paint-network.ts'

/** Changes in the order in which they are told: what came, what went. */
export const TOLD_TIES = ['added', 'reactivated', 'ended', 'lapsed'] as const satisfies readonly TieChange[]
export const TOLD_ACTORS = [
  'connected',
  'isolated',
  'entered-linked',
  'entered-unlinked',
  'left-linked',
  'left-unlinked',
] as const satisfies readonly ActorChange[]

/** What passes the filters, by change. */
export interface Comparison {
  filtered: FilteredNetwork
  ties: Readonly<Record<TieChange, readonly number[]>>
  actors: Readonly<Record<ActorChange, readonly number[]>>
  /** Ties and actors without a partner, at both dates. */
  before: { ties: number; unlinked: number }
  after: { ties: number; unlinked: number }
}

export function readComparison(compared: ComparedNetworks, filters: ExplorerFilters): Comparison {
  const filtered = filterNetwork(compared.index, filters)
  const ties = rowsBy(TIE_CHANGES, compared.ties, (tie) => filtered.ties[tie] === 1)
  const actors = rowsBy(ACTOR_CHANGES, compared.actors, (row) => filtered.actors[row] === 1)
  const count = (...rows: (readonly number[])[]) => rows.reduce((sum, one) => sum + one.length, 0)
  return {
    filtered,
    ties,
    actors,
    before: {
      ties: count(ties.kept, ties.ended, ties.lapsed),
      unlinked: count(actors.unlinked, actors.connected, actors['left-unlinked']),
    },
    after: {
      ties: count(ties.kept, ties.added, ties.reactivated),
      unlinked: count(actors.unlinked, actors.isolated, actors['entered-unlinked']),
    },
  }
}

function rowsBy<Change extends string>(
  all: readonly Change[],
  changes: readonly Change[],
  passing: (row: number) => boolean,
): Record<Change, readonly number[]> {
  const rows = Object.fromEntries(all.map((change) => [change, []])) as unknown as Record<Change, number[]>
  for (const [row, change] of changes.entries()) {
    if (passing(row)) rows[change].push(row)
  }
  return rows
}

/** The picture of both dates: every line says what became of it, and whoever lost or won the first partner is marked. */
export function comparedScene(
  compared: ComparedNetworks,
  filtered: FilteredNetwork,
  { lookOf, dress }: Pick<Dressed, 'lookOf' | 'dress'>,
): Scene {
  const { index } = compared
  const scene = actorScene({ index, lookOf, dress, passing: filtered })
  const { a, b } = index.network.ties
  const id = (row: number) => actorKey(index.network.actors.id[row]!)
  const changeOf = new Map(compared.ties.map((change, tie) => [tieKey(id(a[tie]!), id(b[tie]!)), change]))
  return {
    ...scene,
    ties: scene.ties.map((tie) => {
      const change = changeOf.get(tie.key)!
      return { ...tie, line: change, width: LINE_STYLE[change].width.within }
    }),
    nodes: scene.nodes.map((node) => {
      const change = compared.actors[index.rowOf.get(node.ref)!]
      return change === 'isolated' ? { ...node, mark: 'unlinked' as const } : node
    }),
  }
}

/** In what order lines lie on each other: what changed on top. */
const LAYERS = ['kept', 'lapsed', 'ended', 'reactivated', 'added'] as const satisfies readonly TieChange[]

/** The same for a network too large for marks and names. */
export function comparedPainting(
  { index, actors }: ComparedNetworks,
  { filtered, ties }: Comparison,
  lookOf: (row: number) => DotLook,
  chosen: string | null,
): PaintedNetwork {
  const { a, b } = index.network.ties
  const { x, y } = index.network.actors
  return {
    x,
    y,
    dots: actors.map((change, row) =>
      change === 'absent' ||
      change === 'unlinked' ||
      change === 'entered-unlinked' ||
      change === 'left-unlinked'
        ? null
        : {
            kind: change === 'isolated' ? 'unlinked' : 'linked',
            ...lookOf(row),
            chosen: index.network.actors.id[row] === chosen,
            faded: filtered.actors[row] === 0,
          },
    ),
    ties: LAYERS.map((style) => ({
      style,
      a: ties[style].map((tie) => a[tie]!),
      b: ties[style].map((tie) => b[tie]!),
    })),
  }
}
