import { z } from 'zod'
import { ACCOUNT_ROLES, ACTIONS, type Action, ROLES } from './rights.ts'

const accountRole = z.enum(ACCOUNT_ROLES)

/** `GET /api/session`: who asks, and what they may do. */
export const Session = z
  .object({
    account: z.object({ id: z.string(), name: z.string(), email: z.string(), role: accountRole }).nullable(),
    role: z.enum(ROLES),
    demonstration: z.boolean(),
    /** One click signs in as any role: only a demonstration without accounts of people, at its own machine. */
    demoSignIn: z.boolean(),
    actions: z.array(z.enum(ACTIONS as [Action, ...Action[]])),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

/** Body of `POST /api/demo-sign-in`. */
export const DemoSignIn = z.object({ role: accountRole }).strict().meta({ id: 'DemoSignIn' })
