import { actors } from './en/actors.ts'
import { common } from './en/common.ts'
import { graph } from './en/graph.ts'
import { history } from './en/history.ts'
import { issues } from './en/issues.ts'
import { method } from './en/method.ts'
import { overview } from './en/overview.ts'
import { partnerships } from './en/partnerships.ts'
import { sector } from './en/sector.ts'
import { settings } from './en/settings.ts'
import type { Messages, PageMessages } from './messages-id.ts'
import type { Shape } from './shape.ts'

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
} satisfies Shape<Omit<Messages, keyof PageMessages>>
