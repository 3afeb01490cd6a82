import type {
  InsightQuery,
  Overview,
  Progress,
  ProgressQuery,
  SectorCard,
  SectorList,
  SectorsQuery,
} from '#shared/contract/insights.ts'
import type { EffectReceipt } from '#shared/contract/receipt.ts'
import { invalidInput, notFound } from '../errors.ts'
import { createAnswers } from '../network/answers.ts'
import type { KnownRegister } from '../network/known-register.ts'
import { type Question, questionOf, refuseUnknownDefinition } from '../network/question.ts'
import { cityDates, type Register, type Snapshot } from '../network/register.ts'
import type { Clock } from '../today.ts'
import { effectReceipt, type LoggedChange } from './effect-receipt.ts'
import { compareOn, readOverview } from './overview.ts'
import { readProgress } from './progress.ts'
import { createReadings } from './readings.ts'
import { readSectorCard } from './sector-card.ts'
import { byUrgency } from './sector-insight.ts'
import { sectorsOf } from './sectors.ts'
import { defaultStart, lastOfSeries, seriesRange } from './series-range.ts'
import type { WorkerPool } from './worker-pool.ts'

export interface Insights {
  /** What every answer depends on besides its question. */
  present(): { revision: number; today: string }
  overview(query: InsightQuery): Promise<Overview>
  sectors(query: SectorsQuery): Promise<SectorList>
  sectorCard(sectorId: string, query: InsightQuery): Promise<SectorCard>
  progress(query: ProgressQuery): Promise<Progress>
  /** What a committed write did to the numbers of today. */
  effectOf(logged: LoggedChange): EffectReceipt
  /** Computes what the first page asks for, before anybody asks. */
  warm(): Promise<void>
}

/** Every answer about the network: from one snapshot each, computed once per revision and question. */
export function createInsights(
  register: Register,
  known: KnownRegister,
  pool: Pick<WorkerPool, 'readNetwork' | 'splitNetworks'>,
  clock?: Clock,
): Insights {
  const readings = createReadings(pool)
  const answers = createAnswers()
  const ask = (query: InsightQuery) => questionOf(register.current(), query, clock)

  async function overview(query: InsightQuery): Promise<Overview> {
    const { definition, on } = ask(query)
    return answers.ofPresent(register.current, `overview ${definition} ${on}`, (snapshot) =>
      readOverview(snapshot, readings, definition, on),
    )
  }

  async function progress(query: ProgressQuery): Promise<Progress> {
    const snapshot = register.current()
    refuseUnknownDefinition(snapshot, query.definition)
    const range = seriesRange(cityDates(snapshot, clock), query)
    const key = `progress ${query.definition} ${range.from} ${range.to} ${range.every}`
    return answers.ofPresent(register.current, key, (present) =>
      readProgress(present, readings, query.definition, range),
    )
  }

  return {
    present() {
      const snapshot = register.current()
      return { revision: snapshot.revision, today: cityDates(snapshot, clock).today }
    },
    overview,
    progress,
    async sectors({ known: asKnown, compare, ...query }) {
      const { snapshot, definition, on } = questionOf(await known.at(asKnown), query, clock)
      if (compare !== undefined && on !== 'all' && compare >= on)
        throw invalidInput({
          path: 'compare',
          code: 'after-end',
          message: `must be before ${on}`,
          params: { to: on },
        })
      const read = async (from: Snapshot): Promise<SectorList> => {
        const comparison = await compareOn(from, readings, definition, on, compare)
        return {
          revision: from.revision,
          on,
          definition,
          partitionId: comparison.now.network.partition.id,
          sectors: sectorsOf(comparison).sort(byUrgency),
        }
      }
      const key = `sectors ${definition} ${on} ${compare ?? ''}`
      return snapshot === register.current()
        ? answers.ofPresent(register.current, key, read)
        : answers.of(register.current(), `${key} ${snapshot.revision}`, () => read(snapshot))
    },
    async sectorCard(sectorId, query) {
      const question = ask(query)
      const { definition, on } = question
      const card = await answers.ofPresent(
        register.current,
        `card ${definition} ${on} ${sectorId}`,
        (snapshot) => readSectorCard(snapshot, readings, definition, on, sectorId, historyRange(question)),
      )
      if (!card) throw notFound('sector', sectorId)
      return card
    },
    effectOf(logged) {
      const snapshot = register.after(logged)
      return effectReceipt(snapshot, logged, cityDates(snapshot, clock).today)
    },
    async warm() {
      await overview({ definition: 'official' })
      const wholeHistory = cityDates(register.current(), clock).defaultOn === 'all'
      await progress({ definition: 'official', every: wholeHistory ? 'year' : 'quarter' })
    },
  }
}

/** The days that the history of a sector runs from and to, never past the data; a long one goes by year. */
function historyRange({ on, dates }: Question): { from: string; to: string } {
  const last = lastOfSeries(dates)
  const to = on === 'all' || on > last ? last : on
  return { from: defaultStart(dates, to, 'year'), to }
}
