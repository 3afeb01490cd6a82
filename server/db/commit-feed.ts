import { currentRevision, type RecordChange, readChangesUnhurried } from './changeset-log.ts'
import type { Db } from './schema.ts'

export interface CommitEvent {
  revision: number
  changes: readonly RecordChange[]
  /** The register was emptied or replaced: read it anew. */
  reset: boolean
}

export type CommitListener = (event: CommitEvent) => void | Promise<void>

/** Listeners of a database and the last revision they have heard of: one after the other, none twice, none left out. */
interface Feed {
  seen: number
  listeners: Set<CommitListener>
  /** Commits are told in order, each after the one before has been dealt with. */
  tail: Promise<void>
}

const feeds = new WeakMap<Db, Feed>()

/** Hears of every changeset after this call, own or of another process, in order. Returns how to stop. */
export async function onCommit(db: Db, listener: CommitListener): Promise<() => void> {
  let feed = feeds.get(db)
  if (!feed) {
    feed = { seen: await currentRevision(db), listeners: new Set(), tail: Promise.resolve() }
    feeds.set(db, feed)
  }
  feed.listeners.add(listener)
  return () => feed.listeners.delete(listener)
}

/** Called once after each commit of this process. Resolves when the listeners have dealt with it. */
export async function publishCommit(db: Db, event: CommitEvent): Promise<void> {
  const feed = feeds.get(db)
  if (!feed) return
  await inTurn(feed, async () => {
    if (feed.seen < event.revision - 1) await catchUp(db, feed, event.revision - 1)
    if (feed.seen < event.revision) await tell(feed, event)
  })
}

/** Tells the listeners what other processes have committed since. */
export async function noticeForeignCommits(db: Db): Promise<void> {
  const feed = feeds.get(db)
  if (!feed) return
  await inTurn(feed, async () => catchUp(db, feed, await currentRevision(db)))
}

/** Looks for commits of other processes from time to time. Returns how to stop. */
export function watchForeignCommits(
  db: Db,
  milliseconds: number,
  onError: (error: unknown) => void,
): () => void {
  const timer = setInterval(() => noticeForeignCommits(db).catch(onError), milliseconds)
  timer.unref()
  return () => clearInterval(timer)
}

function inTurn(feed: Feed, work: () => Promise<void>): Promise<void> {
  const turn = feed.tail.then(work)
  feed.tail = turn.catch(() => undefined)
  return turn
}

async function catchUp(db: Db, feed: Feed, upTo: number) {
  const rows = await db
    .selectFrom('changeset')
    .select('revision')
    .where('revision', '>', feed.seen)
    .where('revision', '<=', upTo)
    .orderBy('revision')
    .execute()
  for (const { revision } of rows) {
    // A log that does not go on where it stopped was begun anew.
    const reset = revision > 1 && (await isFirst(db, revision))
    await tell(feed, { revision, changes: reset ? [] : await readChangesUnhurried(db, revision), reset })
  }
}

async function isFirst(db: Db, revision: number): Promise<boolean> {
  const earlier = await db
    .selectFrom('changeset')
    .select('revision')
    .where('revision', '<', revision)
    .limit(1)
    .executeTakeFirst()
  return earlier === undefined
}

/** The commit stands whatever becomes of a listener: its failure is logged, and does not fail the write. */
async function tell(feed: Feed, event: CommitEvent) {
  feed.seen = event.revision
  for (const listener of [...feed.listeners])
    try {
      await listener(event)
    } catch (error) {
      console.error(`A listener could not follow revision ${event.revision}:`, error)
    }
}
