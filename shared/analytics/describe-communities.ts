import { communities } from './communities.ts'
import type { Csr } from './csr.ts'
import { actorPath, type DescribeStep, type Draft, ofNetwork, valueAt } from './describe-draft.ts'
import { undefinedFor } from './measured.ts'
import { partitionAgreement } from './partition-agreement.ts'

/** Of the network and of every actor, since both come from one search. */
export const COMMUNITY_STEPS: readonly DescribeStep[] = [
  ofNetwork(['communities', 'partition-agreement'], 'linear', writeCommunities),
]

function writeCommunities(csr: Csr, draft: Draft): void {
  const { document, actors, network } = draft
  const measure = communities(csr, document.seed)
  const found = valueAt(draft, 'communities', measure)
  for (let v = 0; v < actors.length; v++) {
    actors[v].community = found
      ? found.of[v]
      : valueAt(draft, actorPath(draft, v, 'community'), undefinedFor(measure.reason ?? 'no-ties'))
  }
  document.communities = null
  if (!found) return
  const sizes = new Uint32Array(found.count)
  for (let v = 0; v < csr.n; v++) sizes[found.of[v]]++
  document.communities = {
    count: found.count,
    sizes: Array.from(sizes.sort().reverse()),
    modularity: found.modularity,
  }
  document.methods['communities'] = { method: found.method, draws: found.draws }
  if (!network.labels) return
  const { adjustedRand, mutualInformation } = partitionAgreement(found.of, network.labels.of)
  document.communities.adjusted_rand = valueAt(draft, 'communities.adjusted_rand', adjustedRand)
  document.communities.mutual_information = valueAt(
    draft,
    'communities.mutual_information',
    mutualInformation,
  )
}
