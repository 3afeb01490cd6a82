import type { NewPartnershipInput } from '#shared/contract/partnerships.ts'
import type { Kind } from '#shared/contract/reference.ts'
import type { EvidenceGrade } from '#shared/contract/vocabulary.ts'

/** A party that is in the register already. */
export interface KnownParty {
  key: string
  type: 'known'
  actorId: string
  name: string
  role: string | null
  sectorId: string | null
  regionCode: string | null
}

/** A party that enters the register together with the partnership. */
export interface NewParty {
  key: string
  type: 'new'
  name: string
  role: string | null
  sectorId: string | null
  regionCode: string | null
  /** Somebody of a similar name is in the register, and a person said that this is another. */
  another: boolean
}

export type DraftParty = KnownParty | NewParty

/** How the hub stands to all others: `forward` it gives, `backward` it receives. */
export interface Direction {
  hub: string
  reading: 'forward' | 'backward'
}

/** A photo or document that lies on this device until it is sent; `key` names it there. */
export interface DraftFile {
  key: string
  name: string
  type: string
  bytes: number
}

/** What has been typed so far; survives a reload and a lost signal. */
export interface PartnershipDraft {
  parties: DraftParty[]
  kind: string | null
  direction: Direction | null
  intensity: number
  evidence: EvidenceGrade
  /** ISO date; empty while it is being retyped. */
  startedOn: string
  /** Not begun yet: stored as a proposal without a start. */
  proposed: boolean
  evidenceUrl: string
  note: string
  files: DraftFile[]
  /** Records on file that the person has seen and said this is not. */
  notDuplicateOf: string[]
}

export const emptyDraft = (
  today: string,
  parties: DraftParty[] = [],
  kind: string | null = null,
): PartnershipDraft => ({
  parties,
  kind,
  direction: null,
  intensity: 2,
  evidence: 'C',
  startedOn: today,
  proposed: false,
  evidenceUrl: '',
  note: '',
  files: [],
  notDuplicateOf: [],
})

/** Whether anything would be lost: a draft with only its defaults, the kind among them, is not worth keeping. */
export const isTouched = (draft: PartnershipDraft, usualKind: string | null = null) =>
  draft.parties.length > 0 ||
  draft.files.length > 0 ||
  (draft.kind !== null && draft.kind !== usualKind) ||
  draft.evidenceUrl.trim() !== '' ||
  draft.note.trim() !== ''

const same = (a: DraftParty, b: DraftParty) =>
  a.type === 'known' && b.type === 'known'
    ? a.actorId === b.actorId
    : a.type === b.type && a.name.trim().toLocaleLowerCase() === b.name.trim().toLocaleLowerCase()

/** Adds a party once; naming it again changes nothing. */
export function addParty(draft: PartnershipDraft, party: DraftParty, kind?: Kind): PartnershipDraft {
  if (draft.parties.some((known) => same(known, party))) return draft
  return settleDirection({ ...draft, parties: [...draft.parties, party] }, kind)
}

export function removeParty(draft: PartnershipDraft, key: string, kind?: Kind): PartnershipDraft {
  return settleDirection({ ...draft, parties: draft.parties.filter((party) => party.key !== key) }, kind)
}

/** Puts somebody of the register in the place of a party that was thought to be new. */
export function replaceParty(
  draft: PartnershipDraft,
  key: string,
  party: KnownParty,
  kind?: Kind,
): PartnershipDraft {
  if (draft.parties.some((known) => same(known, party))) return removeParty(draft, key, kind)
  const parties = draft.parties.map((old) => (old.key === key ? party : old))
  const direction = draft.direction?.hub === key ? { ...draft.direction, hub: party.key } : draft.direction
  return settleDirection({ ...draft, parties, direction }, kind)
}

/** The facts of a party that is new to the register, while they are being typed. */
export function describeParty(
  draft: PartnershipDraft,
  key: string,
  facts: Partial<Omit<NewParty, 'key' | 'type'>>,
  kind?: Kind,
): PartnershipDraft {
  const parties = draft.parties.map((party) =>
    party.key === key && party.type === 'new' ? { ...party, ...facts } : party,
  )
  return settleDirection({ ...draft, parties }, kind)
}

/** Another kind is read another way, so the direction is asked anew. */
export const chooseKind = (draft: PartnershipDraft, kind: Kind): PartnershipDraft =>
  draft.kind === kind.id ? draft : settleDirection({ ...draft, kind: kind.id, direction: null }, kind)

/** The role that receives, or gives, in a kind where only one reading makes sense. */
const ROLE_HUBS: Record<string, { role: string; reading: Direction['reading'] }> = {
  aggregation: { role: 'aggregator', reading: 'backward' },
  media_coverage: { role: 'media', reading: 'forward' },
}

/**
 * Keeps the direction true to the parties and the kind: dropped where it does not apply, proposed where the roles
 * leave one reading only, else left for the person to say.
 */
export function settleDirection(draft: PartnershipDraft, kind: Kind | undefined): PartnershipDraft {
  if (!kind) return draft
  if (!kind.directed || draft.parties.length < 2) return { ...draft, direction: null }
  if (draft.direction && draft.parties.some((party) => party.key === draft.direction?.hub)) return draft
  const rule = ROLE_HUBS[kind.id]
  const hubs = rule ? draft.parties.filter((party) => party.role === rule.role) : []
  const hub = hubs.length === 1 ? hubs[0] : undefined
  return { ...draft, direction: hub && rule ? { hub: hub.key, reading: rule.reading } : null }
}

/** Giver → receiver, by position in `parties`. */
export function arcsOf(draft: PartnershipDraft): [number, number][] {
  const { direction, parties } = draft
  if (!direction) return []
  const hub = parties.findIndex((party) => party.key === direction.hub)
  if (hub < 0) return []
  return parties.flatMap((_, other): [number, number][] => {
    if (other === hub) return []
    return [direction.reading === 'forward' ? [hub, other] : [other, hub]]
  })
}

/** The sentence for the server, without the files. Call it only when `findGaps` finds nothing. */
export function toNewPartnership(draft: PartnershipDraft): NewPartnershipInput {
  return {
    parties: draft.parties.map((party) =>
      party.type === 'known'
        ? { actorId: party.actorId }
        : {
            newActor: {
              name: party.name.trim(),
              role: party.role ?? 'business',
              sectorId: party.sectorId,
              regionCode: party.regionCode,
              notDuplicate: party.another,
            },
          },
    ),
    arcs: arcsOf(draft),
    kind: draft.kind ?? '',
    intensity: draft.intensity,
    evidence: draft.evidence,
    evidenceUrl: draft.evidenceUrl.trim() || null,
    note: draft.note.trim() || null,
    status: draft.proposed ? 'proposed' : 'active',
    startedOn: draft.proposed ? null : draft.startedOn,
    notDuplicateOf: draft.notDuplicateOf,
  }
}
