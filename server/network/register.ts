import { DEFAULT_SEED } from '#shared/analytics/random.ts'
import type { ActorRecord } from '#shared/contract/actors.ts'
import type { AffiliationRecord, EventRecord } from '#shared/contract/events.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { City, Definition, Kind, Partition, Role, Target } from '#shared/contract/reference.ts'
import type { DefinitionId, On } from '#shared/contract/vocabulary.ts'
import { actorStore } from '../actors/actor-store.ts'
import type { RecordChange } from '../db/changeset-log.ts'
import { type CommitEvent, onCommit } from '../db/commit-feed.ts'
import type { Stored } from '../db/entity-store.ts'
import type { CitySettings } from '../db/reference/reference-data.ts'
import type { Db } from '../db/schema.ts'
import { affiliationStore } from '../events/affiliation-store.ts'
import { eventStore } from '../events/event-store.ts'
import { partnershipStore } from '../partnerships/partnership-store.ts'
import { readCitySettings, readReference } from '../reference/read-reference.ts'
import { type Clock, todayOf } from '../today.ts'
import { unhurried } from '../unhurried.ts'
import { deriveNetwork, deriveNetworkStepwise, type Network, type NetworkSource } from './derive-network.ts'

/** Everything that an answer is read from, at one revision. Never changed: a commit makes the next one. */
export interface Snapshot extends NetworkSource {
  revision: number
  /** Goes up when the register was emptied or replaced while it was followed: nothing kept about it holds any more. */
  generation: number
  actors: ReadonlyMap<string, ActorRecord>
  partnerships: ReadonlyMap<string, PartnershipRecord>
  events: ReadonlyMap<string, EventRecord>
  affiliations: ReadonlyMap<string, AffiliationRecord>
  /** Of the last change of each record: what a change made on what is read here sends as `If-Match`. */
  revisions: { actors: Revisions; partnerships: Revisions }
  kinds: ReadonlyMap<string, Kind>
  roles: readonly Role[]
  partitions: ReadonlyMap<string, Partition>
  definitions: ReadonlyMap<DefinitionId, Definition>
  settings: CitySettings
  target: Target | null
  /** Seed of every random number in a published figure. */
  seed: number
}

export type Revisions = ReadonlyMap<string, number>

