/** What worker threads run: one exported function per kind of task. */
export { layOut } from '../network/layout/lay-out.ts'
export { computeNullModel } from '../research/compute-null-model.ts'
export { computeTables } from '../research/compute-tables.ts'
export { runBlock, runRange } from './all-pairs.ts'
export { readNetwork } from './reading.ts'
