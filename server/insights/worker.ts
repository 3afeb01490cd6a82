/** What worker threads run: one exported function per kind of task. */
export { findCommunities } from '../network/find-communities.ts'
export { layOut } from '../network/layout/lay-out.ts'
export { orderForThreads, searchPart } from '../research/all-pairs.ts'
export { computeNullModel } from '../research/compute-null-model.ts'
export { computeTables } from '../research/compute-tables.ts'
export { readNetwork, splitNetworks } from './reading.ts'
