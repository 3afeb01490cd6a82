import type { CanvasPicture } from './canvas-picture.ts'
import type { Emphasis } from './emphasis.ts'

/** An emphasis by rows, as the marks and ties of a picture have it. */
export interface MarksSetOff {
  /** 1 = faded by the focus; a closed group where it keeps none of its actors. Null = no focus. */
  pale: Uint8Array | null
  /** Picked actors of each mark. */
  picked: Uint32Array | null
  /** Ties of the picture that stay: both ends do. Null = all. */
  kept: Uint8Array | null
  /** Ties of the picture that are drawn as chosen. */
  lit: readonly number[]
  /** Marks that are named before others; null = the partners of the chosen one. */
  named: ReadonlySet<number> | null
}

export function marksSetOff(picture: CanvasPicture, emphasis: Emphasis): MarksSetOff {
  const { marks, ties, markOf } = picture
  let pale: Uint8Array | null = null
  let kept: Uint8Array | null = null
  if (emphasis.kept) {
    pale = new Uint8Array(marks.count).fill(1)
    for (let row = 0; row < markOf.length; row++)
      if (emphasis.kept[row] === 1 && markOf[row]! >= 0) pale[markOf[row]!] = 0
    kept = new Uint8Array(ties.count)
    for (let tie = 0; tie < ties.count; tie++) if (!pale[ties.a[tie]!] && !pale[ties.b[tie]!]) kept[tie] = 1
  }
  let picked: Uint32Array | null = null
  if (emphasis.picked) {
    picked = new Uint32Array(marks.count)
    for (let row = 0; row < markOf.length; row++)
      if (emphasis.picked[row] === 1 && markOf[row]! >= 0) picked[markOf[row]!]!++
  }
  const lit: number[] = []
  if (emphasis.lit)
    for (let tie = 0; tie < ties.count; tie++)
      if (ties.tie[tie]! >= 0 && emphasis.lit[ties.tie[tie]!] === 1) lit.push(tie)
  const named = emphasis.named ? new Set(emphasis.named.map((row) => markOf[row]!)) : null
  return { pale, picked, kept, lit, named }
}

/** Ties at a mark, and the marks at their other ends. O(ties). */
export function tiesAt({ ties }: CanvasPicture, mark: number): { ties: number[]; partners: Set<number> } {
  const found: number[] = []
  const partners = new Set<number>()
  if (mark >= 0)
    for (let tie = 0; tie < ties.count; tie++) {
      const [a, b] = [ties.a[tie]!, ties.b[tie]!]
      if (a !== mark && b !== mark) continue
      found.push(tie)
      partners.add(a === mark ? b : a)
    }
  return { ties: found, partners }
}
