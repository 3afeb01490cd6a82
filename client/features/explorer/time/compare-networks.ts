import {
  ACTOR_CHANGES,
  type ActorChange,
  networkChange,
  TIE_CHANGES,
  type TieChange,
} from '#shared/analytics/network-change.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { indexNetwork, type LineClass, type NetworkIndex } from '../../../network/graph/network-index.ts'

/** Two dates as one network: everybody and every counting tie of either, on the places that both share. */
export interface ComparedNetworks {
  from: string
  to: string
  /** The rows of both dates together. Attributes are those of the later date, of who left those of the earlier one. */
  index: NetworkIndex
  /** By tie row and by actor row. */
  ties: readonly TieChange[]
  actors: readonly ActorChange[]
}

/** As which line a filter knows a changed tie. */
const LINE_OF: Record<TieChange, LineClass> = {
  kept: 'active',
  added: 'new',
  reactivated: 'new',
  ended: 'expired',
  lapsed: 'expired',
}

export function compareNetworks(before: ActorNetwork, after: ActorNetwork): ComparedNetworks {
  const ids = [...new Set([...before.actors.id, ...after.actors.id])].sort()
  const rowOf: Rows = new Map(ids.map((id, row) => [id, row]))
  const [earlier, later] = [tiesBy(before, rowOf, ids.length), tiesBy(after, rowOf, ids.length)]
  const lapsed = new Set(
    after.ties.lapsed.flatMap((flag, tie) => (flag ? [keyOf(after, rowOf, ids.length, tie)] : [])),
  )
  const change = networkChange(
    ids.length,
    { present: inNetwork(before, rowOf, ids.length), a: earlier.a, b: earlier.b },
    { present: inNetwork(after, rowOf, ids.length), a: later.a, b: later.b },
    later.tie.map((tie) => {
      const first = after.ties.first[tie] ?? null
      return first !== null && first <= before.on ? 1 : 0
    }),
    (a, b) => lapsed.has(a * ids.length + b),
  )
  const ties = Array.from(change.ties, (one) => TIE_CHANGES[one]!)
  const rows = Array.from(change.a, (a, tie) => {
    const key = a * ids.length + change.b[tie]!
    const inLater = later.byKey.get(key)
    return inLater === undefined ? { of: before, tie: earlier.byKey.get(key)! } : { of: after, tie: inLater }
  })
  const network: ActorNetwork = {
    ...after,
    actors: unitedActors(before, after, ids),
    ties: {
      a: [...change.a],
      b: [...change.b],
      standing: rows.map(({ of, tie }) => of.ties.standing[tie]!),
      counts: rows.map(() => true),
      kind: rows.map(({ of, tie }) => of.ties.kind[tie]!.map((kind) => after.kinds.indexOf(of.kinds[kind]!))),
      intensity: rows.map(({ of, tie }) => of.ties.intensity[tie]!),
      partnerships: rows.map(({ of, tie }) => of.ties.partnerships[tie]!),
      since: rows.map(({ of, tie }) => of.ties.since[tie]!),
      first: rows.map(({ of, tie }) => of.ties.first[tie]!),
      lapsed: ties.map((one) => one === 'lapsed'),
    },
  }
  return {
    from: before.on,
    to: after.on,
    index: { ...indexNetwork(network, null), lines: ties.map((one) => LINE_OF[one]) },
    ties,
    actors: Array.from(change.actors, (one) => ACTOR_CHANGES[one]!),
  }
}

type Rows = ReadonlyMap<string, number>

function keyOf({ actors, ties }: ActorNetwork, rowOf: Rows, n: number, tie: number): number {
  const a = rowOf.get(actors.id[ties.a[tie]!]!)!
  const b = rowOf.get(actors.id[ties.b[tie]!]!)!
  return Math.min(a, b) * n + Math.max(a, b)
}

/** The counting ties of one date by the common rows. */
function tiesBy(network: ActorNetwork, rowOf: Rows, n: number) {
  const tie: number[] = []
  for (let row = 0; row < network.ties.a.length; row++) if (network.ties.counts[row]) tie.push(row)
  const keys = tie.map((row) => keyOf(network, rowOf, n, row))
  return {
    tie,
    a: keys.map((key) => Math.floor(key / n)),
    b: keys.map((key) => key % n),
    byKey: new Map(keys.map((key, i) => [key, tie[i]!])),
  }
}

function inNetwork({ actors }: ActorNetwork, rowOf: Rows, n: number): Uint8Array {
  const present = new Uint8Array(n)
  actors.standing.forEach((standing, row) => {
    if (standing === 'linked' || standing === 'unlinked') present[rowOf.get(actors.id[row]!)!] = 1
  })
  return present
}

function unitedActors(
  before: ActorNetwork,
  after: ActorNetwork,
  ids: readonly string[],
): ActorNetwork['actors'] {
  const earlier = rowsById(before)
  const later = rowsById(after)
  const pick = <Key extends keyof ActorNetwork['actors']>(key: Key) =>
    ids.map((id) => {
      const row = later.get(id)
      return row === undefined ? before.actors[key]?.[earlier.get(id)!] : after.actors[key]?.[row]
    }) as NonNullable<ActorNetwork['actors'][Key]>
  const gone = (id: string) => !later.has(id)
  return {
    id: [...ids],
    name: pick('name'),
    role: pick('role'),
    sectorId: pick('sectorId'),
    regionCode: pick('regionCode'),
    standing: pick('standing'),
    census: pick('census'),
    degree: pick('degree').map((degree, row) => (gone(ids[row]!) ? 0 : degree)),
    crossDegree: pick('crossDegree').map((degree, row) => (gone(ids[row]!) ? 0 : degree)),
    cutPairs: pick('cutPairs'),
    x: pick('x'),
    y: pick('y'),
    ...(after.actors.community && { community: pick('community') }),
  }
}

const rowsById = ({ actors }: ActorNetwork): Rows => new Map(actors.id.map((id, row) => [id, row]))
