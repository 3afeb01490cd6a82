import type { Context } from 'hono'
import type { ActorRecord, ActorRow } from '#shared/contract/actors.ts'
import type { DefinitionId, On } from '#shared/contract/vocabulary.ts'
import type { RecordChange } from '../db/changeset-log.ts'
import type { AppEnv } from '../http/router.ts'

/** What of a register line depends on the date and the definition. */
export type ActorReading = Omit<ActorRow, 'id' | 'name' | 'inCity' | 'sizeClass' | 'revision'>

/** The register as it reads on a date under a definition, all of one revision; put together from the network. */
export interface ActorView {
  revision: number
  today: string
  on: On
  actors: ReadonlyMap<string, ActorRecord>
  actorReading(actor: ActorRecord): ActorReading
  /** Of the last change of the record as it is here. */
  actorRevision(id: string): number
}

/** `on` absent: the default date of the register. */
export interface ViewQuery {
  on?: On | undefined
  definition: DefinitionId
}

/** A commit, to read the register as it left it. */
export interface Commit {
  revision: number
  changes: readonly RecordChange[]
}

/** The register as it is now, or as a commit left it. */
export type OpenView<V> = (query: ViewQuery, commit?: Commit) => V

/** The register as whoever asks may see it. */
export type ViewFor<V> = (c: Context<AppEnv>) => OpenView<V>
