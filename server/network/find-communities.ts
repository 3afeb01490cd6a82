import { buildCsr } from '#shared/analytics/csr.ts'
import { leiden } from '#shared/analytics/leiden.ts'

export interface CommunityTask {
  n: number
  /** Both ends of every tie, by number. */
  a: Uint32Array
  b: Uint32Array
}

/** The seed is fixed, so that the same register has the same groups. */
const OPTIONS = { seed: 1, rounds: 2 }

/** The community of every actor, numbered by lowest actor: for a worker. */
export function findCommunities({ n, a, b }: CommunityTask): Uint32Array | null {
  return leiden(buildCsr(n, a, b), OPTIONS).value?.of ?? null
}
