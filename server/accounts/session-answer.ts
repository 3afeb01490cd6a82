import type { Context } from 'hono'
import type { Session } from '#shared/contract/accounts.ts'
import { ACTIONS } from '#shared/contract/rights.ts'
import type { Db } from '../db/schema.ts'
import { roleOf } from '../http/asker.ts'
import { isFromThisMachine } from '../http/client-address.ts'
import { mayDo } from '../http/may.ts'
import type { AppEnv } from '../http/router.ts'
import { hasAccounts } from './sessions.ts'

export interface DemoServices {
  db: Db
  isDemonstration: () => boolean
  /** The demonstration signs in from other machines too. */
  demoSignInFromAnywhere: boolean
}

/** One click signs in: only a database of the seed, nobody real in it, and from the machine itself. */
export async function offersDemoSignIn(c: Context<AppEnv>, services: DemoServices): Promise<boolean> {
  const { db, isDemonstration, demoSignInFromAnywhere } = services
  return isDemonstration() && (demoSignInFromAnywhere || isFromThisMachine(c)) && !(await hasAccounts(db))
}

/** Who asks, and what they may do. */
export async function sessionAnswer(c: Context<AppEnv>, services: DemoServices): Promise<Session> {
  c.header('cache-control', 'no-store')
  return {
    account: c.get('account'),
    role: roleOf(c),
    demonstration: services.isDemonstration(),
    demoSignIn: await offersDemoSignIn(c, services),
    actions: ACTIONS.filter((action) => mayDo(c, action)),
  }
}
