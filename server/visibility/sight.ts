import type { Context } from 'hono'
import type { ActorRecord } from '#shared/contract/actors.ts'
import type { Role } from '#shared/contract/rights.ts'
import { type FieldName, fieldOf, type Identity, NAMING } from '#shared/contract/visibility.ts'
import type { ConsentPurpose } from '#shared/contract/vocabulary.ts'
import { roleOf } from '../http/asker.ts'
import type { AppEnv } from '../http/router.ts'
import { placesOfMany } from './places-of-many.ts'
import { pseudonymCode, pseudonymId, pseudonymName } from './pseudonym.ts'

/**
 * What one kind of asker sees of the register as it is now: consents of today rule, whatever the date that is asked about.
 * Kept as long as the register does not change, so that what was cut to it may be kept beside it.
 */
export interface Sight {
  /** Everything is sent as it is. */
  whole: boolean
  /** Aggregates alone: of closed quarters, without small cells. */
  aggregatesOnly: boolean
  identityOf(actorId: string): Identity
  /** As they are sent; null where the actor is hidden. */
  idOf(actorId: string): string | null
  nameOf(actorId: string, name: string): string | null
  /** A partnership is called by its own id where all of its parties are. */
  partnershipIdOf(partnershipId: string, parties: readonly string[]): string
  sees(field: FieldName, actorId: string): boolean
  /** The kelurahan as it is sent: of a pseudonym where enough others are like it, else the district, else none. */
  regionOf(actorId: string, code: string | null): string | null
}

export type SightOf = (c: Context<AppEnv>) => Sight

export interface Sights {
  of: SightOf
  /** What everybody may see, also where whoever asks sees more. */
  ofPublic(): Sight
}

type Actors = ReadonlyMap<string, ActorRecord>

/** `actors`: those of the present revision. `key`: what pseudonyms are made with. */
export function createSights(actors: () => Actors, key: () => Uint8Array): Sights {
  const kept = new WeakMap<Actors, Map<Role, Sight>>()
  const codes = new Map<string, string>()
  const codeOf = (id: string): string => {
    const code = codes.get(id) ?? pseudonymCode(key(), 'actor', id)
    codes.set(id, code)
    return code
  }
  const partnershipCodeOf = (id: string) => pseudonymCode(key(), 'partnership', id)
  const ofRole = (role: Role): Sight => {
    const present = actors()
    const sights = kept.get(present) ?? new Map<Role, Sight>()
    kept.set(present, sights)
    const sight = sights.get(role) ?? sightOf(role, present, { codeOf, partnershipCodeOf })
    sights.set(role, sight)
    return sight
  }
  return {
    of(c) {
      const role = roleOf(c)
      return c.get('open') || role === 'staff' || role === 'admin' ? WHOLE : ofRole(role)
    },
    ofPublic: () => ofRole('public'),
  }
}

const WHOLE: Sight = {
  whole: true,
  aggregatesOnly: false,
  identityOf: () => 'named',
  idOf: (id) => id,
  nameOf: (_, name) => name,
  partnershipIdOf: (id) => id,
  sees: () => true,
  regionOf: (_, code) => code,
}

interface Codes {
  codeOf(actorId: string): string
  partnershipCodeOf(partnershipId: string): string
}

function sightOf(role: Role, actors: Actors, { codeOf, partnershipCodeOf }: Codes): Sight {
  const { consents, otherwise } = NAMING[role]
  const identityOf = (id: string): Identity => {
    if (consents === null) return 'named'
    const actor = actors.get(id)
    return actor && consents.some((purpose) => hasConsented(actor, purpose)) ? 'named' : otherwise
  }
  let places: ReadonlyMap<string, string> | null = null
  return {
    whole: false,
    aggregatesOnly: role === 'public',
    identityOf,
    idOf(id) {
      const identity = identityOf(id)
      if (identity === 'hidden') return null
      return identity === 'named' ? id : pseudonymId(codeOf(id))
    },
    nameOf(id, name) {
      const identity = identityOf(id)
      if (identity === 'hidden') return null
      if (identity === 'named') return name
      return pseudonymName(codeOf(id), actors.get(id)?.roles.at(-1)?.value === 'business')
    },
    partnershipIdOf: (id, parties) =>
      parties.every((party) => identityOf(party) === 'named') ? id : pseudonymId(partnershipCodeOf(id)),
    sees(field, id) {
      const rule = fieldOf(field).seen[role]
      if (rule === 'always' || rule === 'never') return rule === 'always'
      if (identityOf(id) !== 'named') return false
      const actor = actors.get(id)
      return rule === 'named' || (actor !== undefined && hasConsented(actor, 'contact'))
    },
    regionOf(id, code) {
      if (code === null || identityOf(id) === 'named') return code
      places ??= placesOfMany([...actors.values()].filter((actor) => identityOf(actor.id) !== 'named'))
      return places.get(id) ?? null
    },
  }
}

/** The last word counts. */
export const hasConsented = ({ consents }: ActorRecord, purpose: ConsentPurpose): boolean =>
  consents?.findLast((consent) => consent.purpose === purpose)?.value === 'granted'
