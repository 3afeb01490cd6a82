import type { NewPartnership, PartnershipRecord } from '#shared/contract/partnerships.ts'
import { actorStore } from '../actors/actor-store.ts'
import { checkNewActor, createActor, findSimilarActors } from '../actors/create-actor.ts'
import { mergedInto } from '../actors/merged-into.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { newId } from '../db/new-id.ts'
import { AppError, invalidInput, issue } from '../errors.ts'
import type { WriteContext } from '../reference/write-context.ts'
import { attachEvidence } from './attach-evidence.ts'
import { checkArcs, checkNewPartnership } from './check-partnership.ts'
import type { EvidenceFiles } from './evidence-files.ts'
import { findDuplicates } from './find-duplicates.ts'
import { rememberNotDuplicate } from './not-duplicate.ts'
import { partnershipStore } from './partnership-store.ts'

export interface LogOptions {
  /** The id to give; a new one otherwise. */
  id?: string
  /** Where the files lie that it names. */
  files: EvidenceFiles
}

/**
 * Logs a partnership in the changeset, with the actors that are new, the files that prove it, and what it was said not to repeat.
 * Throws `invalid-input` with every field that is
 * wrong, and `conflict` with the records in question where the same parties already work together in this way, or a new
 * actor seems to be in the register, unless it is said to be another.
 */
export async function logPartnership(
  tx: ChangesetTx,
  context: WriteContext,
  asked: NewPartnership,
  { id = newId(), files }: LogOptions,
): Promise<PartnershipRecord> {
  const input = { ...asked, parties: await whereMerged(tx, asked.parties) }
  const issues = [...checkNewPartnership(context, input), ...(await checkActors(tx, context, input))]
  if (issues.length > 0) throw invalidInput(...issues)
  const parties = await partyIds(tx, context, input)
  const arcs = input.arcs.map(([from, to]): [string, string] => [parties[from]!, parties[to]!])
  const wrongArcs = checkArcs(context, input.kind, parties, arcs, 'arcs')
  if (wrongArcs.length > 0) throw invalidInput(...wrongArcs)
  const record = partnershipRecord(context, input, { id, parties, arcs })
  const others = await otherRecords(tx, context, record, input)
  await tx.add(partnershipStore, [record])
  await rememberNotDuplicate(tx, 'partnership', record.id, others)
  await attachEvidence(tx, files, { partnershipId: record.id, files: input.files, addedOn: context.today })
  return record
}

/** An actor that became another one since the form was filled in is that one. */
async function whereMerged(
  tx: ChangesetTx,
  parties: NewPartnership['parties'],
): Promise<NewPartnership['parties']> {
  const named = parties.flatMap((party) => ('actorId' in party ? [party.actorId] : []))
  const merged = await mergedInto(tx.db, named)
  return parties.map((party) => {
    const into = 'actorId' in party ? merged.get(party.actorId) : undefined
    return into === undefined ? party : { actorId: into }
  })
}

/** Unknown actors, and what is wrong with new ones, each at its place in the list of parties. */
async function checkActors(tx: ChangesetTx, context: WriteContext, { parties }: NewPartnership) {
  const named = parties.flatMap((party) => ('actorId' in party ? [party.actorId] : []))
  const known = await tx.findMany(actorStore, named)
  return parties.flatMap((party, i) => {
    if ('newActor' in party) return checkNewActor(context, party.newActor, `parties.${i}.newActor.`)
    if (known.has(party.actorId)) return []
    const message = `There is no actor "${party.actorId}".`
    return [issue(`parties.${i}.actorId`, 'unknown-actor', message, { value: party.actorId })]
  })
}

/** The ids of the parties in order; new ones are registered on the way. */
async function partyIds(tx: ChangesetTx, context: WriteContext, input: NewPartnership): Promise<string[]> {
  const ids: string[] = []
  for (const [i, party] of input.parties.entries()) {
    if ('actorId' in party) ids.push(party.actorId)
    else {
      const actor = { ...party.newActor, notDuplicate: party.newActor.notDuplicate ?? input.notDuplicate }
      const alike = actor.notDuplicate
        ? await findSimilarActors(tx, actor.name, actor.regionCode ?? null)
        : []
      const { id } = await createActor(tx, context, actor, { path: `parties.${i}.newActor.` })
      await rememberNotDuplicate(
        tx,
        'actor',
        id,
        alike.map((other) => other.id),
      )
      ids.push(id)
    }
  }
  return ids
}

function partnershipRecord(
  { today }: WriteContext,
  input: NewPartnership,
  named: Pick<PartnershipRecord, 'id' | 'parties' | 'arcs'>,
): PartnershipRecord {
  const { startedOn, status } = input
  return {
    id: named.id,
    kind: input.kind,
    intensity: input.intensity,
    evidence: input.evidence,
    evidenceUrl: input.evidenceUrl ?? null,
    note: input.note || null,
    parties: named.parties,
    arcs: named.arcs,
    startedOn,
    endedOn: null,
    endReason: null,
    // A proposal is one from the day it is recorded; what goes on has done so from its start, known or not.
    statuses: [{ from: status === 'proposed' ? today : startedOn, value: status }],
    confirmations: [],
    weight: null,
    projects: [],
    recordedOn: startedOn === null ? today : null,
  }
}

/**
 * The records that this one was said not to repeat: those that look like it, and those that were shown beside it. Throws
 * `conflict` where one is in the way of which nobody said so.
 */
async function otherRecords(
  tx: ChangesetTx,
  { today }: WriteContext,
  record: PartnershipRecord,
  { notDuplicate, notDuplicateOf }: NewPartnership,
): Promise<string[]> {
  const { parties, kind, startedOn } = record
  const said = new Set(notDuplicateOf)
  const found = await findDuplicates(tx.db, { parties, kind, startedOn }, today)
  const duplicates = notDuplicate ? [] : found.filter(({ id }) => !said.has(id))
  if (duplicates.length === 0) {
    const shown = await tx.findMany(partnershipStore, notDuplicateOf)
    return [...new Set([...found.map(({ id }) => id), ...shown.keys()])]
  }
  throw new AppError('conflict', {
    detail: 'These parties already have a partnership of this kind.',
    issues: [
      issue('parties', 'duplicate-partnership', 'These parties already have a partnership of this kind.', {
        id: duplicates[0]!.id,
      }),
    ],
    alike: duplicates.map(({ id }) => ({ entity: 'partnership', id })),
  })
}
