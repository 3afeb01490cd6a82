import type { DefinitionId } from '#shared/contract/vocabulary.ts'

/** Which state of the network a page shows; both left out = the city's default date, the official definition. */
export interface View {
  /** An ISO date, or `all`. */
  on?: string | undefined
  definition?: DefinitionId | undefined
  /** How actors are divided into sectors, where a page lets that be chosen; the definition's own otherwise. */
  partition?: string | undefined
}
