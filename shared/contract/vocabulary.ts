/**
 * The closed vocabularies that cross HTTP, free of any validator so that the first load of the page stays small.
 * Open code lists (roles, kinds, sectors, regions, partitions) are data: see `reference.ts`.
 */

/** What counts as the network: the stored rule to read the register with. */
export const DEFINITION_IDS = ['official', 'strict', 'generous', 'helix'] as const
export type DefinitionId = (typeof DEFINITION_IDS)[number]

/** The six roles of the hexa helix. The list is data; these slugs are the ones every database starts with. */
export const ROLE_IDS = ['business', 'academia', 'community', 'government', 'media', 'aggregator'] as const
export type RoleId = (typeof ROLE_IDS)[number]

/** Stored status of a partnership: usulan, diperkenalkan, aktif, jeda, berakhir, ditolak. */
export const STATUSES = ['proposed', 'introduced', 'active', 'paused', 'ended', 'declined'] as const
export type Status = (typeof STATUSES)[number]

/** How a partnership stands on a date: its status, or `expired` (active but unconfirmed for 12 months), or `future`. */
export const STANDINGS = [
  'active',
  'expired',
  'proposed',
  'introduced',
  'paused',
  'ended',
  'declined',
  'future',
] as const
export type Standing = (typeof STANDINGS)[number]

/** A document, both sides, one side, staff assumption. */
export const EVIDENCE_GRADES = ['A', 'B', 'C', 'D'] as const
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number]

/** What an actor is asked to consent to, one by one: public display, contact, recommendation, research. */
export const CONSENT_PURPOSES = ['display', 'contact', 'recommendation', 'research'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]
export const CONSENT_VALUES = ['granted', 'withdrawn'] as const
/** How a consent reached the register: said in person, in a letter, on a form, by telephone, in a message. */
export const CONSENT_CHANNELS = ['spoken', 'written', 'form', 'telephone', 'message'] as const

/** Whether a business has been asked (didata). */
export const CENSUS_STATUSES = ['none', 'partial', 'complete'] as const
export type CensusStatus = (typeof CENSUS_STATUSES)[number]

/** PP 7/2021 art. 35. */
export const SIZE_CLASSES = ['micro', 'small', 'medium', 'large'] as const
export type SizeClass = (typeof SIZE_CLASSES)[number]
export const SIZE_BASES = ['capital', 'sales', 'statement'] as const
export type SizeBasis = (typeof SIZE_BASES)[number]

/** Why a partnership ended. */
export const END_REASONS = [
  'completed',
  'business-closed',
  'dispute',
  'no-longer-needed',
  'moved-away',
  'other',
] as const
export type EndReason = (typeof END_REASONS)[number]

/** Level of a sector. `insufficient-data` = the coverage gate is closed; `no-network` = nothing to be expected. */
export const SECTOR_LEVELS = [
  'isolated',
  'weak',
  'integrated',
  'bridging',
  'insufficient-data',
  'no-network',
] as const
export type SectorLevel = (typeof SECTOR_LEVELS)[number]

/** Why a sector is isolated or weak: tertutup, tidur, satu jembatan. */
export const DIAGNOSES = ['closed', 'dormant', 'one-bridge'] as const
export type Diagnosis = (typeof DIAGNOSES)[number]

/** How sure a level is: kuat, indikasi, belum cukup bukti, tidak dapat diuji. */
export const LEVEL_EVIDENCE = ['strong', 'indication', 'insufficient', 'untestable'] as const
export type LevelEvidence = (typeof LEVEL_EVIDENCE)[number]

/** How an actor stands in the network of a definition on a date. */
export const ACTOR_STANDINGS = ['linked', 'unlinked', 'unasked', 'unclassified', 'outside'] as const
export type ActorStanding = (typeof ACTOR_STANDINGS)[number]

/** Why a partnership does not count as a tie of the definition in force. */
export const NOT_COUNTING_REASONS = [
  'evidence-too-low',
  'intensity-too-low',
  'kind-does-not-count',
  'not-active',
  'expired',
  'not-started',
  'party-outside-city',
  'party-not-business',
  'party-without-sector',
  'party-absent',
  'pairs-not-confirmed',
] as const
export type NotCountingReason = (typeof NOT_COUNTING_REASONS)[number]

export const EVENT_TYPES = [
  'school',
  'training',
  'exhibition',
  'dialogue',
  'business-meeting',
  'opening',
  'festival',
  'other',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export const AFFILIATION_ROLES = ['participant', 'speaker', 'committee', 'member', 'host'] as const

export const ENTITY_TYPES = [
  'actor',
  'partnership',
  'evidence',
  'event',
  'affiliation',
  'setting',
  'kind',
  'sector',
  'merger',
  'task',
] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/** An ISO date `YYYY-MM-DD`, or `all`: every tie whatever its date (imported research networks open on it). */
export type On = string

/** Colour groups of sectors in the visual language; null draws a hollow mark. */
export const SECTOR_GROUPS = [
  'kuliner',
  'kriya',
  'fesyen',
  'desain',
  'layar',
  'panggung',
  'rupa',
  'digital',
] as const
export type SectorGroup = (typeof SECTOR_GROUPS)[number]
export const SECTOR_SHAPES = ['circle', 'square', 'diamond', 'triangle', 'hexagon'] as const
export type SectorShape = (typeof SECTOR_SHAPES)[number]
