import { addDays } from '#server/network/calendar.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { EvidenceGrade } from '#shared/contract/vocabulary.ts'
import type { Generator } from './generator.ts'
import { isDirected } from './kinds.ts'
import { REFERENCE_DATE } from './quarters.ts'

/** What became of a partnership by the reference date. */
export type Fate =
  | { is: 'lasting' }
  /** Nobody has confirmed it for more than twelve months: kedaluwarsa. */
  | { is: 'lapsed' }
  /** Lapsed, then confirmed again. */
  | { is: 'reopened' }
  | { is: 'ended'; on: string; reason: NonNullable<PartnershipRecord['endReason']> }
  | { is: 'paused'; on: string }
  | { is: 'proposed' }
  | { is: 'introduced'; on: string }
  | { is: 'declined'; on: string }

export interface PartnershipPlan {
  kind: string
  parties: string[]
  startedOn: string
  fate: Fate
  arcs?: [string, string][]
  intensity?: number
  evidence?: EvidenceGrade
  note?: string
}

/** Confirmed by this day and not since: lapsed on the reference date. */
const LAST_PROOF_OF_LAPSED = '2025-09-22'

export function partnershipRecord(chance: Generator, id: string, plan: PartnershipPlan): PartnershipRecord {
  const { kind, parties, startedOn, fate } = plan
  const isProposal = fate.is === 'proposed' || fate.is === 'introduced' || fate.is === 'declined'
  const [giver, ...receivers] = parties
  return {
    id,
    kind,
    parties,
    arcs:
      plan.arcs ?? (isDirected(kind) && giver ? receivers.map((to): [string, string] => [giver, to]) : []),
    intensity: plan.intensity ?? chance.pick([2, 2, 2, 3, 3, 4]),
    evidence: plan.evidence ?? chance.pick(['A', 'A', 'A', 'B', 'B', 'B', 'B', 'C', 'C'] as const),
    evidenceUrl: null,
    note: plan.note ?? null,
    startedOn: isProposal ? null : startedOn,
    endedOn: fate.is === 'ended' ? fate.on : null,
    endReason: fate.is === 'ended' ? fate.reason : null,
    statuses: statuses(startedOn, fate),
    confirmations: confirmations(chance, startedOn, fate),
    weight: null,
    projects: [],
    recordedOn: isProposal ? startedOn : null,
  }
}

function statuses(startedOn: string, fate: Fate): PartnershipRecord['statuses'] {
  switch (fate.is) {
    case 'ended':
      return [
        { from: startedOn, value: 'active' },
        { from: fate.on, value: 'ended' },
      ]
    case 'paused':
      return [
        { from: startedOn, value: 'active' },
        { from: fate.on, value: 'paused' },
      ]
    case 'proposed':
      return [{ from: startedOn, value: 'proposed' }]
    case 'introduced':
      return [
        { from: startedOn, value: 'proposed' },
        { from: fate.on, value: 'introduced' },
      ]
    case 'declined':
      return [
        { from: startedOn, value: 'proposed' },
        { from: fate.on, value: 'declined' },
      ]
    default:
      return [{ from: startedOn, value: 'active' }]
  }
}

/** A visit within each year keeps a partnership alive; the start counts as the first confirmation. */
function confirmations(chance: Generator, startedOn: string, fate: Fate): string[] {
  switch (fate.is) {
    case 'lasting':
      return yearly(chance, startedOn, REFERENCE_DATE)
    case 'lapsed':
      return chance.chance(0.5) ? yearly(chance, startedOn, LAST_PROOF_OF_LAPSED) : []
    case 'reopened': {
      const again = addDays(startedOn, 425)
      return [again, ...yearly(chance, again, REFERENCE_DATE)]
    }
    case 'ended':
    case 'paused':
      return yearly(chance, startedOn, addDays(fate.on, -1))
    default:
      return []
  }
}

function yearly(chance: Generator, from: string, until: string): string[] {
  const days: string[] = []
  for (;;) {
    const next = addDays(days.at(-1) ?? from, chance.between(220, 345))
    if (next > until) return days
    days.push(next)
  }
}
