import { common } from './id/common.ts'

export const messages = { common }
/** The shape that every language fills; keys and arguments are checked against it where they are used. */
export type Messages = typeof messages
