import { changeBand } from '#shared/analytics/jackknife.ts'
import type { IndexChange } from '#shared/contract/insights.ts'
import type { Network } from '../network/derive-network.ts'
import type { Reading } from './reading.ts'
import type { Readings } from './readings.ts'

/** A network and what was computed of it. */
export interface ReadNetwork {
  network: Network
  reading: Reading
}

/** For each actor of the later network its number in the earlier one, or -1. */
export function matchActors(before: Network, after: Network): Int32Array {
  return Int32Array.from(after.ids, (id) => before.numberOf.get(id) ?? -1)
}

/** What moved the index between two dates, and whether it moved clearly: more than 1.645 paired standard errors. */
export async function indexChange(
  readings: Readings,
  before: ReadNetwork,
  after: ReadNetwork,
  comparedOn: string,
): Promise<IndexChange> {
  const match = matchActors(before.network, after.network)
  const stayed = match.reduce((count, earlier) => count + (earlier >= 0 ? 1 : 0), 0)
  const split = await readings.split(before.network, after.network, match)
  const band = changeBand(before.reading.run, after.reading.run, match)
  const indexBefore = before.reading.index.value?.index ?? null
  const indexAfter = after.reading.index.value?.index ?? null
  const difference = indexBefore === null || indexAfter === null ? null : indexAfter - indexBefore
  return {
    comparedOn,
    before: indexBefore,
    difference,
    reason: difference === null ? (split.reason ?? null) : (split.reason ?? band.reason ?? null),
    se: band.value?.standardError ?? null,
    verdict: difference === null ? null : verdictOf(difference, band.value?.clear ?? false),
    sameCohort: split.value?.sameCohort ?? null,
    composition: split.value?.composition ?? null,
    entered: after.network.csr.n - stayed,
    left: before.network.csr.n - stayed,
    pillars: split.value?.pillars ?? null,
  }
}

function verdictOf(difference: number, clear: boolean): NonNullable<IndexChange['verdict']> {
  if (!clear) return 'unclear'
  return difference > 0 ? 'up' : 'down'
}
