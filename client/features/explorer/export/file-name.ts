import type { ActorNetwork } from '#shared/contract/network.ts'

/** The date and the revision stand in the name, so that two files can be told apart years later. */
export const fileName = (
  name: string,
  { on, revision }: Pick<ActorNetwork, 'on' | 'revision'>,
  ending: string,
) => `${name}-${on}-r${revision}.${ending}`
