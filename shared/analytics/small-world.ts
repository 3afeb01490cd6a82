import { averageClustering } from './clustering.ts'
import { components } from './components.ts'
import type { Csr } from './csr.ts'
import { induce } from './induce.ts'
import { meanDistance } from './mean-distance.ts'
import { type Measured, measured, type Sampling, undefinedFor } from './measured.ts'
import { createRandom, type Random, STREAM } from './random.ts'
import { ATTEMPTS_PER_TIE, createRewiring, REWIRING_LIMIT, rewire } from './rewiring.ts'
import { ringLattice } from './ring-lattice.ts'

/**
 * Small world: is the largest component close-knit like a lattice and yet short of paths like a random network.
 *
 *   omega = L_random / L - C / C_lattice     near 0 a small world, towards -1 a lattice, towards 1 random
 *
 * C mean local clustering, L mean distance. The references keep everybody's number of partners: 100 random rewirings, and the
 * ring lattice of `ring-lattice`. L of a rewiring is over its joined pairs. Watts & Strogatz 1998, Nature 393:440; Telesford et
 * al. 2011, Brain Connect 1:367; Neal 2017, Netw Sci 5:30.
 * O(100 (m^1.5 + sources * m)); above 300 actors L is over 64 sources from the seed. Of the largest component, the one with the
 * lowest actor on equal ones. Undefined where it has fewer than 30 actors or fewer than 2 partners on average, or where even the
 * lattice has no triangle.
 */
export interface SmallWorld extends Sampling {
  /** actors of the largest component */
  n: number
  omega: number
  clustering: number
  distance: number
  /** means over the rewirings */
  randomClustering: number
  randomDistance: number
  latticeClustering: number
}

export const SMALL_WORLD_RULE = {
  actors: 30,
  meanDegree: 2,
  rewirings: 100,
  exactDistances: 300,
  sources: 64,
} as const

export function smallWorld(csr: Csr, seed: number, onDraw?: (done: number) => void): Measured<SmallWorld> {
  const part = largestComponent(csr)
  const { n, m } = part
  if (n < SMALL_WORLD_RULE.actors) return undefinedFor('fewer-than-thirty-actors')
  if (2 * m < SMALL_WORLD_RULE.meanDegree * n) return undefinedFor('fewer-than-two-partners-on-average')
  if (m > REWIRING_LIMIT) return undefinedFor('too-many-ties')
  const latticeClustering = averageClustering(ringLattice(part)).value ?? 0
  if (latticeClustering === 0) return undefinedFor('nothing-expected')
  const random = createRandom(seed, STREAM.smallWorld)
  const sources = n > SMALL_WORLD_RULE.exactDistances ? drawSources(n, random) : undefined
  const clustering = averageClustering(part).value ?? 0
  const distance = meanDistance(part, sources).value ?? 0
  const rewiring = createRewiring(part)
  const draws = SMALL_WORLD_RULE.rewirings
  let randomClustering = 0
  let randomDistance = 0
  for (let draw = 1; draw <= draws; draw++) {
    rewire(rewiring, ATTEMPTS_PER_TIE * m, random)
    randomClustering += (averageClustering(rewiring.csr).value ?? 0) / draws
    randomDistance += (meanDistance(rewiring.csr, sources).value ?? 0) / draws
    onDraw?.(draw)
  }
  return measured({
    n,
    omega: randomDistance / distance - clustering / latticeClustering,
    clustering,
    distance,
    randomClustering,
    randomDistance,
    latticeClustering,
    method: 'sampled',
    draws,
  })
}

function largestComponent(csr: Csr): Csr {
  const { of, sizes, largest } = components(csr)
  const wanted = sizes.indexOf(largest)
  const kept: number[] = []
  for (let v = 0; v < csr.n; v++) if (of[v] === wanted) kept.push(v)
  return induce(csr, { count: 1, of: new Uint16Array(csr.n) }, kept).csr
}

function drawSources(n: number, random: Random): Uint32Array {
  const sources = new Uint32Array(SMALL_WORLD_RULE.sources)
  for (let i = 0; i < sources.length; i++) sources[i] = random.below(n)
  return sources
}
