import type { ActorBulkInput, BulkOutcome, PartnershipBulkInput } from '#shared/contract/bulk.ts'
import { sendJson } from './http.ts'

type Count<Input> = Omit<Input, 'dryRun' | 'counted' | 'reason'>

/** The records that a change of many is of. */
export type BulkTarget = 'actors' | 'partnerships'
export type BulkAsk<T extends BulkTarget> = Count<T extends 'actors' ? ActorBulkInput : PartnershipBulkInput>

/** What the change would do; nothing is written. */
export const countBulk = <T extends BulkTarget>(target: T, ask: BulkAsk<T>) =>
  sendJson<BulkOutcome>('POST', `/${target}/bulk`, { body: { ...ask, dryRun: true } })

/** Does what was counted, as one change. */
export const applyBulk = <T extends BulkTarget>(
  target: T,
  ask: BulkAsk<T>,
  { revision, changes }: Pick<BulkOutcome, 'revision' | 'changes'>,
  reason: string,
) =>
  sendJson<BulkOutcome>('POST', `/${target}/bulk`, {
    body: { ...ask, dryRun: false, counted: { revision, changes }, ...(reason === '' ? {} : { reason }) },
  })
