import type { Csr } from './csr.ts'

/**
 * What breaks where one actor leaves: the pieces that its component falls into, and the pairs of others that no longer reach
 * each other.
 *
 *   pairs cut = ((c − 1)² − Σ p²) / 2,  c actors of its component, p those of each piece
 *
 * One actor of the articulation measure, with who is in each piece. O(n + m) of its component. An isolate leaves no piece.
 */
export interface WithoutActor {
  /** actors of each piece, largest first, then by lowest actor */
  pieces: number[][]
  pairsCut: number
}

export function withoutActor({ n, offsets, neighbours }: Csr, actor: number): WithoutActor {
  const seen = new Uint8Array(n)
  seen[actor] = 1
  const pieces: number[][] = []
  for (let i = offsets[actor]; i < offsets[actor + 1]; i++) {
    const start = neighbours[i]
    if (seen[start]) continue
    seen[start] = 1
    const piece = [start]
    for (let at = 0; at < piece.length; at++) {
      const v = piece[at]
      for (let j = offsets[v]; j < offsets[v + 1]; j++) {
        const w = neighbours[j]
        if (seen[w]) continue
        seen[w] = 1
        piece.push(w)
      }
    }
    pieces.push(piece.sort((x, y) => x - y))
  }
  pieces.sort((x, y) => y.length - x.length || x[0] - y[0])
  const others = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const together = pieces.reduce((sum, piece) => sum + piece.length * piece.length, 0)
  return { pieces, pairsCut: (others * others - together) / 2 }
}
