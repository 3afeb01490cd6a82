import type { ActorNames } from '#shared/contract/actors.ts'
import type { ActorView } from './actor-view.ts'

/** Everybody that the register knows, those who left among them, by id. */
export function actorNames(view: ActorView): ActorNames {
  const actors = [...view.actors.values()].sort((x, y) => (x.id < y.id ? -1 : 1))
  const readings = actors.map((actor) => view.actorReading(actor))
  return {
    revision: view.revision,
    id: actors.map(({ id }) => id),
    name: actors.map(({ name }) => name),
    aliases: actors.map(({ aliases }) => aliases.join('\n')),
    role: readings.map(({ role }) => role),
    sectorId: readings.map(({ sectorId }) => sectorId),
    regionCode: readings.map(({ regionCode }) => regionCode),
    left: readings.map(({ leftOn }) => leftOn !== null),
  }
}
