/** Who may do what: the one table that the server enforces and the page reads to offer only what may be done. */

/** Everybody who is not signed in is `public`. */
export const ROLES = ['public', 'reviewer', 'researcher', 'staff', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** The roles that an account can have. */
export const ACCOUNT_ROLES = ['reviewer', 'researcher', 'staff', 'admin'] as const
export type AccountRole = (typeof ACCOUNT_ROLES)[number]

interface Right {
  /** For the documentation. */
  what: string
  roles: readonly Role[]
  /**
   * Demonstration data are of nobody: everybody may read them. So may whoever sits at the machine read a register that has no
   * accounts yet, where the server answers that machine alone.
   */
  openOnDemonstration?: true
}

const EVERYBODY = ROLES
const SIGNED_IN = ACCOUNT_ROLES
const KEEPERS = ['staff', 'admin'] as const
const ADMINS = ['admin'] as const

const RIGHTS = {
  'system.read': {
    what: 'See that the server answers, how the API is described, and who one is',
    roles: EVERYBODY,
  },
  'session.start': { what: 'Sign in, sign out, set a password with a one-time link', roles: EVERYBODY },
  'account.own': { what: 'Change the own password, sign out everywhere', roles: SIGNED_IN },
  'aggregates.read': {
    what: 'Read the index, the levels of the sectors, their history, the code lists and the dated events',
    roles: EVERYBODY,
  },
  'sectors.read': {
    what: 'Read the card of a sector with its members',
    roles: SIGNED_IN,
    openOnDemonstration: true,
  },
  'network.read': {
    what: 'Explore the network actor by actor',
    roles: SIGNED_IN,
    openOnDemonstration: true,
  },
  'actors.read': {
    what: 'Read the register of actors and their profiles',
    roles: SIGNED_IN,
    openOnDemonstration: true,
  },
  'cards.read': { what: 'Read the cards of actors who consented to being shown', roles: EVERYBODY },
  'actors.write': { what: 'Register actors and change them', roles: KEEPERS },
  'partnerships.read': {
    what: 'Read the register of partnerships',
    roles: SIGNED_IN,
    openOnDemonstration: true,
  },
  'evidence.read': {
    what: 'Open the files that prove a partnership, and see who said what is no duplicate',
    roles: KEEPERS,
    openOnDemonstration: true,
  },
  'partnerships.write': { what: 'Log partnerships and change them', roles: KEEPERS },
  'tasks.read': { what: 'See what must be done next, and who does it', roles: KEEPERS },
  'tasks.write': { what: 'Say who does a task and by when, and that two actors are two', roles: KEEPERS },
  'history.read': {
    what: 'Read who changed what, when and why',
    roles: KEEPERS,
    openOnDemonstration: true,
  },
  'history.undo': { what: 'Take a change back', roles: KEEPERS },
  'research.read': {
    what: 'Read and compute every measure, download the network',
    roles: SIGNED_IN,
    openOnDemonstration: true,
  },
  'imports.write': {
    what: 'Bring spreadsheets in: see the drafts, work on them, commit them, get templates',
    roles: KEEPERS,
  },
  'registers.export': { what: 'Take the registers out as spreadsheets', roles: KEEPERS },
  'embeds.create': { what: 'Make a link to an embedded view', roles: KEEPERS },
  'settings.write': { what: 'Set the target, retire values of the code lists', roles: KEEPERS },
  'people.manage': { what: 'Add people, give roles, reset passwords, end sessions', roles: ADMINS },
  'backups.manage': { what: 'See the backups, make one now', roles: ADMINS },
  'diagnostics.read': { what: 'See how busy the server is', roles: ADMINS, openOnDemonstration: true },
} as const satisfies Record<string, Right>

export type Action = keyof typeof RIGHTS

export const ACTIONS = Object.keys(RIGHTS) as Action[]

export const rightOf = (action: Action): Right => RIGHTS[action]

/** Whether a role may do something; `open` where the register may be read by everybody. */
export function allows(role: Role, action: Action, open = false): boolean {
  const { roles, openOnDemonstration } = rightOf(action)
  return roles.includes(role) || (open && openOnDemonstration === true)
}
