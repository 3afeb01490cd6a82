import type { MetricId } from '#shared/analytics/catalog.ts'
import type { Measure, NullModel } from '#shared/contract/research.ts'
import { type MeasureSpec, name } from './measure.ts'

const BOTH: readonly NullModel[] = ['labels', 'rewiring']

const of = (
  key: string,
  metric: MetricId,
  names: [string, string],
  unit: Measure['unit'],
  more: Partial<MeasureSpec> = {},
): MeasureSpec => ({
  key,
  metric,
  name: name(...names),
  unit,
  tier: 'linear',
  shown: true,
  series: true,
  ...more,
})

const tests = { tier: 'tests' } as const
const reached = { nullModels: BOTH, step: 'sector-reach' } as const

/** Figures of every class of the partition that has a member. */
export const SECTOR_MEASURES: readonly MeasureSpec[] = [
  of('members', 'sector-reach', ['Pelaku', 'Actors'], 'count', { path: 'n' }),
  of('reached', 'sector-reach', ['Punya mitra lintas sektor', 'With a cross-sector partner'], 'count', {
    ...reached,
  }),
  of('reach', 'sector-reach', ['Jangkauan a', 'Reach a'], 'share', { path: 'a', ...reached }),
  of('expected_reach', 'sector-reach', ['Jangkauan wajar a0', 'Expected reach a0'], 'share', { path: 'a0' }),
  of(
    'expected_reach_members',
    'sector-reach',
    ['Wajar bagi anggotanya a1', 'Expected of members a1'],
    'share',
    {
      path: 'a1',
      shown: false,
    },
  ),
  of('rho', 'sector-reach', ['Jangkauan dibanding wajar ρ', 'Reach against expected ρ'], 'ratio', {
    ...reached,
  }),
  of('activity', 'sector-reach', ['Keaktifan', 'Activity'], 'ratio'),
  of('openness', 'sector-reach', ['Keterbukaan', 'Openness'], 'ratio'),
  of('level', 'sector-level', ['Tingkat', 'Level'], 'category', { series: false }),
  of('diagnosis', 'sector-level', ['Sebab', 'Diagnosis'], 'category', { series: false }),
  of('top_share', 'sector-level', ['Bagian pemegang terbesar', 'Share of the largest holder'], 'share', {
    path: 'top1',
    step: 'sector-reach',
  }),
  of('internal', 'ei', ['Hubungan di dalam', 'Ties inside'], 'count', { path: 'I', ...reached }),
  of('external', 'ei', ['Hubungan ke luar', 'Ties to other sectors'], 'count', { path: 'E', ...reached }),
  of('ei', 'ei', ['Indeks luar–dalam (E–I)', 'E–I index'], 'score', { path: 'EI', ...reached }),
  of('external_expected', 'ei', ['Hubungan ke luar yang wajar', 'Expected ties to others'], 'score', {
    path: 'E_mean',
    step: 'sector-reach',
    shown: false,
  }),
  of('external_variance', 'ei', ['Ragamnya', 'Their variance'], 'score', {
    path: 'E_var',
    step: 'sector-reach',
    shown: false,
  }),
  of('homophily', 'homophily', ['Homofili (Coleman)', 'Homophily (Coleman)'], 'score', {
    listedIn: 'coleman',
    nullModels: BOTH,
  }),
  of('liaisons', 'bridging', ['Pasangan yang dijembatani', 'Pairs it stands between'], 'count', {
    path: 'liaison',
    ...reached,
  }),
  of('coverage', 'coverage', ['Cakupan data', 'Data coverage'], 'share'),
  of('registered', 'coverage', ['Terdaftar', 'Registered'], 'count'),
  of('verified', 'coverage', ['Terverifikasi 12 bulan', 'Verified within 12 months'], 'count'),
  of('p_reach', 'evidence', ['p jangkauan', 'p of reach'], 'probability', {
    path: 'p_reach_lower',
    ...tests,
  }),
  of('p_min', 'evidence', ['p terkecil', 'Smallest p'], 'probability', {
    ...tests,
    foundAs: 'p_reach_lower',
    shown: false,
  }),
  of('q', 'evidence', ['q jangkauan (BH)', 'q of reach (BH)'], 'probability', {
    ...tests,
    foundAs: 'p_reach_lower',
  }),
  of('evidence', 'evidence', ['Kekuatan bukti', 'Strength of evidence'], 'category', {
    ...tests,
    foundAs: 'p_reach_lower',
    series: false,
  }),
  of('p_external', 'evidence', ['p hubungan ke luar', 'p of ties to others'], 'probability', {
    path: 'EI_p_inward',
    ...tests,
    foundAs: 'p_reach_lower',
  }),
  of('bridging', 'bridging', ['Menjembatani', 'Bridging'], 'flag', {
    step: 'evidence',
    ...tests,
    series: false,
  }),
  of('stability', 'level-stability', ['Ketahanan tingkat', 'Stability of the level'], 'share', {
    step: 'evidence',
    ...tests,
  }),
  of('p_rewired_reach', 'rewiring', ['p jangkauan, mitra tetap', 'p of reach, degrees kept'], 'probability', {
    ...tests,
  }),
  of(
    'p_rewired_external',
    'rewiring',
    ['p ke luar, mitra tetap', 'p of ties out, degrees kept'],
    'probability',
    {
      path: 'p_rewired_ties',
      ...tests,
      foundAs: 'p_rewired_reach',
    },
  ),
  of('rho_within_areas', 'reach-within-strata', ['ρ, wilayah tetap', 'ρ, place held'], 'ratio', {
    path: 'rho_within_strata',
    ...tests,
  }),
  of('p_within_areas', 'reach-within-strata', ['p, wilayah tetap', 'p, place held'], 'probability', {
    path: 'p_within_strata',
    ...tests,
  }),
]
