import type { ActorRecord, ActorRow } from '#shared/contract/actors.ts'
import { AppError } from '../errors.ts'
import type { ActorView } from './actor-view.ts'
import { consentedTo } from './record-consent.ts'

/** A line of the register: a record and its revision as they are in the view, and how it reads there. */
export const actorLine = (view: ActorView, actor: ActorRecord): ActorRow => ({
  id: actor.id,
  name: actor.name,
  inCity: actor.inCity,
  sizeClass: actor.sizeClass,
  ...view.actorReading(actor),
  ...(actor.consents && { consents: consentedTo(actor) }),
  revision: view.actorRevision(actor.id),
})

/** A refusal with the actors alike as lines of the register, which is how a person compares them. */
export function withActorLines(error: unknown, view: ActorView): unknown {
  if (!(error instanceof AppError) || !error.extras.alike?.some(({ entity }) => entity === 'actor'))
    return error
  const { alike, ...extras } = error.extras
  const found = alike.flatMap(({ id }) => view.actors.get(id) ?? [])
  return new AppError(error.code, { ...extras, duplicates: found.map((actor) => actorLine(view, actor)) })
}
