import type { Context, MiddlewareHandler } from 'hono'
import { type Action, allows } from '#shared/contract/rights.ts'
import { AppError } from '../errors.ts'
import { roleOf } from './asker.ts'
import type { AppEnv } from './router.ts'

export const mayDo = (c: Context<AppEnv>, action: Action): boolean => allows(roleOf(c), action, c.get('open'))

const guard =
  (action: Action): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (!mayDo(c, action)) throw refusal(c, action)
    await next()
  }

function refusal(c: Context<AppEnv>, action: Action): AppError {
  const account = c.get('account')
  return account
    ? new AppError('forbidden', { detail: `The role ${account.role} does not allow ${action}.` })
    : new AppError('unauthenticated', { detail: `Sign in first: ${action} is not open to everybody.` })
}

/**
 * The right that a route asks for, spread into its `createRoute`: the guard that runs before anything is read, and
 * `x-action` in the description of the API.
 */
export const may = (action: Action) => ({ middleware: guard(action), 'x-action': action }) as const
