import type { Context } from 'hono'
import type { AccountRole, Role } from '#shared/contract/rights.ts'
import { AppError } from '../errors.ts'
import type { AppEnv } from './router.ts'

/** The account that a request comes from. */
export interface Account {
  id: string
  name: string
  email: string
  role: AccountRole
  /** Of the seed's database: nobody's. */
  demonstration: boolean
}

export const roleOf = (c: Context<AppEnv>): Role => c.get('account')?.role ?? 'public'

/** Throws `unauthenticated` where nobody is signed in. */
export function accountOf(c: Context<AppEnv>): Account {
  const account = c.get('account')
  if (!account) throw new AppError('unauthenticated')
  return account
}

/** The author of a change made by a request. */
export const authorOf = (c: Context<AppEnv>): string => accountOf(c).id
