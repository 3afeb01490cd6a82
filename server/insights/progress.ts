import { setImmediate } from 'node:timers/promises'
import type { Period, Progress, ProgressPoint } from '#shared/contract/insights.ts'
import type { DefinitionId } from '#shared/contract/vocabulary.ts'
import { coverageBySector } from '../network/coverage.ts'
import type { Network } from '../network/derive-network.ts'
import { type Every, periodsBetween, previousPeriodEnd } from '../network/period.ts'
import { networkSoon, type Snapshot } from '../network/register.ts'
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

/** The network of every date and its reading: while the threads read one, the next is derived. */
export async function readDates(
  snapshot: Snapshot,
  readings: Readings,
  definition: DefinitionId,
  periods: readonly Period[],
): Promise<ReadNetwork[]> {
  const started: Promise<ReadNetwork>[] = []
  for (const { on } of periods) {
    const network = await networkSoon(snapshot, definition, on)
    const read = readForSeries(readings, network, snapshot.seed).then((reading) => ({ network, reading }))
    // until all are started nobody listens; the failure is told by the last line
    read.catch(() => undefined)
    started.push(read)
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
  const points = await readDates(snapshot, readings, definition, periods)
  let before: ReadNetwork | null = null
  let networkBefore = await networkSoon(snapshot, definition, previousPeriodEnd(from, every))
  const told: Promise<ProgressPoint>[] = []
  for (const [i, point] of points.entries()) {
    told.push(progressPoint(snapshot, readings, periods[i]!, point, before, networkBefore))
    before = point
    networkBefore = point.network
    // others get their turn between one date and the next
    await setImmediate()
  }
  return {
    revision: snapshot.revision,
    definition,
    every,
    points: await Promise.all(told),
    events: eventsBetween(snapshot, from, to),
    target: snapshot.target,
  }
}

async function progressPoint(
  snapshot: Snapshot,
  readings: Readings,
  period: Period,
  now: ReadNetwork,
  before: ReadNetwork | null,
  networkBefore: Network,
): Promise<ProgressPoint> {
  const ties = turnover(networkBefore, now.network, lapsedPairs(snapshot, now.network))
  const change = before && (await indexChange(readings, before, now, period.on))
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
