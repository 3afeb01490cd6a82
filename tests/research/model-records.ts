import { blockModel } from '../bench/block-model.ts'
import { business, partnership } from '../network/records.ts'

/** A generated network of n actors and 3n ties as records of a register. */
export function modelRecords(n: number) {
  const { labels, ties } = blockModel(n)
  const id = (v: number) => `a${String(v).padStart(6, '0')}`
  return {
    sectors: Array.from({ length: labels.count }, (_, k) => `s${k}`),
    actors: Array.from({ length: n }, (_, v) => business(id(v), `s${labels.of[v]}`)),
    partnerships: ties.map(([a, b], e) => partnership(`p${e}`, [id(a), id(b)])),
  }
}
