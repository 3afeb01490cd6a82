import { ROLES, type Role } from './rights.ts'
import type { ConsentPurpose } from './vocabulary.ts'

/**
 * Who sees what of an actor: the one table that answers are cut to before they leave the server. Figures are always computed on
 * the whole register.
 */

/** As whom an actor is shown. */
export type Identity = 'named' | 'pseudonym' | 'hidden'

interface Naming {
  /** Consents of which one is enough to be named; null where everybody is. */
  consents: readonly ConsentPurpose[] | null
  /** What the others are. */
  otherwise: Identity
}

/** On a register of real people; a demonstration names everybody. */
export const NAMING: Readonly<Record<Role, Naming>> = {
  public: { consents: ['display'], otherwise: 'hidden' },
  reviewer: { consents: null, otherwise: 'named' },
  researcher: { consents: ['research', 'display'], otherwise: 'pseudonym' },
  staff: { consents: null, otherwise: 'named' },
  admin: { consents: null, otherwise: 'named' },
}

/** `named`: of actors shown by name. `contact`: of those who consented to being contacted as well. */
export type Rule = 'always' | 'named' | 'contact' | 'never'

interface Field {
  /** For the documentation. */
  what: string
  seen: Readonly<Record<Role, Rule>>
}

const seen = (publicRule: Rule, reviewer: Rule, researcher: Rule): Field['seen'] => ({
  public: publicRule,
  reviewer,
  researcher,
  staff: 'always',
  admin: 'always',
})

const FIELDS = {
  name: { what: 'Name and id', seen: seen('named', 'always', 'named') },
  aliases: { what: 'Other names', seen: seen('never', 'always', 'named') },
  place: {
    what: 'Role, sector, kelurahan (of a pseudonym where five are alike)',
    seen: seen('named', 'always', 'always'),
  },
  website: { what: 'Website and other ways to reach it', seen: seen('contact', 'never', 'never') },
  phone: { what: 'Telephone', seen: seen('never', 'never', 'never') },
  nib: { what: 'Business number (NIB)', seen: seen('never', 'never', 'never') },
  products: { what: 'Products and what it offers', seen: seen('named', 'always', 'never') },
  needs: { what: 'What it looks for', seen: seen('never', 'always', 'never') },
  size: { what: 'Size class and what it rests on', seen: seen('never', 'always', 'always') },
  activity: { what: 'Business code (KBLI) and the year it began', seen: seen('never', 'always', 'named') },
  dates: {
    what: 'Registered, left, surveyed, and what changed when',
    seen: seen('never', 'always', 'always'),
  },
  standing: { what: 'Partners, and how it stands in the network', seen: seen('never', 'always', 'always') },
  attributes: { what: 'Columns of an imported file', seen: seen('never', 'never', 'never') },
  consents: { what: 'What it consented to', seen: seen('never', 'never', 'never') },
  ties: {
    what: 'Partnerships: between whom, kind, dates, intensity, grade of evidence',
    seen: seen('never', 'always', 'always'),
  },
  notes: { what: 'Notes on a partnership, links to evidence', seen: seen('never', 'never', 'never') },
  projects: { what: 'Names of projects', seen: seen('never', 'always', 'never') },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof FIELDS

const FIELD_NAMES = Object.keys(FIELDS) as FieldName[]

export const fieldOf = (name: FieldName): Field => FIELDS[name]

/** The smallest group whose figures are public, and the fewest businesses on either side of a pair whose ties are counted. */
export const SMALL_CELLS = { businesses: 5, sides: 3 } as const

/** The table for the documentation: one row per field, one cell per role. */
export const fieldRows = (): { field: FieldName; what: string; rules: Rule[] }[] =>
  FIELD_NAMES.map((field) => ({
    field,
    what: fieldOf(field).what,
    rules: ROLES.map((role) => fieldOf(field).seen[role]),
  }))
