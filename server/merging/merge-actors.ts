import type { ActorRecord } from '#shared/contract/actors.ts'
import type { MergeRequest } from '#shared/contract/merging.ts'
import { actorStore } from '../actors/actor-store.ts'
import { mergerStore } from '../actors/merger-store.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { type EntityKey, type EntityStore, lastRevision } from '../db/entity-store.ts'
import type { Db } from '../db/schema.ts'
import { AppError, invalidInput, issue, notFound } from '../errors.ts'
import { affiliationStore } from '../events/affiliation-store.ts'
import { evidenceStore } from '../partnerships/evidence-store.ts'
import { partnershipStore } from '../partnerships/partnership-store.ts'
import { mergedActor } from './merge-fields.ts'
import {
  isWithdrawn,
  type MergeInput,
  type PartnershipMove,
  planAffiliations,
  planPartnerships,
  survivorOf,
} from './merge-plan.ts'

type Store = EntityStore<{ id: string }>

/** What a merge reads: its input, the other records that name the absorbed actor, and the last change of any of it. */
export interface MergeReading {
  input: MergeInput
  others: readonly EntityKey[]
  lastRevision: number
}

/** Throws `not-found` for an actor that is not there and `invalid-input` for one with itself. */
export async function readMerge(
  db: Db,
  stores: readonly Store[],
  { keptId, absorbedId }: { keptId: string; absorbedId: string },
): Promise<MergeReading> {
  if (keptId === absorbedId)
    throw invalidInput(issue('absorb', 'same-actor', 'An actor is not merged with itself.'))
  const actors = await actorStore.read(db, [keptId, absorbedId])
  const [kept, absorbed] = [actors.get(keptId), actors.get(absorbedId)]
  if (!kept || !absorbed) throw notFound('actor', kept ? absorbedId : keptId)
  let last = Math.max(kept.revision, absorbed.revision)
  const naming = async <R extends { id: string }>(store: EntityStore<R>, id: string): Promise<R[]> => {
    const keys = await store.referrers(db, 'actor', [id])
    const stored = await store.read(
      db,
      keys.map((key) => key.id),
    )
    last = Math.max(last, lastRevision(stored.values()))
    return [...stored.values()].map(({ record }) => record)
  }
  const input = {
    kept: kept.record,
    absorbed: absorbed.record,
    partnerships: await naming(partnershipStore, absorbedId),
    keptPartnerships: await naming(partnershipStore, keptId),
    affiliations: await naming(affiliationStore, absorbedId),
    keptAffiliations: (await naming(affiliationStore, keptId)).filter(
      ({ actorId, target }) => actorId !== absorbedId && target.id !== absorbedId,
    ),
  }
  const others: EntityKey[] = []
  for (const store of stores)
    if (store.entity !== 'partnership' && store.entity !== 'affiliation')
      others.push(...(await store.referrers(db, 'actor', [absorbedId])))
  return { input, others, lastRevision: last }
}

export interface MergeCounts {
  moved: number
  withdrawn: number
}

/**
 * Makes two actors one in the changeset: everything that names the absorbed one names the kept one, and the id of the absorbed one
 * leads there. Throws `stale` where something of it was changed after the preview.
 */
export async function mergeActors(
  tx: ChangesetTx,
  stores: readonly Store[],
  keptId: string,
  request: MergeRequest,
): Promise<MergeCounts> {
  const reading = await readMerge(tx.db, stores, { keptId, absorbedId: request.absorb })
  const { input } = reading
  if (reading.lastRevision > request.revision)
    throw new AppError('stale', {
      detail: `Something of these actors was changed in revision ${reading.lastRevision}, after the preview.`,
    })
  const moves = planPartnerships(input)
  const withdrawn = moves.filter((move) => isWithdrawn(move, request))
  const moved = moves.filter((move) => !isWithdrawn(move, request)).flatMap(({ after }) => after ?? [])
  await moveEvidence(tx, withdrawn)
  await tx.removeAll(
    partnershipStore,
    withdrawn.map(({ before }) => before.id),
  )
  await tx.putAll(partnershipStore, moved)
  const affiliations = planAffiliations(input)
  await tx.removeAll(affiliationStore, affiliations.withdrawn)
  await tx.putAll(affiliationStore, affiliations.changed)
  await tx.put(actorStore, await keptActor(tx, input, request))
  await repointOthers(tx, stores, input)
  await tx.removeAll(actorStore, [input.absorbed.id])
  await tx.put(mergerStore, { id: input.absorbed.id, intoId: keptId, name: input.absorbed.name })
  return {
    moved: moved.length + affiliations.moved,
    withdrawn: withdrawn.length + affiliations.withdrawn.length,
  }
}

/** What proved a record that goes proves the one that says the same; where there is none it goes with it. */
async function moveEvidence(tx: ChangesetTx, withdrawn: readonly PartnershipMove[]) {
  const byId = new Map(withdrawn.map((move) => [move.before.id, move]))
  const survivors = withdrawn.map((move) => ({ before: move.before, stays: survivorOf(move, byId) }))
  for (const { before, stays } of survivors) {
    const keys = await evidenceStore.referrers(tx.db, 'partnership', [before.id])
    const files = await tx.findMany(
      evidenceStore,
      keys.map(({ id }) => id),
    )
    if (stays !== null)
      await tx.putAll(
        evidenceStore,
        [...files.values()].map(({ record }) => evidenceStore.repoint(record, before.id, stays)),
      )
    else await tx.removeAll(evidenceStore, [...files.keys()])
  }
}

/** The kept actor as chosen; it is no part of itself, neither directly nor by way of the one that it takes in. */
async function keptActor(
  tx: ChangesetTx,
  { kept, absorbed }: MergeInput,
  request: MergeRequest,
): Promise<ActorRecord> {
  const merged = mergedActor(kept, absorbed, request.fields)
  const own = new Set([kept.id, absorbed.id])
  const above = merged.parentId === absorbed.id ? absorbed.parentId : merged.parentId
  const parentId = above !== null && own.has(above) ? null : above
  const seen = new Set<string>()
  for (let at = parentId; at !== null && !seen.has(at); ) {
    if (own.has(at))
      throw invalidInput(issue('fields.parentId', 'own-parent', 'An actor is no part of itself.'))
    seen.add(at)
    const stored = await tx.find(actorStore, at)
    at = stored?.record.parentId ?? null
  }
  return { ...merged, parentId }
}

/** Events, parts, earlier merges and whatever else names the absorbed actor. */
async function repointOthers(tx: ChangesetTx, stores: readonly Store[], { kept, absorbed }: MergeInput) {
  for (const store of stores) {
    const keys = await store.referrers(tx.db, 'actor', [absorbed.id])
    const stored = await tx.findMany(
      store,
      keys.map((key) => key.id),
    )
    await tx.putAll(
      store,
      [...stored.values()]
        .filter(({ record }) => record.id !== absorbed.id)
        .map(({ record }) => store.repoint(record, absorbed.id, kept.id)),
    )
  }
}
