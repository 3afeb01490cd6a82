// Apart from `tasks.ts`, for the page reads them and must not load zod for it.

/**
 * What must be done next. Tasks are read from the register as it is; kept are only who does one, by when, and that two actors are
 * two. `tie`: went on, and nobody has confirmed it within the months of the definition, or it lapses within 30 days. `business`: in the
 * city, never asked or not within twelve months. `duplicate`: two actors whose names are likely one.
 */
export const TASK_KINDS = ['tie', 'business', 'duplicate'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** Whose tasks are listed. */
export const ASSIGNED = ['anybody', 'me', 'nobody'] as const
