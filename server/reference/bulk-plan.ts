import { isDeepStrictEqual } from 'node:util'
import type { BulkOutcome } from '#shared/contract/bulk.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import { AppError } from '../errors.ts'

/** What a change makes of one record: the record, or why not. */
export type BulkStep<R> = { changed: R; value?: string } | { issues: FieldIssue[] }

export interface BulkPlan<R> {
  changed: R[]
  outcome: Omit<BulkOutcome, 'revision'>
}

/** So many of those that cannot be changed are named. */
const SHOWN_REFUSALS = 20

/** The change of each record by itself: what cannot be changed is told and left as it is, and keeps nobody from the rest. */
export function planBulk<R extends { id: string }>(
  records: readonly R[],
  step: (record: R) => BulkStep<R>,
): BulkPlan<R> {
  const changed: R[] = []
  const outcome = {
    selected: records.length,
    changes: 0,
    unchanged: 0,
    refused: 0,
    examples: [] as BulkOutcome['examples'],
    values: {} as Record<string, number>,
  }
  for (const record of records) {
    const next = step(record)
    if ('issues' in next) {
      outcome.refused++
      if (outcome.examples.length < SHOWN_REFUSALS)
        outcome.examples.push({ id: record.id, issues: next.issues })
    } else if (isDeepStrictEqual(next.changed, record)) outcome.unchanged++
    else {
      outcome.changes++
      changed.push(next.changed)
      if (next.value !== undefined) outcome.values[next.value] = (outcome.values[next.value] ?? 0) + 1
    }
  }
  return { changed, outcome }
}

/** Throws `stale` where the change would not be the one that was counted. */
export function checkCounted(
  counted: { revision: number; changes: number } | undefined,
  plan: BulkPlan<unknown>,
  lastRevision: number,
): void {
  if (!counted || counted.changes !== plan.outcome.changes || lastRevision > counted.revision)
    throw new AppError('stale', {
      detail: 'What was selected has changed since it was counted; count it again.',
    })
}
