import type { MetricId } from '#shared/analytics/catalog.ts'
import type { CostTier, Measure, NullModel } from '#shared/contract/research.ts'
import { type MeasureSpec, name } from './measure.ts'

/** Figures of the network as a whole. What depends on sectors is tested by shuffling them, what depends on ties by swapping them. */

const BOTH: readonly NullModel[] = ['labels', 'rewiring']
const TIES: readonly NullModel[] = ['rewiring']

const of = (
  key: string,
  metric: MetricId,
  names: [string, string],
  unit: Measure['unit'],
  path: string,
  more: Partial<MeasureSpec> = {},
): MeasureSpec => ({
  key,
  metric,
  name: name(...names),
  unit,
  tier: 'linear',
  path,
  shown: true,
  series: true,
  ...more,
})

const tested = (tier: CostTier = 'tests'): Partial<MeasureSpec> => ({ tier })
const single = { series: false } as const

export const NETWORK_MEASURES: readonly MeasureSpec[] = [
  of('index', 'integration-index', ['Indeks integrasi', 'Integration index'], 'points', 'index.INDEX', {
    nullModels: BOTH,
  }),
  of('reach', 'pillar-reach', ['Jangkauan (J)', 'Reach (J)'], 'share', 'index.J', { nullModels: BOTH }),
  of('evenness', 'pillar-evenness', ['Pemerataan (S)', 'Evenness (S)'], 'share', 'index.S', {
    nullModels: BOTH,
  }),
  of('wholeness', 'pillar-wholeness', ['Keutuhan (C)', 'Wholeness (C)'], 'share', 'index.C', {
    nullModels: BOTH,
  }),
  of('joined', 'pillar-wholeness', ['Tersambung (H)', 'Joined (H)'], 'share', 'index.H', {
    nullModels: BOTH,
  }),
  of(
    'joined_without_any',
    'pillar-wholeness',
    ['Tetap tersambung (T)', 'Joined without any one (T)'],
    'share',
    'index.T',
    { nullModels: BOTH },
  ),
  of(
    'benchmark',
    'benchmark',
    ['Pembanding buta sektor', 'Sector-blind benchmark'],
    'points',
    'benchmark.mean',
    tested(),
  ),
  of(
    'benchmark_sd',
    'benchmark',
    ['Simpangan pembanding', 'Deviation of the benchmark'],
    'points',
    'benchmark.deviation',
    tested(),
  ),
  of(
    'benchmark_error',
    'benchmark',
    ['Galat Monte Carlo pembanding', 'Monte-Carlo error of the benchmark'],
    'points',
    'benchmark.error',
    tested(),
  ),
  of('band_low', 'jackknife-band', ['Rentang, bawah', 'Band, low'], 'points', 'band.low', tested()),
  of('band_high', 'jackknife-band', ['Rentang, atas', 'Band, high'], 'points', 'band.high', tested()),
  of(
    'band_se',
    'jackknife-band',
    ['Galat baku indeks', 'Standard error of the index'],
    'points',
    'band.standard_error',
    tested(),
  ),
  of(
    'change',
    'change',
    ['Perubahan dari triwulan lalu', 'Change since last quarter'],
    'points',
    'change.total',
    single,
  ),
  of(
    'change_same_cohort',
    'change',
    ['Perubahan, pelaku yang sama', 'Change, same actors'],
    'points',
    'change.same_cohort',
    single,
  ),
  of(
    'change_composition',
    'change',
    ['Perubahan, keluar-masuk pelaku', 'Change, actors in and out'],
    'points',
    'change.composition',
    single,
  ),
  of('coverage', 'coverage', ['Cakupan data', 'Data coverage'], 'share', 'coverage.share'),
  of(
    'registered',
    'coverage',
    ['Terdaftar dengan sektor', 'Registered with a sector'],
    'count',
    'coverage.registered',
  ),
  of(
    'verified',
    'coverage',
    ['Terverifikasi 12 bulan', 'Verified within 12 months'],
    'count',
    'coverage.verified',
  ),
  of('density', 'density', ['Kepadatan', 'Density'], 'share', 'density'),
  of('components', 'components', ['Kelompok terpisah', 'Components'], 'count', 'components_count', {
    nullModels: TIES,
  }),
  of(
    'largest_component',
    'components',
    ['Kelompok terbesar', 'Largest component'],
    'count',
    'largest_component',
    {
      nullModels: TIES,
    },
  ),
  of(
    'isolates',
    'isolates',
    ['Belum tercatat mitra', 'Without a recorded partner'],
    'count',
    'isolates_count',
  ),
  of('connectedness', 'connectedness', ['Keterhubungan', 'Connectedness'], 'share', 'connectedness', {
    nullModels: TIES,
  }),
  of('mean_degree', 'degree', ['Rata-rata mitra', 'Mean number of partners'], 'count', 'mean_degree'),
  of('max_degree', 'degree', ['Mitra terbanyak', 'Most partners'], 'count', 'max_degree'),
  of('centralization', 'centralization', ['Pemusatan', 'Centralization'], 'share', 'centralization'),
  of('cut_points', 'articulation', ['Titik rawan', 'Cut points'], 'count', 'cut_points_count', {
    nullModels: TIES,
  }),
  of('bridges', 'articulation', ['Garis rawan', 'Bridges'], 'count', 'bridges_count', { nullModels: TIES }),
  of('resilience', 'resilience', ['Ketahanan', 'Resilience'], 'share', 'resilience_all_pairs', {
    nullModels: TIES,
  }),
  of('robustness', 'robustness', ['Ketangguhan R', 'Robustness R'], 'share', 'robustness_R', {
    nullModels: TIES,
  }),
  of(
    'average_clustering',
    'clustering',
    ['Pengelompokan rata-rata', 'Average clustering'],
    'share',
    'avg_clustering',
    { nullModels: TIES },
  ),
  of('transitivity', 'transitivity', ['Pengelompokan menyeluruh', 'Transitivity'], 'share', 'transitivity', {
    nullModels: TIES,
  }),
  of('triangles', 'triangles', ['Segitiga', 'Triangles'], 'count', 'triangles', { nullModels: TIES }),
  of('core_size', 'core-periphery', ['Pelaku inti', 'Actors in the core'], 'count', 'core_size'),
  of('core_misfits', 'core-periphery', ['Ketidakcocokan Z', 'Misfits Z'], 'count', 'core_periphery.Z'),
  of('core_fit', 'core-periphery', ['Kecocokan inti', 'Core fit'], 'score', 'core_periphery.fit', {
    nullModels: TIES,
  }),
  of('omega', 'small-world', ['Dunia kecil (ω)', 'Small world (ω)'], 'score', 'small_world.omega', tested()),
  of(
    'mean_distance',
    'small-world',
    ['Jarak rata-rata, kelompok terbesar', 'Mean distance, largest component'],
    'score',
    'small_world.L',
    tested(),
  ),
  of(
    'random_distance',
    'small-world',
    ['Jarak rata-rata bila acak', 'Mean distance at random'],
    'score',
    'small_world.L_random',
    tested(),
  ),
  of(
    'lattice_clustering',
    'small-world',
    ['Pengelompokan bila kisi', 'Clustering of a lattice'],
    'share',
    'small_world.C_lattice',
    tested(),
  ),
  of('communities', 'communities', ['Kelompok kerja sama', 'Communities'], 'count', 'communities.count'),
  of(
    'community_modularity',
    'communities',
    ['Modularitas kelompok', 'Modularity of the communities'],
    'score',
    'communities.modularity',
    { nullModels: TIES },
  ),
  of(
    'adjusted_rand',
    'partition-agreement',
    ['Kesesuaian dengan sektor (ARI)', 'Agreement with sectors (ARI)'],
    'score',
    'communities.adjusted_rand',
  ),
  of(
    'mutual_information',
    'partition-agreement',
    ['Kesesuaian dengan sektor (NMI)', 'Agreement with sectors (NMI)'],
    'share',
    'communities.mutual_information',
  ),
  of('internal', 'ei', ['Hubungan dalam sektor', 'Ties inside sectors'], 'count', 'internal', {
    nullModels: BOTH,
  }),
  of('external', 'ei', ['Hubungan lintas sektor', 'Ties between sectors'], 'count', 'external', {
    nullModels: BOTH,
  }),
  of('ei', 'ei', ['Indeks luar–dalam (E–I)', 'E–I index'], 'score', 'EI', { nullModels: BOTH }),
  of('ei_expected', 'ei', ['E–I yang wajar', 'Expected E–I'], 'score', 'EI_test.EI_expected', tested()),
  of('ei_p', 'ei', ['p E–I ke dalam', 'p of E–I inward'], 'probability', 'EI_test.p_inward', tested()),
  of(
    'assortativity',
    'assortativity',
    ['Asortativitas sektor', 'Assortativity by sector'],
    'score',
    'assortativity',
    { nullModels: BOTH },
  ),
  of(
    'modularity',
    'modularity',
    ['Modularitas sektor', 'Modularity of the sectors'],
    'score',
    'modularity_sector',
    { nullModels: BOTH },
  ),
  of('segregation', 'segregation', ['Segregasi', 'Segregation'], 'score', 'freeman', { nullModels: BOTH }),
  of('roles_present', 'helix-coverage', ['Peran yang hadir', 'Roles present'], 'count', 'helix.present'),
  of(
    'role_pairs_met',
    'helix-coverage',
    ['Pasangan peran yang berhubungan', 'Role pairs that work together'],
    'count',
    'helix.pairs_met',
  ),
  of(
    'survival_median',
    'survival',
    ['Median umur hubungan', 'Median survival of ties'],
    'days',
    'survival.median_days',
    { ...tested('time'), ...single },
  ),
  of('ties_observed', 'survival', ['Hubungan yang diamati', 'Ties observed'], 'count', 'survival.observed', {
    ...tested('time'),
    ...single,
  }),
  of('ties_ended', 'survival', ['Hubungan yang berakhir', 'Ties ended'], 'count', 'survival.ended', {
    ...tested('time'),
    ...single,
  }),
  ...(
    [
      ['invited', ['Pasangan diundang', 'Pairs invited'], 'count', 'invited'],
      ['met', ['Pasangan bertemu', 'Pairs that met'], 'count', 'attended'],
      ['introduced', ['Pasangan diperkenalkan', 'Pairs introduced'], 'count', 'introduced'],
      ['converted', ['Pasangan yang menjadi hubungan', 'Pairs tied within 180 days'], 'count', 'tied'],
      ['conversion', ['Konversi', 'Conversion'], 'share', 'rate'],
      [
        'matched_conversion',
        ['Konversi pasangan terbanding', 'Conversion, matched pairs'],
        'share',
        'matched_rate',
      ],
      ['comparison', ['Konversi pembanding', 'Conversion of the comparison'], 'share', 'comparison_rate'],
      ['comparison_pairs', ['Pasangan pembanding', 'Comparison pairs'], 'count', 'comparison_pairs'],
      ['conversion_difference', ['Selisih konversi', 'Difference of conversion'], 'share', 'difference'],
      ['meeting_pending', ['Bertemu, belum genap 180 hari', 'Met, not yet 180 days ago'], 'count', 'pending'],
    ] as const
  ).map(([key, names, unit, path]) =>
    of(key, 'attendance-conversion', [...names], unit, `attendance_conversion.${path}`, {
      ...tested('events'),
      ...single,
    }),
  ),
]
