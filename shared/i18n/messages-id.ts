import type { accounts } from './id/accounts.ts'
import { actors } from './id/actors.ts'
import { common } from './id/common.ts'
import type { consent } from './id/consent.ts'
import type { explorer } from './id/explorer.ts'
import type { explorerTools } from './id/explorer-tools.ts'
import { graph } from './id/graph.ts'
import { history } from './id/history.ts'
import type { imports } from './id/imports.ts'
import { issues } from './id/issues.ts'
import type { logPartnership } from './id/log-partnership.ts'
import { method } from './id/method.ts'
import { overview } from './id/overview.ts'
import { partnerships } from './id/partnerships.ts'
import type { register } from './id/register.ts'
import type { research } from './id/research.ts'
import type { search } from './id/search.ts'
import { sector } from './id/sector.ts'
import { settings } from './id/settings.ts'

export const messages = {
  common,
  actors,
  graph,
  overview,
  method,
  history,
  issues,
  partnerships,
  settings,
  sector,
}
/** The shape that every language fills; keys and arguments are checked against it where they are used. */
export type Messages = typeof messages & PageMessages

/** Namespaces that one page alone speaks: fetched with it, see `client/routes/PageWords.tsx`. */
export interface PageMessages {
  accounts: typeof accounts
  consent: typeof consent
  explorer: typeof explorer
  explorerTools: typeof explorerTools
  imports: typeof imports
  logPartnership: typeof logPartnership
  register: typeof register
  research: typeof research
  search: typeof search
}
