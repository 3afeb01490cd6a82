import { startAssignment, walkAssignments } from './assignments.ts'
import type { BlockSearch } from './block-search.ts'
import type { Csr } from './csr.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { composePillars, createPillarScratch, type PillarScratch } from './pillars.ts'

/**
 * The pillars of the index over all distinct labellings, following what changes from one to the next: the inner loop of the exact
 * benchmark. A change of sector costs O(partners + blocks of the actor).
 *
 * @param search components and blocks of the network
 * @returns labellings read
 */
export function walkPillars(
  csr: Csr,
  labels: Labels,
  search: BlockSearch,
  pooled: Uint8Array,
  read: (scratch: PillarScratch) => void,
): number {
  const { offsets, neighbours } = csr
  const sizes = sectorSizes(labels)
  const of = startAssignment(csr.n, sizes)
  const outside = new Uint32Array(csr.n)
  const scratch = createPillarScratch(labels.count)
  const { reached } = scratch
  scratch.n = csr.n
  scratch.sizes.set(sizes)
  const components = createSetTallies(
    search.componentCount,
    search.componentOffsets,
    search.componentMembers,
    of,
    labels,
  )
  const blocks = createSetTallies(search.blockCount, search.blockOffsets, search.blockMembers, of, labels)
  const relabel = (v: number, from: number, to: number): void => {
    if (outside[v] > 0) {
      reached[from]--
      scratch.reachedTotal--
    }
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const w = neighbours[i]
      const k = of[w]
      if (k === from) {
        outside[v]++
        if (outside[w]++ === 0) {
          reached[k]++
          scratch.reachedTotal++
        }
      } else if (k === to) {
        outside[v]--
        if (--outside[w] === 0) {
          reached[k]--
          scratch.reachedTotal--
        }
      }
    }
    if (outside[v] > 0) {
      reached[to]++
      scratch.reachedTotal++
    }
    scratch.joined += move(components, v, from, to)
    scratch.whole += move(blocks, v, from, to)
  }
  const visit = (): void => {
    composePillars(pooled, scratch)
    read(scratch)
  }
  return walkAssignments(of, sizes, relabel, visit)
}

/** Components or blocks: the sets of every actor, and the members of every set by sector. */
interface SetTallies {
  sectors: number
  offsets: Uint32Array
  sets: Uint32Array
  tally: Uint32Array
}

function createSetTallies(
  count: number,
  starts: Uint32Array,
  members: Uint32Array,
  of: Uint16Array,
  labels: Labels,
): SetTallies {
  const n = of.length
  const sectors = labels.count
  const offsets = new Uint32Array(n + 1)
  for (let i = 0; i < starts[count]; i++) offsets[members[i] + 1]++
  for (let v = 0; v < n; v++) offsets[v + 1] += offsets[v]
  const sets = new Uint32Array(starts[count])
  const tally = new Uint32Array(count * sectors)
  const cursor = offsets.slice(0, n)
  for (let c = 0; c < count; c++) {
    for (let i = starts[c]; i < starts[c + 1]; i++) {
      sets[cursor[members[i]]++] = c
      tally[sectors * c + of[members[i]]]++
    }
  }
  return { sectors, offsets, sets, tally }
}

/** @returns by how much the ordered cross-sector pairs inside the sets change */
function move({ sectors, offsets, sets, tally }: SetTallies, v: number, from: number, to: number): number {
  let change = 0
  for (let i = offsets[v]; i < offsets[v + 1]; i++) {
    const at = sectors * sets[i]
    change += 2 * (--tally[at + from] - tally[at + to]++)
  }
  return change
}
