import type { Multiples } from '#shared/contract/network.ts'
import type { Dot, PaintedNetwork } from './paint-network.ts'

/** How a dot looks, by whose it is. */
export type DotLook = Pick<NonNullable<Dot>, 'colour' | 'shape'>

/** One of several dates as a picture: its ties, those new since the date before on top; who has none as a hollow dot. */
export function paintedAt(
  { actors, ties }: Multiples,
  k: number,
  lookOf: (id: string, sectorId: string | null) => DotLook,
  fails: (id: string) => boolean,
  chosen: string | null,
): PaintedNetwork {
  const bit = 1 << k
  const before = k === 0 ? 0 : 1 << (k - 1)
  const kept: { a: number[]; b: number[] } = { a: [], b: [] }
  const added: { a: number[]; b: number[] } = { a: [], b: [] }
  const linked = new Uint8Array(actors.id.length)
  for (const [tie, on] of ties.on.entries()) {
    if ((on & bit) === 0) continue
    const [a, b] = [ties.a[tie]!, ties.b[tie]!]
    linked[a] = 1
    linked[b] = 1
    // of the first date nobody here knows what was before it
    const list = k > 0 && (on & before) === 0 ? added : kept
    list.a.push(a)
    list.b.push(b)
  }
  return {
    x: actors.x,
    y: actors.y,
    dots: actors.id.map((id, row): Dot => {
      if ((actors.in[row]! & bit) === 0) return null
      return {
        kind: linked[row] === 1 ? 'linked' : 'unlinked',
        ...lookOf(id, actors.sectorId[row] ?? null),
        faded: fails(id),
        chosen: id === chosen,
      }
    }),
    ties: [
      { style: 'kept', ...kept },
      { style: 'added', ...added },
    ],
  }
}
