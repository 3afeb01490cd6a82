import type { Labels } from '#shared/analytics/labels.ts'
import { mixing } from '#shared/analytics/mixing.ts'
import {
  type PlaceMeasure,
  type PlaceProfile,
  placeProfile,
  placeValue,
} from '#shared/analytics/place-profile.ts'
import { keeps } from '../choice.ts'
import { type CountedNetwork, classify } from '../counted-network.ts'
import { inForce } from '../filters.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ExplorerView } from '../view-state.ts'

/** What the map and its list say of one kelurahan. */
export interface PlaceFacts {
  /** '' = actors without a kelurahan. */
  code: string
  actors: number
  reached: number
  isolates: number
  tieEnds: number
  /** Ties within, and with other places. */
  inside: number
  outside: number
  /** There and not asked; outside every figure. */
  unasked: number
  /** A filter on places leaves it out. */
  filteredOut: boolean
}

export interface Flow {
  a: string
  b: string
  ties: number
}

export interface MapModel {
  counted: CountedNetwork
  /** Every kelurahan of the city, A to Z by code, then those of actors elsewhere; '' last where somebody is in it. */
  places: readonly PlaceFacts[]
  profile: PlaceProfile
  /** Between two places, most ties first. */
  flows: readonly Flow[]
  placeAt: ReadonlyMap<string, number>
}

/** Of fewer actors than this, a share changes with every one of them: the legend says so. */
export const SMALL_PLACE = 5

interface MapInput {
  model: ExplorerModel
  view: ExplorerView
  counted: CountedNetwork
  /** Codes of the city's kelurahan. */
  villages: readonly string[]
}

export function mapModel({ model, view, counted, villages }: MapInput): MapModel {
  const { actors } = model.network
  const { ids, labels } = classify(counted.rows, (row) => actors.regionCode[row] ?? '', villages)
  const sectors = classify(counted.rows, (row) => actors.sectorId[row] ?? '').labels
  const profile = placeProfile(counted.csr, sectors, labels)
  const { inside, outside, flows } = tiesBetween(counted, labels, ids)
  const unasked = unaskedByPlace(model)
  const filter = inForce(view.filters, 'region') ? view.filters.region : undefined
  const places = ids.map(
    (code, k): PlaceFacts => ({
      code,
      actors: profile.actors[k]!,
      reached: profile.reached[k]!,
      isolates: profile.isolates[k]!,
      tieEnds: profile.tieEnds[k]!,
      inside: inside[k]!,
      outside: outside[k]!,
      unasked: unasked.get(code) ?? 0,
      filteredOut: !keeps(filter, code),
    }),
  )
  return { counted, places, profile, flows, placeAt: new Map(ids.map((code, k) => [code, k])) }
}

function unaskedByPlace({ network, filtered }: ExplorerModel): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [row, standing] of network.actors.standing.entries()) {
    if (standing !== 'unasked' || filtered.actors[row] !== 1) continue
    const code = network.actors.regionCode[row] ?? ''
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return counts
}

function tiesBetween({ csr }: CountedNetwork, labels: Labels, ids: readonly string[]) {
  const { count } = labels
  const matrix = mixing(csr, labels).value
  const inside = new Uint32Array(count)
  const outside = new Uint32Array(count)
  const flows: Flow[] = []
  if (matrix === null) return { inside, outside, flows }
  for (let s = 0; s < count; s++) {
    inside[s] = matrix.observed[s * count + s]!
    for (let t = s + 1; t < count; t++) {
      const ties = matrix.observed[s * count + t]!
      if (ties === 0) continue
      outside[s]! += ties
      outside[t]! += ties
      flows.push({ a: ids[s]!, b: ids[t]!, ties })
    }
  }
  return {
    inside,
    outside,
    flows: flows.sort((x, y) => y.ties - x.ties || compare(x.a, y.a) || compare(x.b, y.b)),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The value of a measure; null where there is nobody. */
export function measureOf(map: MapModel, measure: PlaceMeasure, place: number): number | null {
  return placeValue(map.profile, measure, place).value
}

/** Classes of a measure: class 0 is none at all, class k reaches up to `ends[k - 1]`, that included. */
export interface Classes {
  ends: readonly number[]
  /** Whole numbers, so that a class can be written "3–4". */
  whole: boolean
}

/** Shares have fixed classes, so that two dates compare; counts and means four equal steps up to the largest. */
export function classesOf(map: MapModel, measure: PlaceMeasure): Classes {
  if (measure === 'reach' || measure === 'isolates') return { ends: [0.25, 0.5, 0.75, 1], whole: false }
  const values = map.places.map((place, k) => (place.code === '' ? 0 : (measureOf(map, measure, k) ?? 0)))
  const most = Math.max(0, ...values)
  const whole = measure === 'actors'
  const step = whole ? Math.max(1, Math.ceil(most / 4)) : Math.max(0.5, Math.ceil(most / 2) / 2)
  const ends = [1, 2, 3, 4].map((k) => k * step)
  const used = Math.max(1, ends.findIndex((end) => end >= most) + 1)
  return { ends: ends.slice(0, used), whole }
}

/** 0 for none at all, else 1 … */
export function classOf({ ends }: Classes, value: number): number {
  if (value === 0) return 0
  const reached = ends.findIndex((end) => value <= end + 1e-12)
  return reached < 0 ? ends.length : reached + 1
}
