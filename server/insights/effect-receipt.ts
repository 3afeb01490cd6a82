import { splitChange } from '#shared/analytics/change.ts'
import { integrationIndex } from '#shared/analytics/integration-index.ts'
import { assessSectors } from '#shared/analytics/sector-assessment.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { EffectReceipt, ReceiptHeadline, ReceiptRow } from '#shared/contract/receipt.ts'
import type { RecordChange } from '../db/changeset-log.ts'
import { endOfQuarter, quarterOf, yearOf } from '../network/calendar.ts'
import { coverageBySector, coverageGate } from '../network/coverage.ts'
import type { Network } from '../network/derive-network.ts'
import { pairsOf } from '../network/pairs-of.ts'
import { countUnlinked, partnerCounts } from '../network/partner-counts.ts'
import { networkOn, patchSnapshot, type Snapshot } from '../network/register.ts'
import { sectorPairs } from '../network/sector-pairs.ts'
import { pairKey, tieKeys } from '../network/tie-sets.ts'
import { matchActors } from './index-change.ts'
import { levelChanged, levelOf } from './sector-insight.ts'

/** A write that has been committed: what it touched, and the partnership that the receipt is about. */
export interface LoggedChange {
  revision: number
  changes: readonly RecordChange[]
  partnershipId: string
}

/** As many actors as a band is computed for. */
const BAND_FROM = 10

/**
 * What a logged partnership did to the official network of today. Quick: no test, no band. It never scolds: a level that fell and
 * a number that a newcomer diluted are not headlines, and the part of a change that is only composition is told apart.
 */
export function effectReceipt(after: Snapshot, logged: LoggedChange, today: string): EffectReceipt {
  const before = patchSnapshot(after, logged.revision - 1, logged.changes, 'before')
  const partnership = after.partnerships.get(logged.partnershipId)
  if (!partnership) throw new Error(`There is no partnership "${logged.partnershipId}" at this revision.`)
  const effect = readEffect(
    networkOn(before, 'official', today),
    networkOn(after, 'official', today),
    partnership,
  )
  const reading = effect.after.partnerships.get(partnership.id)!
  const quarterEnd = endOfQuarter(yearOf(today), quarterOf(today))
  return {
    revision: logged.revision,
    on: today,
    headline: reading.counts ? strongest(effect, after) : { id: 'does-not-count' },
    rows: rowsOf(effect),
    counts: reading.counts,
    notCounting: [...reading.notCounting],
    split: splitOf(effect),
    ...(effect.after.csr.n < BAND_FROM && { small: true }),
    closesOn: today < quarterEnd ? quarterEnd : null,
  }
}

interface Effect {
  before: Network
  after: Network
  partnership: PartnershipRecord
  /** Pairs of the after network that were not tied before. */
  newTies: string[]
  indexBefore: number | null
  indexAfter: number | null
}

function readEffect(before: Network, after: Network, partnership: PartnershipRecord): Effect {
  const earlier = tieKeys(before)
  return {
    before,
    after,
    partnership,
    newTies: [...tieKeys(after)].filter((key) => !earlier.has(key)),
    indexBefore: integrationIndex(before.csr, before.labels).value?.index ?? null,
    indexAfter: integrationIndex(after.csr, after.labels).value?.index ?? null,
  }
}

function strongest(effect: Effect, after: Snapshot): ReceiptHeadline {
  return (
    firstBetweenSectors(effect) ??
    improvedLevel(effect) ??
    firstPartner(effect, 'cross') ??
    firstPartner(effect, 'partners') ??
    newTie(effect) ??
    nthPartnership(effect, after)
  )
}

function firstBetweenSectors({ before, after }: Effect): ReceiptHeadline | null {
  const linked = new Set(
    sectorPairs(before)
      .filter((pair) => pair.observed > 0)
      .map(({ a, b }) => `${a} ${b}`),
  )
  const first = sectorPairs(after).find((pair) => pair.observed > 0 && !linked.has(`${pair.a} ${pair.b}`))
  return first ? { id: 'first-between-sectors', sectorA: first.a, sectorB: first.b } : null
}

function improvedLevel({ before, after }: Effect): ReceiptHeadline | null {
  const was = quickAssessments(before)
  const is = quickAssessments(after)
  for (const [k, sectorId] of after.sectorIds.entries()) {
    const earlier = { level: levelOf(was[k]!), rho: was[k]!.rho.value }
    const later = { level: levelOf(is[k]!), rho: is[k]!.rho.value }
    if (levelChanged(earlier, later) && later.rho! > earlier.rho!)
      return { id: 'level-changed', sectorId, before: earlier.level, after: later.level }
  }
  return null
}

