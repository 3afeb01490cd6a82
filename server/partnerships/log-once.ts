import type {
  LoggedPartnership,
  NewPartnership,
  PartnershipDetail,
  PartnershipRecord,
} from '#shared/contract/partnerships.ts'
import type { EffectReceipt } from '#shared/contract/receipt.ts'
import { withActorLines } from '../actors/actor-line.ts'
import type { OpenView, ViewFor } from '../actors/actor-view.ts'
import { type Committed, commitChangeset } from '../db/changeset.ts'
import { type RecordChange, readChanges } from '../db/changeset-log.ts'
import { noticeForeignCommits } from '../db/commit-feed.ts'
import {
  completeAnswer,
  findKeptAnswer,
  fingerprintOf,
  type KeptAnswer,
  keepAnswer,
} from '../db/kept-answer.ts'
import type { Db } from '../db/schema.ts'
import { notFound } from '../errors.ts'
import { readWriteContext } from '../reference/write-context.ts'
import type { Clock } from '../today.ts'
import type { EvidenceFiles } from './evidence-files.ts'
import { logPartnership } from './log-partnership.ts'
import { partnershipLine, withPartnershipLines } from './partnership-line.ts'
import type { PartnershipView } from './partnership-view.ts'

interface LoggedWrite {
  revision: number
  changes: readonly RecordChange[]
  partnershipId: string
}

export interface PartnershipServices {
  db: Db
  view: OpenView<PartnershipView>
  viewFor: ViewFor<PartnershipView>
  /** What a write did to the numbers; from the insights, put together in `app.ts`. */
  effectOf(write: LoggedWrite): EffectReceipt
  files: EvidenceFiles
  clock?: Clock
}

/** Logs it, or answers as the first time where it comes again under the same key. */
export async function logOnce(
  services: PartnershipServices,
  input: NewPartnership,
  author: string,
  key: string | undefined,
): Promise<LoggedPartnership> {
  const { db, clock, files, view } = services
  const write = key === undefined ? null : { author, key, fingerprint: fingerprintOf(input) }
  const context = await readWriteContext(db, clock)
  const head = { author, action: 'log-partnership', reason: input.reason }
  try {
    const committed = await commitChangeset(db, head, async (tx) => {
      const kept = write && (await findKeptAnswer(tx.db, write))
      if (kept) throw new AnsweredBefore(kept)
      const record = await logPartnership(tx, context, input, { files })
      if (write) await keepAnswer(tx.db, write, { recordId: record.id, revision: tx.revision })
      return record
    })
    const logged = loggedPartnership(services, committed)
    if (write) await completeAnswer(db, write, logged)
    return logged
  } catch (error) {
    if (error instanceof AnsweredBefore) return await answerAgain(services, error.kept)
    await noticeForeignCommits(db)
    const now = view({ definition: 'official' })
    throw withActorLines(withPartnershipLines(error, now), now)
  }
}

/** Leaves the transaction of a write that came before: nothing is to be written. */
class AnsweredBefore extends Error {
  readonly kept: KeptAnswer
  constructor(kept: KeptAnswer) {
    super('answered before')
    this.kept = kept
  }
}

/** The answer of the first time; put together anew where the process ended between the commit and the answer. */
async function answerAgain(
  services: PartnershipServices,
  { answer, revision, record_id: id }: KeptAnswer,
): Promise<LoggedPartnership> {
  if (answer !== null) return JSON.parse(answer) as LoggedPartnership
  const changes = await readChanges(services.db, revision)
  const result = changes.find((change) => change.entity === 'partnership' && change.id === id)?.after
  if (!result) throw notFound('partnership', id)
  return loggedPartnership(services, { result: result as PartnershipRecord, revision, changes })
}

/** Record, revision and reading of one view. Throws `not-found` where it has none of that id. */
export function partnershipDetail(view: PartnershipView, id: string): PartnershipDetail {
  const record = view.partnerships.get(id)
  if (!record) throw notFound('partnership', id)
  return { ...partnershipLine(view, record), record }
}

/** The partnership as this commit left it, whatever was committed since. */
export function loggedPartnership(
  { view, effectOf }: PartnershipServices,
  { result, revision, changes }: Committed<PartnershipRecord>,
): LoggedPartnership {
  return {
    revision,
    partnership: partnershipDetail(view({ definition: 'official' }, { revision, changes }), result.id),
    receipt: receiptOf(effectOf, { revision, changes, partnershipId: result.id }),
  }
}

/** The write is committed by now: a fault here is logged, and takes only the receipt away. */
function receiptOf(effectOf: PartnershipServices['effectOf'], write: LoggedWrite): EffectReceipt | null {
  try {
    return effectOf(write)
  } catch (error) {
    console.error(`The effect of revision ${write.revision} could not be worked out:`, error)
    return null
  }
}
