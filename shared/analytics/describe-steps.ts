import { ACTOR_STEPS } from './describe-actors.ts'
import { COMMUNITY_STEPS } from './describe-communities.ts'
import type { DescribeStep } from './describe-draft.ts'
import { EVENT_STEPS } from './describe-events.ts'
import { NETWORK_STEPS } from './describe-network.ts'
import { SECTOR_STEPS } from './describe-sectors.ts'
import { TIME_STEPS } from './describe-time.ts'

/** The table that `describe.ts` walks: which metric writes which keys of the document, in the order they are printed. */
export const DESCRIBE_STEPS: readonly DescribeStep[] = [
  ...NETWORK_STEPS,
  ...TIME_STEPS,
  ...EVENT_STEPS,
  ...SECTOR_STEPS,
  ...ACTOR_STEPS,
  ...COMMUNITY_STEPS,
]
