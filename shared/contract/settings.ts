import { z } from 'zod'
import { reason } from './fields.ts'
import { Target } from './reference.ts'

/** `PUT /api/settings/target`: the index aimed at and by when; null takes the target away. */
export const TargetUpdate = z
  .object({ target: Target.nullable(), reason: reason.optional() })
  .strict()
  .meta({ id: 'TargetUpdate' })
export type TargetUpdate = z.infer<typeof TargetUpdate>
