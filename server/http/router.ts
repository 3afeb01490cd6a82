import type { Hook } from '@hono/zod-openapi'
import { OpenAPIHono, type z } from '@hono/zod-openapi'
import { Problem } from '#shared/contract/errors.ts'
import { invalidInput } from '../errors.ts'
import { fieldIssues } from '../field-issues.ts'
import type { Account } from './asker.ts'

export interface Variables {
  requestId: string
  /** Who asks; null where nobody is signed in. */
  account: Account | null
  /** Everybody may read this register. */
  open: boolean
}
export interface AppEnv {
  Variables: Variables
}
export type Router = OpenAPIHono<AppEnv>

/** A router whose validated routes refuse wrong input with an issue per field. */
export const createRouter = (): Router =>
  new OpenAPIHono<AppEnv>({
    defaultHook: ((result) => {
      if (!result.success) throw invalidInput(...fieldIssues(result.error))
    }) satisfies Hook<unknown, AppEnv, string, unknown>,
  })

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

export const jsonBody = <T extends z.ZodType>(schema: T, required = true) => ({
  required,
  content: { 'application/json': { schema } },
})

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

/** The refusals that a route documents. */
export const refusals = {
  400: problem('Something in the request is wrong: see `issues`.'),
  401: problem('Nobody is signed in, or not with this password.'),
  403: problem('The role of the account does not allow it.'),
  404: problem('There is no such record.'),
  409: problem('Records in the way: see `duplicates` or `blocking`.'),
  412: problem('The record was changed since: see `based` and `current`.'),
  429: problem('Too many attempts: `retryAfter` says in how many seconds the next one is looked at.'),
} as const

/** The asker has this answer already (`If-None-Match`). */
export const unchanged = { description: 'Unchanged since' } as const
