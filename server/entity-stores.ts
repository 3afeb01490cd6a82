import { actorStore } from './actors/actor-store.ts'
import { mergerStore } from './actors/merger-store.ts'
import type { EntityStore } from './db/entity-store.ts'
import { affiliationStore } from './events/affiliation-store.ts'
import { eventStore } from './events/event-store.ts'
import { evidenceStore } from './partnerships/evidence-store.ts'
import { partnershipStore } from './partnerships/partnership-store.ts'
import { kindStore } from './reference/kind-store.ts'
import { sectorStore } from './reference/sector-store.ts'
import { settingStore } from './settings/setting-store.ts'
import { taskStore } from './tasks/task-store.ts'

/** Every entity type that a changeset may hold: what an undo restores. */
export const ENTITY_STORES = [
  actorStore,
  partnershipStore,
  evidenceStore,
  eventStore,
  affiliationStore,
  settingStore,
  kindStore,
  sectorStore,
  mergerStore,
  taskStore,
] as readonly EntityStore<{ id: string }>[]