function quickAssessments(network: Network) {
  const gate = coverageGate(network, coverageBySector(network))
  return assessSectors(network.csr, network.labels, { seed: 0, gate, tests: false })
}

/** A party that had no partner (in another sector) and has one now. */
function firstPartner(effect: Effect, which: 'cross' | 'partners'): ReceiptHeadline | null {
  for (const actorId of effect.partnership.parties) {
    if (countOf(effect.before, actorId, which) > 0 || countOf(effect.after, actorId, which) === 0) continue
    const name = effect.after.registered.get(actorId)!.actor.name
    return { id: which === 'cross' ? 'first-cross-sector' : 'first-partner', actorId, name }
  }
  return null
}

function newTie({ newTies }: Effect): ReceiptHeadline | null {
  return newTies.length > 0 ? { id: 'new-tie', between: newTies.length } : null
}

/** No new tie: the how-manieth counting partnership it is between two of its parties. */
function nthPartnership({ after, partnership }: Effect, { partnerships, kinds }: Snapshot): ReceiptHeadline {
  const { rule } = after.definition
  const own = new Set(pairsOf(partnership, rule, kinds).map(([a, b]) => pairKey(a, b)))
  let nth = 0
  for (const other of partnerships.values())
    if (
      after.partnerships.get(other.id)!.counts &&
      pairsOf(other, rule, kinds).some(([a, b]) => own.has(pairKey(a, b)))
    )
      nth++
  return nth > 1 ? { id: 'nth-partnership', nth } : { id: 'no-change' }
}

function countOf(network: Network, actorId: string, which: 'cross' | 'partners'): number {
  const number = network.numberOf.get(actorId)
  return number === undefined ? 0 : partnerCounts(network)[which][number]!
}

/** Old → new of what moved; the index always, also when it did not. */
function rowsOf(effect: Effect): ReceiptRow[] {
  const { before, after, indexBefore, indexAfter } = effect
  const rows: ReceiptRow[] = [...sectorRows(effect)]
  const [pairsBefore, pairsAfter] = [sectorPairs(before), sectorPairs(after)]
  const linked = (pairs: typeof pairsAfter) => pairs.filter((pair) => pair.observed > 0).length
  if (linked(pairsBefore) !== linked(pairsAfter))
    rows.push({
      id: 'linked-pairs',
      before: linked(pairsBefore),
      after: linked(pairsAfter),
      of: pairsAfter.length,
    })
  const [unlinkedBefore, unlinkedAfter] = [countUnlinked(before), countUnlinked(after)]
  if (unlinkedBefore !== unlinkedAfter)
    rows.push({ id: 'unlinked', before: unlinkedBefore, after: unlinkedAfter, of: after.csr.n })
  rows.push(...partnerRows(effect))
  rows.push({ id: 'index', before: indexBefore, after: indexAfter })
  return rows
}

function sectorRows({ before, after }: Effect): ReceiptRow[] {
  const [was, is] = [reachedBySector(before), reachedBySector(after)]
  return after.sectorIds.flatMap((sectorId, k) =>
    was[k]!.reached === is[k]!.reached
      ? []
      : [
          {
            id: 'sector-reach' as const,
            sectorId,
            before: was[k]!.reached,
            after: is[k]!.reached,
            of: is[k]!.n,
          },
        ],
  )
}

function reachedBySector(network: Network): { reached: number; n: number }[] {
  const counts = network.sectorIds.map(() => ({ reached: 0, n: 0 }))
  const { cross } = partnerCounts(network)
  for (const [v, k] of network.labels.of.entries()) {
    const count = counts[k]
    if (count === undefined) continue
    count.n++
    if (cross[v]! > 0) count.reached++
  }
  return counts
}

/** Of so many parties the partners are told; a large project would fill the receipt. */
const NAMED_PARTIES = 4

function partnerRows(effect: Effect): ReceiptRow[] {
  return effect.partnership.parties
    .map((actorId) => ({
      id: 'partners' as const,
      actorId,
      name: effect.after.registered.get(actorId)?.actor.name ?? actorId,
      before: countOf(effect.before, actorId, 'partners'),
      after: countOf(effect.after, actorId, 'partners'),
    }))
    .filter((row) => row.before !== row.after)
    .slice(0, NAMED_PARTIES)
}

/** Only where somebody came into n: the change of those who were there, and what is composition alone. */
function splitOf({ before, after }: Effect): EffectReceipt['split'] {
  const entered = after.ids.filter((id) => !before.numberOf.has(id)).length
  if (entered === 0) return null
  const split = splitChange(before, after, matchActors(before, after)).value
  return { sameCohort: split?.sameCohort ?? null, composition: split?.composition ?? null, entered }
}
