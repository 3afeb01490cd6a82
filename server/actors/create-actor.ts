import type { ActorRecord, NewActor } from '#shared/contract/actors.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { newId } from '../db/new-id.ts'
import { AppError, invalidInput, issue } from '../errors.ts'
import { codeIssue, dateIssue, sectorIssue, type WriteContext } from '../reference/write-context.ts'
import { actorStore } from './actor-store.ts'
import { isSimilarName } from './similar-name.ts'

export interface CreateOptions {
  /** The id to give; a new one otherwise. */
  id?: string
  /** Where the actor stands in a larger input: `parties.1.newActor.` */
  path?: string
}

/**
 * Registers an actor in the changeset. Throws `invalid-input` for codes in no list and dates to come, and `conflict`
 * with the records alike where one of that name is in the register already, unless it is said to be another.
 */
export async function createActor(
  tx: ChangesetTx,
  context: WriteContext,
  input: NewActor,
  { id = newId(), path = '' }: CreateOptions = {},
): Promise<ActorRecord> {
  const issues = [...checkNewActor(context, input, path), ...(await parentIssues(tx, input.parentId, path))]
  if (issues.length > 0) throw invalidInput(...issues)
  if (!input.notDuplicate) await refuseLikelyDuplicate(tx, input, path)
  const record = actorRecord(context, input, id)
  await tx.add(actorStore, [record])
  return record
}

/** The codes and dates of a new actor. */
export function checkNewActor(context: WriteContext, input: NewActor, path: string): FieldIssue[] {
  return [
    ...codeIssue(context.roles, `${path}role`, 'role', input.role),
    ...codeIssue(context.regions, `${path}regionCode`, 'region', input.regionCode),
    ...sectorIssue(context, `${path}sectorId`, input.sectorId),
    ...dateIssue(context, `${path}registeredOn`, input.registeredOn),
  ]
}

export async function parentIssues(
  tx: ChangesetTx,
  parentId: string | null | undefined,
  path: string,
): Promise<FieldIssue[]> {
  if (!parentId || (await tx.find(actorStore, parentId))) return []
  return [issue(`${path}parentId`, 'unknown-actor', `There is no actor "${parentId}".`, { value: parentId })]
}

function actorRecord({ today, officialPartition }: WriteContext, input: NewActor, id: string): ActorRecord {
  const registeredOn = input.registeredOn ?? today
  const { censusStatus = 'none', regionCode, sectorId } = input
  return {
    id,
    name: input.name,
    aliases: input.aliases ?? [],
    inCity: input.inCity ?? true,
    parentId: input.parentId ?? null,
    website: input.website ?? null,
    yearStarted: input.yearStarted ?? null,
    sizeClass: input.sizeClass ?? null,
    sizeBasis: input.sizeBasis ?? null,
    kbli: input.kbli ?? null,
    products: input.products ?? [],
    needs: input.needs ?? [],
    offers: input.offers ?? [],
    attributes: {},
    presence: [{ from: registeredOn, value: 'present' }],
    roles: [{ from: null, value: input.role }],
    regions: regionCode ? [{ from: null, value: regionCode }] : [],
    // Asked on the day it is entered, which is not the day it was registered for.
    census: censusStatus === 'none' ? [] : [{ from: today, value: censusStatus }],
    sectors: sectorId ? { [officialPartition]: [{ from: null, value: sectorId }] } : {},
  }
}

async function refuseLikelyDuplicate(tx: ChangesetTx, input: NewActor, path: string) {
  const alike = await findSimilarActors(tx, input.name, input.regionCode ?? null)
  if (alike.length === 0) return
  throw new AppError('conflict', {
    detail: `An actor called "${alike[0]!.name}" is in the register already.`,
    issues: alike.map((actor) =>
      issue(`${path}name`, 'likely-duplicate', `"${actor.name}" is in the register already.`, {
        name: actor.name,
        id: actor.id,
      }),
    ),
    alike: alike.map(({ id }) => ({ entity: 'actor', id })),
  })
}

/** Actors of a similar name or alias, in the same region or where either has none; at most ten. */
export async function findSimilarActors(
  tx: ChangesetTx,
  name: string,
  regionCode: string | null,
): Promise<ActorRecord[]> {
  const rows = await tx.db.selectFrom('actor').select(['id', 'name', 'aliases']).orderBy('id').execute()
  const ids = rows
    .filter((row) => [row.name, ...(JSON.parse(row.aliases) as string[])].some((n) => isSimilarName(n, name)))
    .map((row) => row.id)
  if (ids.length === 0) return []
  const alike = [...(await tx.findMany(actorStore, ids)).values()].map((stored) => stored.record)
  return alike.filter((actor) => mayBeIn(actor, regionCode)).slice(0, 10)
}

function mayBeIn(actor: ActorRecord, regionCode: string | null): boolean {
  const region = actor.regions.at(-1)?.value ?? null
  return region === null || regionCode === null || region === regionCode
}
