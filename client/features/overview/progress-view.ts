import type { Period, Progress, ProgressPoint } from '#shared/contract/insights.ts'

/** Position on the time axis: 1 per quarter (or year), a period standing on its last day. */
export function periodX({ year, quarter }: Pick<Period, 'year' | 'quarter'>): number {
  return quarter === null ? year : year * 4 + quarter - 1
}

const DAY = 86_400_000
const utc = (iso: string): number => Date.parse(`${iso}T00:00:00Z`)

/** A date between the periods: the last day of a quarter stands on the quarter. */
export function dateX(iso: string, every: 'quarter' | 'year'): number {
  const year = Number(iso.slice(0, 4))
  const month = Number(iso.slice(5, 7)) - 1
  const first = every === 'year' ? Date.UTC(year, 0, 1) : Date.UTC(year, month - (month % 3), 1)
  const next = every === 'year' ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month - (month % 3) + 3, 1)
  const share = (utc(iso) + DAY - first) / (next - first)
  const whole = every === 'year' ? year : year * 4 + Math.floor(month / 3)
  return whole - 1 + share
}

export interface ChartRow {
  x: number
  on: string
  period: Period
  index: number | null
  band: [number, number] | null
  benchmark: number | null
  J: number | null
  S: number | null
  C: number | null
}

export function chartRows(points: readonly ProgressPoint[]): ChartRow[] {
  return points.map(({ period, index }) => ({
    x: periodX(period),
    on: period.on,
    period,
    index: index.value,
    band: index.band.low !== null && index.band.high !== null ? [index.band.low, index.band.high] : null,
    benchmark: index.benchmark.value,
    J: index.pillars ? 100 * index.pillars.J : null,
    S: index.pillars ? 100 * index.pillars.S : null,
    C: index.pillars ? 100 * index.pillars.C : null,
  }))
}

export interface ChartEvent {
  key: string
  x: number
  /** A dated event, or a change of the index that only comes from who entered. */
  kind: 'event' | 'newcomers'
  /** null where it is not public. */
  title: string | null
  on: string
  period: Period | null
  entered: number
  points: number
  weight: number
}

/** Points of the index from which on newcomers are marked like an event, whatever else happened. */
const NEWCOMER_POINTS = 5
const WEIGHT: Readonly<Record<string, number>> = {
  school: 5,
  opening: 4,
  festival: 3,
  exhibition: 2,
  dialogue: 2,
}

export function chartEvents(progress: Progress): ChartEvent[] {
  const events: ChartEvent[] = progress.events.map((event) => ({
    key: event.id,
    x: dateX(event.on, progress.every),
    kind: 'event',
    title: event.title,
    on: event.on,
    period: null,
    entered: 0,
    points: 0,
    weight: WEIGHT[event.type] ?? 1,
  }))
  for (const { period, change } of progress.points) {
    if (!change || change.composition === null || change.entered === 0) continue
    if (!outweighs(change.composition, change.sameCohort)) continue
    events.push({
      key: `newcomers ${period.on}`,
      x: periodX(period),
      kind: 'newcomers',
      title: '',
      on: period.on,
      period,
      entered: change.entered,
      points: change.composition,
      weight: 4.5 + periodX(period) / 1e5,
    })
  }
  return events.sort((a, b) => a.x - b.x)
}

/** Whether coming and going turned the direction of the index, or moved it far. */
const outweighs = (composition: number, sameCohort: number | null): boolean =>
  Math.abs(composition) >= NEWCOMER_POINTS ||
  (sameCohort !== null &&
    Math.abs(composition) >= 1 &&
    Math.sign(composition + sameCohort) !== Math.sign(sameCohort))

export interface LabelSpan {
  key: string
  /** Centre in px, and half the width of the text. */
  at: number
  half: number
  weight: number
}

/** Chooses which event labels are written so that none touch, and keeps each inside the picture. */
export function chooseLabels(labels: readonly LabelSpan[], from: number, to: number): Map<string, number> {
  const chosen = new Map<string, number>()
  const taken: [number, number][] = []
  for (const { key, at, half } of [...labels].sort((a, b) => b.weight - a.weight || a.at - b.at)) {
    const centre = Math.min(to - half, Math.max(from + half, at))
    if (Math.abs(centre - at) > half) continue
    if (taken.some(([low, high]) => centre - half < high + 8 && low - 8 < centre + half)) continue
    taken.push([centre - half, centre + half])
    chosen.set(key, centre)
  }
  return chosen
}

export interface Block {
  /** Where its top would like to be, and how much room it takes. */
  top: number
  height: number
}

/** Pushes labels at the end of the lines apart: same order, none on another, all between `from` and `to`. */
export function spread(blocks: readonly Block[], from: number, to: number): number[] {
  const order = blocks
    .map((block, i) => ({ ...block, i, centre: block.top + block.height / 2 }))
    .sort((a, b) => a.centre - b.centre || a.i - b.i)
  let free = from
  for (const block of order) {
    block.top = Math.max(block.top, free)
    free = block.top + block.height
  }
  let end = to
  for (const block of order.toReversed()) {
    block.top = Math.min(block.top, end - block.height)
    end = block.top
  }
  const tops = blocks.map(({ top }) => top)
  for (const { i, top } of order) tops[i] = top
  return tops
}

export type ProgressFinding =
  | { id: 'none' }
  | { id: 'one'; last: number; period: Period }
  | {
      id: 'span'
      first: number
      last: number
      span: { unit: 'quarters' | 'years'; count: number }
      against: 'below' | 'above' | 'level' | null
    }

/** What the chart shows, in one sentence: from where to where, in how long, against the benchmark. */
export function progressFinding(
  points: readonly ProgressPoint[],
  shown: string | undefined,
): ProgressFinding {
  const until = points.filter(({ period, index }) => index.value !== null && (!shown || period.on <= shown))
  const first = until[0]
  const last = until.at(-1)
  if (!first || !last || first.index.value === null || last.index.value === null) return { id: 'none' }
  if (first === last) return { id: 'one', last: last.index.value, period: last.period }
  const steps = Math.round(periodX(last.period) - periodX(first.period))
  const yearly = last.period.quarter === null
  const whole = yearly ? steps : steps / 4
  const benchmark = last.index.benchmark.value
  const gap = benchmark === null ? null : Math.round(last.index.value) - Math.round(benchmark)
  return {
    id: 'span',
    first: first.index.value,
    last: last.index.value,
    span: Number.isInteger(whole) ? { unit: 'years', count: whole } : { unit: 'quarters', count: steps },
    against: gap === null ? null : gap < 0 ? 'below' : gap > 0 ? 'above' : 'level',
  }
}

/** The highest grid line: the first quarter mark with some air over everything drawn. */
export function chartTop(rows: readonly ChartRow[], target: number | null, pillars: boolean): number {
  const values = rows.flatMap((row) =>
    pillars ? [row.index, row.J, row.S, row.C] : [row.index, row.benchmark, row.band?.[1] ?? null],
  )
  const most = Math.max(0, target ?? 0, ...values.filter((value) => value !== null))
  return Math.min(100, Math.max(25, Math.ceil((most + 4) / 25) * 25))
}
