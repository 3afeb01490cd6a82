import type { MetricId } from '#shared/analytics/catalog.ts'
import type { CostTier, Measure, ResearchTable } from '#shared/contract/research.ts'
import { type MeasureSpec, name } from './measure.ts'

type Row = readonly [key: string, names: readonly [string, string], unit: Measure['unit']]

const all = (metric: MetricId, tier: CostTier, rows: readonly Row[]): MeasureSpec[] =>
  rows.map(([key, names, unit]) => ({ key, metric, name: name(...names), unit, tier, shown: true }))

/** Figures whose rows are pairs, periods, durations or cohorts. */
export const LIST_MEASURES = {
  'sector-pairs': [
    ...all('mixing', 'linear', [
      ['observed', ['Hubungan', 'Ties'], 'count'],
      ['expected', ['Yang wajar', 'Expected'], 'score'],
      ['ratio', ['Dibanding wajar', 'Observed/expected'], 'ratio'],
    ]),
    ...all('pair-test', 'tests', [
      ['p', ['p', 'p'], 'probability'],
      ['q', ['q', 'q'], 'probability'],
    ]),
  ],
  places: all('place-profile', 'linear', [
    ['n', ['Pelaku', 'Actors'], 'count'],
    ['reached', ['Punya mitra lintas sektor', 'With a partner in another sector'], 'count'],
    ['reach', ['Jangkauan', 'Reach'], 'share'],
    ['isolates', ['Belum tercatat mitra', 'Without a recorded partner'], 'count'],
    ['isolated', ['Bagian tanpa mitra', 'Share without a partner'], 'share'],
    ['partners', ['Mitra per pelaku', 'Partners per actor'], 'score'],
  ]),
  'role-pairs': all('helix-coverage', 'linear', [
    ['actors_a', ['Pelaku peran pertama', 'Actors, first role'], 'count'],
    ['actors_b', ['Pelaku peran kedua', 'Actors, second role'], 'count'],
    ['observed', ['Hubungan', 'Ties'], 'count'],
    ['expected', ['Yang wajar', 'Expected'], 'score'],
    ['density', ['Kepadatan', 'Density'], 'share'],
    ['ratio', ['Dibanding wajar', 'Observed/expected'], 'ratio'],
  ]),
  ties: all('articulation', 'linear', [
    ['bridge', ['Garis rawan', 'Bridge'], 'flag'],
    ['cut_pairs', ['Pasangan terputus bila berhenti', 'Pairs cut apart by its end'], 'count'],
  ]),
  degrees: all('degree', 'linear', [
    ['actors', ['Pelaku', 'Actors'], 'count'],
    ['share', ['Bagian pelaku', 'Share of actors'], 'share'],
  ]),
  quarters: all('turnover', 'time', [
    ['ties', ['Hubungan', 'Ties'], 'count'],
    ['new', ['Baru', 'New'], 'count'],
    ['ended', ['Berakhir', 'Ended'], 'count'],
    ['net', ['Bersih', 'Net'], 'count'],
    ['dissolution', ['Bagian yang berakhir', 'Dissolution'], 'share'],
    ['jaccard', ['Kemiripan (Jaccard)', 'Jaccard'], 'share'],
  ]),
  survival: all('survival', 'time', [
    ['at_risk', ['Masih diamati', 'At risk'], 'count'],
    ['ended', ['Selesai', 'Ended'], 'count'],
    ['survival', ['Bagian yang bertahan', 'Share surviving'], 'share'],
    ['standard_error', ['Galat baku', 'Standard error'], 'share'],
  ]),
  cohorts: all('first-partner', 'time', [
    ['observed', ['Pelaku', 'Actors'], 'count'],
    ['found', ['Sudah punya mitra', 'With a partner'], 'count'],
    ['median_days', ['Median hari sampai mitra pertama', 'Median days to the first partner'], 'days'],
    ['within_90', ['Bermitra dalam 90 hari', 'Partner within 90 days'], 'share'],
    ['within_180', ['Bermitra dalam 180 hari', 'Partner within 180 days'], 'share'],
    ['within_365', ['Bermitra dalam 365 hari', 'Partner within 365 days'], 'share'],
  ]),
  'cohort-curves': all('first-partner', 'time', [
    ['at_risk', ['Masih menunggu', 'Still waiting'], 'count'],
    ['found', ['Mendapat mitra', 'Found a partner'], 'count'],
    ['waiting', ['Bagian yang masih menunggu', 'Share still waiting'], 'share'],
    ['standard_error', ['Galat baku', 'Standard error'], 'share'],
  ]),
  'actor-pairs': all('two-mode-projection', 'events', [
    ['weight', ['Bobot pertemuan', 'Weight'], 'score'],
    ['events', ['Kegiatan bersama', 'Events shared'], 'count'],
  ]),
} as const satisfies Partial<Record<ResearchTable, readonly MeasureSpec[]>>
