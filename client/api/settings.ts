import type { Reference } from '#shared/contract/reference.ts'
import type { TargetUpdate } from '#shared/contract/settings.ts'
import { sendJson } from './http.ts'

export const saveTarget = (update: TargetUpdate) =>
  sendJson<Reference>('PUT', '/settings/target', { body: update })
