import { components } from '#shared/analytics/components.ts'
import { coreNumbers } from '#shared/analytics/core-number.ts'
import { buildCsr } from '#shared/analytics/csr.ts'
import { degrees } from '#shared/analytics/degree.ts'
import { ei } from '#shared/analytics/ei.ts'
import { integrationIndex } from '#shared/analytics/integration-index.ts'
import { addTie, dropTie, liveEi, liveNetwork, liveShares } from '#shared/analytics/live/live-network.ts'
import { mixing } from '#shared/analytics/mixing.ts'
import { createRandom } from '#shared/analytics/random.ts'
import { trianglesPerActor } from '#shared/analytics/triangles.ts'
import { blockModel } from './block-model.ts'
import { busy, spreadOf } from './interleave.ts'

export interface OneTie {
  /** processor seconds per change */
  median: number
  p99: number
  most: number
  mean: number
  /** mean change over a full computation, round by round */
  ratio: ReturnType<typeof spreadOf>
}

/** One tie added or removed, half and half, beside computing the same figures anew: rounds of both in turn. */
export function benchOneTie(actors: number, rounds: number, changes: number): OneTie {
  const { csr, labels, ties } = blockModel(actors)
  const live = liveNetwork(csr, labels)
  const random = createRandom(11)
  const [sources, targets] = [ties.map(([a]) => a), ties.map(([, b]) => b)]
  const computeAnew = () => {
    const network = buildCsr(actors, sources, targets)
    return [
      degrees(network),
      components(network),
      mixing(network, labels),
      ei(network, labels),
      trianglesPerActor(network),
      coreNumbers(network),
      integrationIndex(network, labels),
    ]
  }
  const change = (): void => {
    // ends of new ties are drawn as the network draws them: the ends of two of its ties
    if (random.below(2) === 0) {
      const [one, other] = [ties[random.below(ties.length)]!, ties[random.below(ties.length)]!]
      if (addTie(live, one[0], other[1])) ties.push([one[0], other[1]])
    } else {
      const at = random.below(ties.length)
      const [a, b] = ties[at]!
      ties[at] = ties.at(-1)!
      ties.pop()
      dropTie(live, a, b)
    }
    liveEi(live)
    liveShares(live)
  }
  for (let i = 0; i < changes; i++) change()
  const all: number[] = []
  const perRound: number[] = []
  for (let round = -1; round < rounds; round++) {
    const full = busy(computeAnew)
    let total = 0
    for (let i = 0; i < changes; i++) {
      const seconds = busy(change)
      total += seconds
      if (round >= 0) all.push(seconds)
    }
    if (round >= 0) perRound.push(total / changes / full)
  }
  const sorted = all.sort((a, b) => a - b)
  return {
    median: sorted[Math.floor(0.5 * sorted.length)]!,
    p99: sorted[Math.floor(0.99 * sorted.length)]!,
    most: sorted.at(-1)!,
    mean: sorted.reduce((sum, seconds) => sum + seconds, 0) / sorted.length,
    ratio: spreadOf(perRound),
  }
}
