import { common } from './en/common.ts'
import type { Messages } from './messages-id.ts'
import type { Shape } from './shape.ts'

export const messages = { common } satisfies Shape<Messages>