/** The register in memory: loaded once, then patched by each changeset, own or of another process. */
export interface Register {
  current(): Snapshot
  /** A recent revision, if it is still kept. */
  at(revision: number): Snapshot | undefined
  /** The register as a commit left it, also where it is not kept any more or could not be followed. */
  after(commit: Pick<CommitEvent, 'revision' | 'changes'>): Snapshot
  /** Called with each new snapshot, once answers are read from it. Returns how to stop. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void
  close(): void
}

/** The present revision and the one before, for the receipt of a write that another has overtaken. */
const KEPT = 2

export async function openRegister(db: Db): Promise<Register> {
  // Listen first: a commit during the load waits and is then found to be in it already, or is added.
  let ready = (): void => undefined
  const loaded = new Promise<void>((resolve) => {
    ready = resolve
  })
  let snapshot: Snapshot
  const recent = new Map<number, Snapshot>()
  const listeners = new Set<(snapshot: Snapshot) => void>()
  const keep = (next: Snapshot) => {
    snapshot = next
    recent.set(next.revision, next)
    for (const revision of [...recent.keys()].slice(0, -KEPT)) recent.delete(revision)
    // what is asked about another date is asked of the newest
    for (const [revision, older] of recent) if (revision !== next.revision) derived.delete(older)
  }
  const stop = await onCommit(db, async (event) => {
    await loaded
    if (event.revision <= snapshot.revision && !event.reset) return
    if (event.reset) recent.clear()
    keep(await follow(db, snapshot, event))
    for (const listener of listeners) listener(snapshot)
  })
  snapshot = await loadSnapshot(db)
  keep(snapshot)
  ready()

  return {
    current: () => snapshot,
    at: (revision) => recent.get(revision),
    after: ({ revision, changes }) =>
      recent.get(revision) ?? (changes.length === 0 ? snapshot : patchSnapshot(snapshot, revision, changes)),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: stop,
  }
}

/** Settings and code lists are few and seldom change: with them all is read anew. */
const READ_ANEW: ReadonlySet<string> = new Set(['setting', 'kind', 'sector'])

async function follow(db: Db, snapshot: Snapshot, event: CommitEvent): Promise<Snapshot> {
  const gap = event.revision !== snapshot.revision + 1
  const settings = event.changes.some(({ entity }) => READ_ANEW.has(entity))
  const generation = snapshot.generation + (event.reset ? 1 : 0)
  if (event.reset || gap || settings) return { ...(await loadSnapshot(db)), generation }
  return patchSnapshot(snapshot, event.revision, event.changes)
}

/** The snapshot with the records of a changeset as they are after it (or, to look back, before it). */
export function patchSnapshot(
  snapshot: Snapshot,
  revision: number,
  changes: readonly RecordChange[],
  side: 'after' | 'before' = 'after',
): Snapshot {
  return {
    ...snapshot,
    revision,
    actors: patched(snapshot.actors, changes, 'actor', side),
    partnerships: patched(snapshot.partnerships, changes, 'partnership', side),
    events: patched(snapshot.events, changes, 'event', side),
    affiliations: patched(snapshot.affiliations, changes, 'affiliation', side),
    revisions: {
      actors: revised(snapshot.revisions.actors, changes, 'actor', side, revision),
      partnerships: revised(snapshot.revisions.partnerships, changes, 'partnership', side, revision),
    },
  }
}

function patched<R>(
  records: ReadonlyMap<string, R>,
  changes: readonly RecordChange[],
  entity: string,
  side: 'after' | 'before',
): ReadonlyMap<string, R> {
  const own = changes.filter((change) => change.entity === entity)
  if (own.length === 0) return records
  const next = new Map(records)
  for (const change of own) {
    const record = change[side]
    if (record === null) next.delete(change.id)
    // the spine logs whole records of the entity's own type
    else next.set(change.id, record as R)
  }
  return next
}

/** Looking back, the revision of a touched record is not known: a look back is not what changes are made on. */
function revised(
  revisions: Revisions,
  changes: readonly RecordChange[],
  entity: string,
  side: 'after' | 'before',
  revision: number,
): Revisions {
  const own = changes.filter((change) => change.entity === entity)
  if (own.length === 0) return revisions
  const next = new Map(revisions)
  for (const { id, after } of own) {
    if (side === 'before' || after === null) next.delete(id)
    else next.set(id, revision)
  }
  return next
}

/** Reads all of it in one transaction, so that it is one revision. */
export async function loadSnapshot(db: Db): Promise<Snapshot> {
  return db.transaction().execute(async (trx) => {
    const { revision, roles, kinds, partitions, definitions, target } = await readReference(trx)
    const actors = await actorStore.read(trx)
    const partnerships = await partnershipStore.read(trx)
    return {
      revision,
      generation: 0,
      actors: recordsOf(actors),
      partnerships: recordsOf(partnerships),
      events: recordsOf(await eventStore.read(trx)),
      affiliations: recordsOf(await affiliationStore.read(trx)),
      revisions: { actors: revisionsOf(actors), partnerships: revisionsOf(partnerships) },
      kinds: new Map(kinds.map((kind) => [kind.id, kind])),
      roles,
      partitions: new Map(partitions.map((partition) => [partition.id, partition])),
      definitions: new Map(definitions.map((definition) => [definition.id, definition])),
      settings: await readCitySettings(trx),
      target,
      seed: await readSeed(trx),
    }
  })
}

function revisionsOf(stored: Map<string, Stored<unknown>>): Map<string, number> {
  return new Map([...stored].map(([id, { revision }]) => [id, revision]))
}

function recordsOf<R>(stored: Map<string, Stored<R>>): Map<string, R> {
  return new Map([...stored].map(([id, { record }]) => [id, record]))
}

async function readSeed(db: Db): Promise<number> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'randomSeed')
    .executeTakeFirst()
  return row === undefined ? DEFAULT_SEED : Number(JSON.parse(row.value))
}

