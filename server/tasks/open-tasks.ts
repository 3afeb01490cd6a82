import type { ActorRecord } from '#shared/contract/actors.ts'
import type { TaskKind } from '#shared/contract/tasks.ts'
import { addDays, addMonths } from '../network/calendar.ts'
import type { PartnershipView } from '../partnerships/partnership-view.ts'
import { unhurried } from '../unhurried.ts'
import { similarPairs } from './similar-pairs.ts'

/** A task as the register gives it: what it is about, and since when it waits (null: since ever). */
export interface OpenTask {
  about: readonly string[]
  since: string | null
}

export type OpenTasks = Readonly<Record<TaskKind, readonly OpenTask[]>>

/** A tie that lapses within so many days is asked about before it does. */
const AHEAD_DAYS = 30
/** As the coverage of a sector counts (survey or verification in the twelve months up to the day). */
const VERIFIED_MONTHS = 12

const kept = new WeakMap<object, { key: string; tasks: Promise<OpenTasks> }>()

/** All open tasks of the register as the view shows it; worked out once for every state of it. */
export function openTasks(view: PartnershipView): Promise<OpenTasks> {
  const key = `${view.revision} ${view.today}`
  const known = kept.get(view.partnerships)
  if (known?.key === key) return known.tasks
  const tasks = findTasks(view)
  kept.set(view.partnerships, { key, tasks })
  // a failure is not kept
  tasks.catch(() => kept.delete(view.partnerships))
  return tasks
}

async function findTasks(view: PartnershipView): Promise<OpenTasks> {
  return { tie: tieTasks(view), business: businessTasks(view), duplicate: await duplicateTasks(view) }
}

/** Work that has lapsed, or is about to: those that lapsed first come first. */
function tieTasks(view: PartnershipView): OpenTask[] {
  const soon = addDays(view.today, AHEAD_DAYS)
  const found: OpenTask[] = []
  for (const record of view.partnerships.values()) {
    const { standing } = view.partnershipStanding(record)
    if (standing !== 'expired' && standing !== 'active') continue
    const expiresOn = view.partnershipDay(record, 'expiresOn')
    if (standing === 'expired' || (expiresOn !== null && expiresOn <= soon))
      found.push({ about: [record.id], since: expiresOn })
  }
  return inTurn(found)
}

/** Businesses of the city that nobody has asked, those never asked first, then those asked longest ago. */
function businessTasks(view: PartnershipView): OpenTask[] {
  const since = addMonths(view.today, -VERIFIED_MONTHS)
  const found: OpenTask[] = []
  for (const actor of view.actors.values()) {
    if (!actor.inCity || !isPresent(view, actor)) continue
    const { role, lastVerifiedOn } = view.actorReading(actor)
    if (role === 'business' && (lastVerifiedOn === null || lastVerifiedOn <= since))
      found.push({ about: [actor.id], since: lastVerifiedOn })
  }
  return inTurn(found)
}

function isPresent(view: PartnershipView, actor: ActorRecord): boolean {
  const { registeredOn, leftOn } = view.actorReading(actor)
  return leftOn === null && (registeredOn === null || registeredOn <= view.today)
}

async function duplicateTasks(view: PartnershipView): Promise<OpenTask[]> {
  const actors = [...view.actors.values()].filter((actor) => isPresent(view, actor))
  const pairs = await unhurried(similarPairs(actors))
  return pairs
    .map(([one, other]) => [actors[one]!, actors[other]!] as const)
    .filter(([one, other]) => one.parentId !== other.id && other.parentId !== one.id)
    .map(([one, other]) => ({ about: [one.id, other.id].sort(), since: null }))
}

const inTurn = (tasks: OpenTask[]) =>
  tasks.sort((a, b) => (a.since === b.since ? 0 : (a.since ?? '') < (b.since ?? '') ? -1 : 1))
