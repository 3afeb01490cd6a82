import type { ActorNetwork } from '#shared/contract/network.ts'
import type { ActorStanding, Standing } from '#shared/contract/vocabulary.ts'

export interface ActorSpec {
  id: string
  sector?: string | null
  role?: string | null
  region?: string | null
  standing?: ActorStanding
  x?: number
  y?: number
}

export interface TieSpec {
  ends: readonly [string, string]
  standing?: Standing
  counts?: boolean
  kinds?: readonly string[]
  intensity?: number
  since?: string | null
  first?: string | null
}

/** The columns that the server would send for these actors and ties. */
export function networkOf(actors: readonly ActorSpec[], ties: readonly TieSpec[]): ActorNetwork {
  const sorted = actors.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const rowOf = new Map(sorted.map((actor, row) => [actor.id, row]))
  const kinds = [...new Set(ties.flatMap((tie) => tie.kinds ?? ['supply']))].sort()
  const counting = ties.filter((tie) => tie.counts ?? true)
  const partnersOf = new Map(sorted.map(({ id }) => [id, [] as string[]]))
  for (const { ends } of counting) {
    partnersOf.get(ends[0])!.push(ends[1])
    partnersOf.get(ends[1])!.push(ends[0])
  }
  const partners = (id: string) => partnersOf.get(id) ?? []
  const sectorOf = (id: string) => sorted[rowOf.get(id)!]!.sector ?? null
  const standingOf = (actor: ActorSpec): ActorStanding =>
    actor.standing ?? (partners(actor.id).length > 0 ? 'linked' : 'unlinked')
  const count = (standing: ActorStanding) => sorted.filter((actor) => standingOf(actor) === standing).length
  return {
    revision: 1,
    on: '2026-09-30',
    definition: 'official',
    level: 'actor',
    partitionId: 'p',
    actors: {
      id: sorted.map(({ id }) => id),
      name: sorted.map(({ id }) => `Usaha ${id}`),
      role: sorted.map(({ role }) => (role === undefined ? 'business' : role)),
      sectorId: sorted.map(({ sector }) => sector ?? null),
      regionCode: sorted.map(({ region }) => region ?? null),
      standing: sorted.map(standingOf),
      census: sorted.map((actor) => (standingOf(actor) === 'unasked' ? 'none' : 'complete')),
      degree: sorted.map(({ id }) => partners(id).length),
      crossDegree: sorted.map(
        ({ id }) => partners(id).filter((one) => sectorOf(one) !== sectorOf(id)).length,
      ),
      cutPairs: sorted.map(() => 0),
      x: sorted.map(({ x }, row) => x ?? row * 100),
      y: sorted.map(({ y }, row) => y ?? (row % 3) * 100),
    },
    ties: {
      a: ties.map(({ ends }) => rowOf.get(ends[0])!),
      b: ties.map(({ ends }) => rowOf.get(ends[1])!),
      standing: ties.map(({ standing }) => standing ?? 'active'),
      counts: ties.map(({ counts }) => counts ?? true),
      kind: ties.map((tie) => (tie.kinds ?? ['supply']).map((kind) => kinds.indexOf(kind))),
      intensity: ties.map(({ intensity }) => intensity ?? 2),
      partnerships: ties.map(() => 1),
      since: ties.map(({ since }) => (since === undefined ? '2025-01-01' : since)),
      first: ties.map(({ first }) => first ?? null),
      lapsed: ties.map(({ standing }) => standing === 'expired'),
    },
    absent: { partitionId: 'p', sectorIds: [] },
    kinds,
    counts: {
      n: count('linked') + count('unlinked'),
      m: counting.length,
      records: counting.length,
      unlinked: count('unlinked'),
      unasked: count('unasked'),
      unclassified: count('unclassified'),
      expired: ties.filter(({ standing }) => standing === 'expired').length,
    },
  }
}

/** Five businesses of three sectors, one alone, one unasked, one office; a lapsed and an uncounted tie. */
export const smallNetwork = networkOf(
  [
    { id: 'b1', sector: 'batik', region: '35.74.01.1001' },
    { id: 'b2', sector: 'batik', region: '35.74.01.1002' },
    { id: 'k1', sector: 'kuliner', region: '35.74.03.1001' },
    { id: 'k2', sector: 'kuliner', region: null },
    { id: 'r1', sector: 'rupa', region: '35.74.01.1001' },
    { id: 'r2', sector: 'rupa', standing: 'unasked' },
    { id: 'dinas', role: 'government', standing: 'outside' },
    { id: 'media', role: 'media', standing: 'outside' },
  ],
  [
    { ends: ['b1', 'b2'], kinds: ['supply'], intensity: 3 },
    { ends: ['b2', 'k1'], kinds: ['co_branding', 'supply'], since: '2026-08-01' },
    { ends: ['k1', 'k2'], standing: 'expired', counts: false, intensity: 4 },
    { ends: ['b1', 'dinas'], kinds: ['mou_pks'], counts: false },
    { ends: ['k2', 'r1'], standing: 'ended', counts: false },
  ],
)

/** A network of `size` actors in `sectors` sectors, each tied to the next three: too big to be drawn at once. */
export function largeNetwork(size: number, sectors: number): ActorNetwork {
  const name = (row: number) => `a${String(row).padStart(6, '0')}`
  const actors = Array.from({ length: size }, (_, row) => ({
    id: name(row),
    sector: row % 50 === 49 ? null : `s${row % sectors}`,
    x: Math.cos(row) * 900,
    y: Math.sin(row * 1.7) * 900,
  }))
  const ties = actors.flatMap((_, row) =>
    [1, 2, sectors]
      .filter((step) => row + step < size)
      .map((step) => ({ ends: [name(row), name(row + step)] as const })),
  )
  return networkOf(actors, ties)
}
