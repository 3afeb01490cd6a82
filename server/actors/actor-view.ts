import type { ActorRecord, ActorRow } from '#shared/contract/actors.ts'
import type { DefinitionId, On } from '#shared/contract/vocabulary.ts'

/** What of a register line depends on the date and the definition. */
export type ActorReading = Omit<ActorRow, 'id' | 'name' | 'inCity' | 'sizeClass' | 'revision'>

/** The register as it reads on a date under a definition; put together in `app.ts` from the network. */
export interface ActorView {
  revision: number
  today: string
  on: On
  actors: ReadonlyMap<string, ActorRecord>
  actorReading(actor: ActorRecord): ActorReading
}

/** `on` absent: the default date of the register. */
export interface ViewQuery {
  on?: On | undefined
  definition: DefinitionId
}

export type OpenView<V> = (query: ViewQuery) => V
