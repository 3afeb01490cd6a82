import type { Standing } from '#shared/contract/vocabulary.ts'

export const PARTNERSHIP_ACTIONS = [
  'confirm',
  'start',
  'resume',
  'reopen',
  'pause',
  'end',
  'decline',
  'correct',
] as const
export type PartnershipAction = (typeof PARTNERSHIP_ACTIONS)[number]

/** What can be done next with a partnership, the likeliest first. */
export function actionsFor(standing: Standing): PartnershipAction[] {
  switch (standing) {
    case 'active':
    case 'expired':
      return ['confirm', 'pause', 'end', 'correct']
    case 'paused':
      return ['resume', 'end', 'correct']
    case 'proposed':
    case 'introduced':
      return ['start', 'decline', 'correct']
    case 'ended':
      return ['reopen', 'correct']
    case 'future':
    case 'declined':
      return ['correct']
  }
}
