import type { MetricId } from '#shared/analytics/catalog.ts'
import type { Measure } from '#shared/contract/research.ts'
import { type MeasureSpec, name } from './measure.ts'

const of = (
  key: string,
  metric: MetricId,
  names: [string, string],
  unit: Measure['unit'],
  more: Partial<MeasureSpec> = {},
): MeasureSpec => ({ key, metric, name: name(...names), unit, tier: 'linear', shown: true, ...more })

const allPairs = { tier: 'all-pairs' } as const
const hidden = { shown: false } as const

/** Figures of every actor in n. */
export const ACTOR_MEASURES: readonly MeasureSpec[] = [
  of('degree', 'degree', ['Mitra', 'Partners'], 'count'),
  of('ei', 'ei', ['Indeks luar–dalam (E–I)', 'E–I index'], 'score'),
  of('betweenness', 'betweenness', ['Keantaraan', 'Betweenness'], 'score', allPairs),
  of('betweenness_norm', 'betweenness', ['Keantaraan ternormalisasi', 'Betweenness, normalised'], 'share', {
    ...allPairs,
    ...hidden,
  }),
  of('closeness', 'closeness', ['Kedekatan', 'Closeness'], 'share', { path: 'closeness_wf', ...allPairs }),
  of('harmonic', 'harmonic', ['Kedekatan harmonik', 'Harmonic closeness'], 'score', {
    ...allPairs,
    step: 'closeness',
  }),
  of('harmonic_norm', 'harmonic', ['Kedekatan harmonik ternormalisasi', 'Harmonic, normalised'], 'share', {
    ...allPairs,
    ...hidden,
    step: 'closeness',
  }),
  of('constraint', 'constraint', ['Kendala', 'Constraint'], 'score'),
  of('effective_size', 'effective-size', ['Ukuran efektif', 'Effective size'], 'score'),
  of('core', 'core-number', ['Inti-k', 'Core number'], 'count'),
  of('in_core', 'core-periphery', ['Di lingkaran inti', 'In the core'], 'flag', hidden),
  of(
    'cut_pairs',
    'articulation',
    ['Pasangan terputus bila berhenti', 'Pairs cut apart by its exit'],
    'count',
  ),
  of('triangles', 'triangles', ['Segitiga', 'Triangles'], 'count', hidden),
  of('clustering', 'clustering', ['Pengelompokan', 'Clustering'], 'share'),
  of('page_rank', 'page-rank', ['PageRank', 'PageRank'], 'share', { path: 'pagerank' }),
  of('community', 'communities', ['Kelompok kerja sama', 'Community'], 'category', hidden),
  of('blau', 'partner-diversity', ['Keragaman mitra (Blau)', 'Partner diversity (Blau)'], 'score'),
  of('iqv', 'partner-diversity', ['Keragaman mitra (IQV)', 'Partner diversity (IQV)'], 'score', hidden),
  of(
    'shannon',
    'partner-diversity',
    ['Keragaman mitra (Shannon)', 'Partner diversity (Shannon)'],
    'score',
    hidden,
  ),
  of(
    'effective_sectors',
    'partner-diversity',
    ['Sektor mitra efektif', 'Effective partner sectors'],
    'score',
    {
      ...hidden,
    },
  ),
  of('coordinator', 'brokerage', ['Perantara: koordinator', 'Broker: coordinator'], 'count', {
    path: 'gf.coordinator',
    ...hidden,
  }),
  of('itinerant', 'brokerage', ['Perantara: pendatang', 'Broker: itinerant'], 'count', {
    path: 'gf.itinerant',
    ...hidden,
  }),
  of(
    'gatekeeper',
    'brokerage',
    ['Perantara: penjaga pintu/wakil', 'Broker: gatekeeper/representative'],
    'count',
    {
      path: 'gf.gate_rep',
      ...hidden,
    },
  ),
  of('liaison', 'brokerage', ['Perantara: penghubung', 'Broker: liaison'], 'count', {
    path: 'gf.liaison',
  }),
]
