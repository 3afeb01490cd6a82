import { indexBand } from '#shared/analytics/jackknife.ts'
import type { Band, IndexReading } from '#shared/contract/insights.ts'
import type { Reading } from './reading.ts'

/** Under so many actors the index moves a lot with one tie. */
const SMALL_NETWORK = 30

/** The index with its pillars, its band and what it would be were sectors to play no role. */
export function indexReading({ index, run, benchmark }: Reading): IndexReading {
  const parts = index.value
  return {
    value: parts?.index ?? null,
    reason: index.reason ?? null,
    label: parts === null ? null : labelOf(parts.index),
    pillars:
      parts === null
        ? null
        : {
            J: parts.J,
            S: parts.S,
            C: parts.C,
            H: parts.H,
            T: parts.T,
            reached: parts.reached,
            n: parts.n,
            groups: parts.groups,
          },
    band: bandOf(run),
    benchmark:
      benchmark.value === null
        ? { value: null, reason: benchmark.reason, exact: false, draws: 0, standardError: null }
        : {
            value: benchmark.value.mean,
            reason: null,
            exact: benchmark.value.method === 'exact',
            draws: benchmark.value.draws,
            standardError: benchmark.value.error,
          },
    small: run.values.length < SMALL_NETWORK,
  }
}

/** Bands of the printed, whole number: 0–24, 25–49, 50–74, 75–100. */
function labelOf(index: number): NonNullable<IndexReading['label']> {
  const printed = Math.round(index)
  if (printed < 25) return 'separate'
  if (printed < 50) return 'beginning'
  return printed < 75 ? 'connected' : 'integrated'
}

function bandOf(run: Reading['run']): Band {
  const band = indexBand(run)
  return band.value === null
    ? { low: null, high: null, se: null, reason: band.reason }
    : { low: band.value.low, high: band.value.high, se: band.value.standardError, reason: null }
}
