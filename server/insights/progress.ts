import { setImmediate } from 'node:timers/promises'
import type { Period, Progress, ProgressPoint } from '#shared/contract/insights.ts'
import type { DefinitionId } from '#shared/contract/vocabulary.ts'
import { coverageBySector } from '../network/coverage.ts'
import type { Network } from '../network/derive-network.ts'
import { type Every, periodsBetween, previousPeriodEnd } from '../network/period.ts'
import { networkOn, type Snapshot } from '../network/register.ts'
import { lapsedPairs } from '../network/tie-sets.ts'
import { indexChange, type ReadNetwork } from './index-change.ts'
import { indexReading } from './index-reading.ts'
import { turnover } from './moved.ts'
import { type Readings, readForSeries } from './readings.ts'
import { levelOf } from './sector-insight.ts'

export interface SeriesRange {
  from: string
  to: string
  every: Every
}

/** Starts the reading of every date at once, but lets other requests through between deriving one network and the next. */
export async function readEach<T>(
  periods: readonly Period[],
  read: (period: Period) => Promise<T>,
): Promise<T[]> {
  const started: Promise<T>[] = []
  for (const period of periods) {
    const reading = read(period)
    // Until all are started nobody listens; the failure is told by the last line.
    reading.catch(() => undefined)
    started.push(reading)
    await setImmediate()
  }
  return Promise.all(started)
}

/** The index and its parts at the end of every period, with what came and went since the one before. */
export async function readProgress(
  snapshot: Snapshot,
  readings: Readings,
  definition: DefinitionId,
  { from, to, every }: SeriesRange,
): Promise<Progress> {
  const periods = periodsBetween(from, to, every)
  const points = await readEach(periods, async (period) => {
    const network = networkOn(snapshot, definition, period.on)
    return { network, reading: await readForSeries(readings, network, snapshot.seed) }
  })
  const beforeFirst = networkOn(snapshot, definition, previousPeriodEnd(from, every))
  return {
    revision: snapshot.revision,
    definition,
    every,
    points: points.map((point, i) =>
      progressPoint(snapshot, periods[i]!, point, points[i - 1] ?? null, beforeFirst),
    ),
    events: eventsBetween(snapshot, from, to),
    target: snapshot.target,
  }
}

function progressPoint(
  snapshot: Snapshot,
  period: Period,
  now: ReadNetwork,
  before: ReadNetwork | null,
  beforeFirst: Network,
): ProgressPoint {
  const ties = turnover(before?.network ?? beforeFirst, now.network, lapsedPairs(snapshot, now.network))
  const change = before && indexChange(before, now, period.on)
  const coverage = coverageBySector(now.network)
  return {
    period,
    index: indexReading(now.reading),
    n: now.network.csr.n,
    m: now.network.csr.m,
    newTies: ties.newTies,
    endedTies: ties.endedTies + ties.lapsedTies,
    change: change && {
      sameCohort: change.sameCohort,
      composition: change.composition,
      entered: change.entered,
      left: change.left,
    },
    levels: now.network.sectorIds.flatMap((sectorId, k) =>
      coverage[k]!.registered === 0 ? [] : [{ sectorId, level: levelOf(now.reading.sectors[k]!) }],
    ),
  }
}

function eventsBetween(snapshot: Snapshot, from: string, to: string): Progress['events'] {
  return [...snapshot.events.values()]
    .filter((event) => event.startsOn >= from && event.startsOn <= to)
    .map(({ id, title, type, startsOn }) => ({ id, title, type, on: startsOn }))
    .sort((x, y) => (x.on < y.on || (x.on === y.on && x.id < y.id) ? -1 : 1))
}
