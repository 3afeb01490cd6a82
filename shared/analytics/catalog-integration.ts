import type { MetricEntry } from './catalog.ts'
import { ISOLATES_COUNT, treat } from './catalog-treatment.ts'

/** The index, what it is made of and how sure it is. */
export const INTEGRATION_METRICS = {
  'integration-index': {
    id: 'integration-index',
    name: { id: 'Indeks integrasi ekosistem', en: 'Ecosystem integration index' },
    meaning: {
      id: 'Seberapa jauh pelaku dari semua sektor telah terhubung menjadi satu ekosistem: 0 sektor terpisah sama sekali, 100 semua terhubung dan tetap utuh bila siapa pun berhenti.',
      en: 'How far actors of all sectors have become one ecosystem: 0 sectors wholly apart, 100 all linked and still whole if any one actor leaves.',
    },
    formula: '100 · (J · S · C)^(1/3)',
    scope: ['network'],
    unit: 'points',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: [
      'OECD & JRC 2008, Handbook on Constructing Composite Indicators',
      'UNDP 2010, Human Development Report (geometric mean)',
    ],
    reference: [],
  },
  'pillar-reach': {
    id: 'pillar-reach',
    name: { id: 'Jangkauan (J)', en: 'Reach (J)' },
    meaning: {
      id: 'Bagian pelaku yang punya sedikitnya satu mitra di sektor lain.',
      en: 'The share of actors with at least one partner in another sector.',
    },
    formula: {
      id: 'J = #{i : i punya mitra di sektor lain} / n',
      en: 'J = #{i : i has a partner in another sector} / n',
    },
    scope: ['network'],
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['OECD & JRC 2008, Handbook on Constructing Composite Indicators'],
    reference: [],
  },
  'pillar-evenness': {
    id: 'pillar-evenness',
    name: { id: 'Pemerataan (S)', en: 'Evenness (S)' },
    meaning: {
      id: 'Rata-rata jangkauan sektor dengan bobot sama, sehingga sektor kecil tidak tertutup oleh sektor besar.',
      en: 'The mean reach of the sectors with equal weights, so that a small sector is not hidden behind a large one.',
    },
    formula: {
      id: 'S = rata-rata antarsektor dari (terjangkau_k / n_k); sektor dengan n_k < 3 digabung menjadi satu kelompok',
      en: 'S = mean over sectors of (reached_k / n_k); sectors with n_k < 3 are pooled into one group',
    },
    scope: ['network'],
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['OECD & JRC 2008, Handbook on Constructing Composite Indicators'],
    reference: [],
  },
  'pillar-wholeness': {
    id: 'pillar-wholeness',
    name: { id: 'Keutuhan (C)', en: 'Wholeness (C)' },
    meaning: {
      id: 'Bagian pasangan lintas sektor yang tersambung (H), dan yang tetap tersambung bila satu pelaku lain berhenti (T), dirata-ratakan.',
      en: 'The share of cross-sector pairs joined by a path (H), and of those still joined if any one third actor leaves (T), averaged.',
    },
    formula: {
      id: 'C = (H + T) / 2;  H = Σ_komponen (c² − Σ_k c_k²) / (n² − Σ_k n_k²), T sama, untuk blok',
      en: 'C = (H + T) / 2;  H = Σ_comp (c² − Σ_k c_k²) / (n² − Σ_k n_k²), T the same over blocks',
    },
    scope: ['network'],
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: [
      'Moody & White 2003, American Sociological Review 68:103',
      'Hopcroft & Tarjan 1973, CACM 16:372',
    ],
    reference: ['igraph::biconnected_components'],
  },
  benchmark: {
    id: 'benchmark',
    name: { id: 'Pembanding buta sektor', en: 'Sector-blind benchmark' },
    meaning: {
      id: 'Nilai indeks bila kerja sama yang sama tidak mengenal sektor; indeks di bawahnya berarti kerja sama mengarah ke dalam sektor.',
      en: 'What the index would be if the same partnerships took no notice of sectors; an index below it means that they point inward.',
    },
    formula: {
      id: 'rata-rata indeks dari semua n! / Π n_k! penempatan label bila paling banyak 300.000, selebihnya dari 999 kocokan',
      en: 'mean index over all n! / Π n_k! labellings up to 300,000, else over 999 shuffles',
    },
    scope: ['network'],
    unit: 'points',
    computation: 'exact-or-sampled',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Krackhardt & Stern 1988, Social Psychology Quarterly 51:123 (label permutation)'],
    reference: [],
  },
  'jackknife-band': {
    id: 'jackknife-band',
    name: { id: 'Rentang ketidakpastian', en: 'Uncertainty band' },
    meaning: {
      id: 'Seberapa jauh angka bergantung pada satu pelaku tertentu; rentang ini berhati-hati dan cenderung lebar.',
      en: 'How much the figure hangs on any single actor; the band is cautious and tends to be wide.',
    },
    formula: {
      id: 'nilai ± 1,645 · √((n − 2)/(2n) · Σ (x_(−i) − rata-rata)²), setiap pelaku dikeluarkan sekali secara tepat (pohon blok–titik potong dan pemecahan komponen, tanpa sampel); pada perubahan, pelaku yang sama dikeluarkan di kedua tanggal',
      en: 'value ± 1.645 · sqrt((n − 2)/(2n) · Σ (x_(−i) − mean)²), every actor left out exactly (block–cut tree and split components, no sample); a change leaves the same actor out at both dates',
    },
    scope: ['network'],
    unit: 'points',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: [
      'Snijders & Borgatti 1999, Connections 22(2):161',
      'Hopcroft & Tarjan 1973, SIAM J Computing 2:135 (split components)',
      'Gutwenger & Mutzel 2001, LNCS 1984:77',
    ],
    reference: [],
  },
  change: {
    id: 'change',
    name: { id: 'Perubahan indeks', en: 'Change of the index' },
    meaning: {
      id: 'Berapa dari perubahan berasal dari pelaku yang sama, dan berapa dari pelaku yang masuk atau keluar.',
      en: 'How much of a change comes from the same actors, and how much from actors that came in or left.',
    },
    formula: {
      id: 'perubahan = pelaku yang sama + keluar-masuk; pelaku yang sama = andil Shapley J + S + C dari 6 urutan. Jelas bila |perubahan| > 1,645 · galat baku berpasangan',
      en: 'change = same actors + coming and going; same actors = Shapley parts of J + S + C over 6 orders. Clear where |change| > 1.645 · paired standard error',
    },
    scope: ['period'],
    unit: 'points',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Shorrocks 2013, Journal of Economic Inequality 11:99'],
    reference: [],
  },
  coverage: {
    id: 'coverage',
    name: { id: 'Cakupan data', en: 'Data coverage' },
    meaning: {
      id: 'Bagian usaha terdaftar yang didata atau diverifikasi dalam 12 bulan terakhir; di bawah 60 % tingkat sektor tidak diumumkan.',
      en: 'The share of registered businesses surveyed or verified within 12 months; below 60 % a sector gets no level.',
    },
    formula: {
      id: '#{terverifikasi dalam (t − 12 bulan, t]} / #{terdaftar pada t}; sudah didata = terverifikasi + perlu cek ulang = terdaftar − belum didata',
      en: '#{verified in (t − 12 months, t]} / #{registered on t}; surveyed = verified + to be checked again = registered − not yet asked',
    },
    scope: ['network', 'sector'],
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT, {
      unknown: {
        id: 'Pelaku yang belum didata dihitung sebagai terdaftar tetapi belum terverifikasi.',
        en: 'Actors nobody has asked yet count as registered and not as verified.',
      },
    }),
    citations: ['Kossinets 2006, Social Networks 28:247'],
    reference: [],
  },
} as const satisfies Record<string, MetricEntry>
