import { actorStore } from './actors/actor-store.ts'
import type { EntityStore } from './db/entity-store.ts'
import { affiliationStore } from './events/affiliation-store.ts'
import { eventStore } from './events/event-store.ts'
import { partnershipStore } from './partnerships/partnership-store.ts'
import { settingStore } from './settings/setting-store.ts'

/** Every entity type that a changeset may hold: what an undo restores. */
export const ENTITY_STORES = [
  actorStore,
  partnershipStore,
  eventStore,
  affiliationStore,
  settingStore,
] as readonly EntityStore<{ id: string }>[]
