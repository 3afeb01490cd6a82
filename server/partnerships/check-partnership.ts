import type { FieldIssue } from '#shared/contract/errors.ts'
import type { NewPartnership, PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { Status } from '#shared/contract/vocabulary.ts'
import { issue } from '../errors.ts'
import { codeIssue, dateIssue, type WriteContext } from '../reference/write-context.ts'

/** What can be said of a new partnership without looking at the register. */
export function checkNewPartnership(context: WriteContext, input: NewPartnership): FieldIssue[] {
  return [
    ...checkKind(context, 'kind', input.kind),
    ...checkArcPositions(input),
    ...dateIssue(context, 'startedOn', input.startedOn),
    ...(input.status === 'active' && input.startedOn === null ? [startMissing('startedOn')] : []),
    ...checkParties(input.parties),
  ]
}

/** Only a proposal is without a start: what goes on without one would count in every past quarter. */
export const startMissing = (path: string): FieldIssue =>
  issue(path, 'missing', 'Say since when they work together; only a proposal has no start.')

/** A status that is not yet work, and needs no start. */
export const isProposal = ({ value }: { value: Status }): boolean =>
  value === 'proposed' || value === 'introduced' || value === 'declined'

export function checkKind({ kinds }: WriteContext, path: string, kind: string): FieldIssue[] {
  if (kinds.get(kind)?.retired)
    return [issue(path, 'retired-kind', `The kind "${kind}" is no longer used.`, { value: kind })]
  return codeIssue(kinds, path, 'kind', kind)
}

function checkParties(parties: NewPartnership['parties']): FieldIssue[] {
  if (parties.length < 2)
    return [issue('parties', 'too-few-parties', 'A partnership has two parties or more.')]
  const seen = new Set<string>()
  return parties.flatMap((party, i) => {
    if (!('actorId' in party)) return []
    if (!seen.has(party.actorId)) {
      seen.add(party.actorId)
      return []
    }
    const message = `"${party.actorId}" is named twice; a partnership joins different parties.`
    return [issue(`parties.${i}.actorId`, 'same-party', message, { value: party.actorId })]
  })
}

function checkArcPositions({ arcs, parties }: NewPartnership): FieldIssue[] {
  return arcs.flatMap(([from, to], i) => {
    if (from < parties.length && to < parties.length) return []
    return [issue(`arcs.${i}`, 'arc-outside-parties', 'An arc names a party that is not there.')]
  })
}

type Arcs = readonly (readonly [string, string])[]

/** Whether arcs fit their kind (`kindId`): directions from giver to receiver, or the pairs of a large one that confirmed. */
export function checkArcs(
  { kinds, maxParties }: WriteContext,
  kindId: string,
  parties: readonly string[],
  arcs: Arcs,
  path: string,
): FieldIssue[] {
  const issues = arcs.flatMap(([from, to], i) => {
    if (!parties.includes(from) || !parties.includes(to))
      return [issue(`${path}.${i}`, 'arc-outside-parties', 'An arc names an actor that is not a party.')]
    if (from === to) return [issue(`${path}.${i}`, 'arc-to-itself', 'An arc joins two different parties.')]
    return []
  })
  const kind = kinds.get(kindId)
  if (!kind || issues.length > 0) return issues
  if (kind.directed) return checkDirections(parties, arcs, path)
  if (arcs.length > 0 && (maxParties === null || parties.length <= maxParties))
    return [issue(path, 'kind-without-direction', `The kind "${kind.id}" has no direction.`)]
  return []
}

function checkDirections(parties: readonly string[], arcs: Arcs, path: string): FieldIssue[] {
  if (arcs.length === 0) return [issue(path, 'direction-missing', 'Say who gives and who receives.')]
  const joined = new Set(arcs.flat())
  return parties
    .filter((party) => !joined.has(party))
    .map((party) =>
      issue(path, 'party-without-direction', `"${party}" neither gives nor receives.`, { value: party }),
    )
}

/** The issue of a date before the partnership began; none where the start is not known. */
export function beforeStartIssue(record: PartnershipRecord, path: string, date: string): FieldIssue[] {
  if (record.startedOn === null || date >= record.startedOn) return []
  return [
    issue(path, 'before-start', `${date} is before the start, ${record.startedOn}.`, {
      date,
      start: record.startedOn,
    }),
  ]
}