/** The dates that questions are asked with: today, the default, and the first and last day of a series. */
export type CityDates = Pick<City, 'today' | 'defaultOn' | 'firstOn' | 'lastOn'>

export function cityDates(snapshot: Snapshot, clock?: Clock): CityDates {
  const { settings } = snapshot
  const today = todayOf(settings, clock)
  return {
    today,
    defaultOn: settings.defaultOn ?? today,
    lastOn: settings.lastOn ?? today,
    firstOn: settings.firstOn ?? firstStart(snapshot),
  }
}

const firstStarts = new WeakMap<Snapshot['partnerships'], { day: string | null }>()

/** Asked for with every question, so looked for once. */
function firstStart({ partnerships }: Snapshot): string | null {
  const known = firstStarts.get(partnerships)
  if (known) return known.day
  let first: string | null = null
  for (const { startedOn } of partnerships.values())
    if (startedOn !== null && (first === null || startedOn < first)) first = startedOn
  firstStarts.set(partnerships, { day: first })
  return first
}

const derived = new WeakMap<Snapshot, Map<string, Network>>()
/** More dates than a long series has; beyond, the oldest is derived again when asked for. */
const KEPT_NETWORKS = 96
/** A network says of every actor and partnership how it reads: of large registers fewer networks are kept. */
const KEPT_STANDINGS = 400_000

function keptNetworks({ partnerships }: Snapshot): number {
  return Math.max(4, Math.min(KEPT_NETWORKS, Math.floor(KEPT_STANDINGS / Math.max(1, partnerships.size))))
}

/** The network of a definition on a date, derived once per snapshot. Of the definition's own partition unless another is named. */
export function networkOn(
  snapshot: Snapshot,
  definitionId: DefinitionId,
  on: On,
  partitionId?: string,
): Network {
  const definition = definitionOf(snapshot, definitionId)
  const partition = partitionOf(snapshot, partitionId ?? definition.partitionId)
  const key = `${definitionId} ${on} ${partition.id}`
  return (
    derivedOf(snapshot).get(key) ??
    keepNetwork(snapshot, key, deriveNetwork(snapshot, definition, partition, on))
  )
}

/** The same, letting other requests through while a large one is derived. */
export async function networkSoon(
  snapshot: Snapshot,
  definitionId: DefinitionId,
  on: On,
  partitionId?: string,
): Promise<Network> {
  const definition = definitionOf(snapshot, definitionId)
  const partition = partitionOf(snapshot, partitionId ?? definition.partitionId)
  const key = `${definitionId} ${on} ${partition.id}`
  const known = derivedOf(snapshot).get(key)
  if (known) return known
  const network = await unhurried(deriveNetworkStepwise(snapshot, definition, partition, on))
  // others may have derived it meanwhile: everybody goes on with one
  return derivedOf(snapshot).get(key) ?? keepNetwork(snapshot, key, network)
}

function derivedOf(snapshot: Snapshot): Map<string, Network> {
  let networks = derived.get(snapshot)
  if (!networks) {
    networks = new Map()
    derived.set(snapshot, networks)
  }
  return networks
}

function keepNetwork(snapshot: Snapshot, key: string, network: Network): Network {
  const networks = derivedOf(snapshot)
  networks.set(key, network)
  for (const oldest of [...networks.keys()].slice(0, -keptNetworks(snapshot))) networks.delete(oldest)
  return network
}

export function definitionOf(snapshot: Snapshot, id: DefinitionId): Definition {
  const definition = snapshot.definitions.get(id)
  if (!definition) throw new Error(`The database has no definition "${id}".`)
  return definition
}

function partitionOf(snapshot: Snapshot, id: string): Partition {
  const partition = snapshot.partitions.get(id)
  if (!partition) throw new Error(`The database has no partition "${id}".`)
  return partition
}
