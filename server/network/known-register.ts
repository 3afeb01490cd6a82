import { setTimeout } from 'node:timers/promises'
import { changesBack, logEnds, revisionBy } from '../db/known-at.ts'
import type { Db } from '../db/schema.ts'
import { AppError, invalidInput } from '../errors.ts'
import { patchSnapshot, type Register, type Snapshot } from './register.ts'

/** The register as it was known at a revision or a moment: the present one without what was written since. */
export interface KnownRegister {
  /** Of the present where nothing is asked; @throws invalid-input for a time that the log does not reach. */
  at(known?: string | undefined): Promise<Snapshot>
}

/** Each holds its own maps of all records; they share the records that did not change. */
const KEPT = 4

export function createKnownRegister(db: Db, register: Register): KnownRegister {
  let present: Snapshot | undefined
  let kept = new Map<number, Promise<Snapshot>>()
  return {
    async at(known) {
      const current = register.current()
      if (known === undefined) return current
      const revision = await revisionOf(db, current, known)
      if (revision >= current.revision) return current
      if (present === undefined || !sharesReference(present, current)) kept = new Map()
      present = current
      // what was known at a revision does not change with later ones
      const lookedBack = kept.get(revision)
      if (lookedBack) return lookedBack
      const mine = kept
      const snapshot = lookBack(db, register, revision)
      snapshot.catch(() => mine.delete(revision))
      mine.set(revision, snapshot)
      for (const oldest of [...mine.keys()].slice(0, -KEPT)) mine.delete(oldest)
      return snapshot
    },
  }
}

/** Settings and code lists are those of today, also in what was known before: with new ones every look back is made anew. */
const sharesReference = (before: Snapshot, now: Snapshot) =>
  before.generation === now.generation &&
  before.settings === now.settings &&
  before.definitions === now.definitions &&
  before.kinds === now.kinds

/** How often it is tried while writes come in between, and how long each time they are waited for. */
const TRIES = 100
const PAUSE_MS = 20

/** A write between the two reads would be half in: then once more, from the new present. */
async function lookBack(db: Db, register: Register, revision: number): Promise<Snapshot> {
  for (let tries = 0; tries < TRIES; tries++) {
    const current = register.current()
    const changes = await changesBack(db, revision)
    const ends = await logEnds(db)
    if (register.current() === current && ends?.last.revision === current.revision)
      return patchSnapshot(current, revision, changes, 'before')
    await setTimeout(PAUSE_MS)
  }
  throw new AppError('unavailable', { detail: 'The register is being written to; try again.' })
}

async function revisionOf(db: Db, current: Snapshot, known: string): Promise<number> {
  const ends = await logEnds(db)
  const refuse = (code: string, message: string, params: Record<string, string | number>) =>
    invalidInput({ path: 'known', code, message, params })
  const numbered = /^\d+$/.test(known)
  const revision = numbered ? Number(known) : await revisionBy(db, momentOf(known, current.settings.timeZone))
  if (numbered && Number(known) > current.revision)
    throw refuse('unknown-revision', `the last revision is ${current.revision}`, { last: current.revision })
  if (revision === null || ends === null || revision < ends.first.revision)
    throw refuse('before-log', `the log begins at revision ${ends?.first.revision ?? 0}`, {
      revision: ends?.first.revision ?? 0,
      date: ends ? dayOf(ends.first.at, current.settings.timeZone) : '',
    })
  return revision
}

/** The day of a moment where the city is. */
function dayOf(moment: string, timeZone: string): string {
  const at = new Date(moment)
  return new Date(at.getTime() + offsetOf(timeZone, at)).toISOString().slice(0, 10)
}

/** A day is meant to its end, where the city is. */
function momentOf(known: string, timeZone: string): string {
  if (known.length > 10) return new Date(known).toISOString()
  const end = new Date(`${known}T23:59:59.999Z`)
  return new Date(end.getTime() - offsetOf(timeZone, end)).toISOString()
}

/** How far the clocks of a time zone are ahead of UTC, ms. */
function offsetOf(timeZone: string, moment: Date): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment)
  const part = (type: string) => parts.find((one) => one.type === type)!.value
  const local = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`
  return Date.parse(local) - Math.floor(moment.getTime() / 1000) * 1000
}
