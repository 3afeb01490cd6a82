/**
 * The metrics as data: what a method card prints. One entry per metric; the kernels are the files of the same folder.
 * Formulas use n actors, m ties, d_i partners of actor i, n_k members, I_k internal and E_k external ties of sector k.
 */
export interface Bilingual {
  id: string
  en: string
}

export const METRIC_IDS = [
  'integration-index',
  'pillar-reach',
  'pillar-evenness',
  'pillar-wholeness',
  'benchmark',
  'jackknife-band',
  'change',
  'sector-level',
  'sector-reach',
  'evidence',
  'level-stability',
  'bridging',
  'mixing',
  'coverage',
  'turnover',
  'density',
  'components',
  'isolates',
  'connectedness',
  'degree',
  'centralization',
  'articulation',
  'resilience',
  'ei',
  'assortativity',
  'modularity',
  'segregation',
  'homophily',
  'betweenness',
  'closeness',
  'harmonic',
  'constraint',
  'effective-size',
  'brokerage',
  'partner-diversity',
  'core-number',
  'clustering',
  'core-periphery',
  'robustness',
] as const
export type MetricId = (typeof METRIC_IDS)[number]

export type Unit = 'points' | 'share' | 'ratio' | 'count' | 'probability' | 'score' | 'category'

export interface MetricEntry {
  id: MetricId
  name: Bilingual
  /** one plain sentence: what it tells */
  meaning: Bilingual
  formula: string
  unit: Unit
  /** whether the figure is exact, or sampled from a fixed seed where enumeration would be too long */
  computation: 'exact' | 'exact-or-sampled'
  treatment: Treatment
  citations: readonly string[]
}

export interface Treatment {
  isolates: Bilingual
  ended: Bilingual
  expired: Bilingual
  unknown: Bilingual
}

const ENDED: Bilingual = {
  id: 'Kerja sama yang sudah berakhir atau dijeda pada tanggal itu tidak dihitung.',
  en: 'Partnerships ended or paused on the date are not counted.',
}
const EXPIRED: Bilingual = {
  id: 'Kerja sama yang lebih dari 12 bulan tidak dikonfirmasi tidak dihitung.',
  en: 'Partnerships not confirmed for more than 12 months are not counted.',
}
const UNKNOWN: Bilingual = {
  id: 'Pelaku yang belum didata berada di luar hitungan dan ditampilkan tersendiri.',
  en: 'Actors nobody has asked yet are left out of the figure and shown beside it.',
}
const ISOLATES_COUNT: Bilingual = {
  id: 'Pelaku yang belum tercatat mitra ikut dihitung sebagai penyebut.',
  en: 'Actors without a recorded partner count in the denominator.',
}
const ISOLATES_NO_PART: Bilingual = {
  id: 'Pelaku yang belum tercatat mitra tidak berpengaruh.',
  en: 'Actors without a recorded partner play no part.',
}
const ISOLATES_ZERO: Bilingual = {
  id: 'Pelaku yang belum tercatat mitra bernilai 0.',
  en: 'An actor without a recorded partner has 0.',
}
const ISOLATES_UNDEFINED: Bilingual = {
  id: 'Untuk pelaku yang belum tercatat mitra nilainya tidak ada, bukan 0.',
  en: 'For an actor without a recorded partner there is no value, which is not 0.',
}

function treat(isolates: Bilingual, rest: Partial<Treatment> = {}): Treatment {
  return { isolates, ended: ENDED, expired: EXPIRED, unknown: UNKNOWN, ...rest }
}

export const CATALOG: Readonly<Record<MetricId, MetricEntry>> = {
  'integration-index': {
    id: 'integration-index',
    name: { id: 'Indeks integrasi ekosistem', en: 'Ecosystem integration index' },
    meaning: {
      id: 'Seberapa jauh pelaku dari semua sektor telah terhubung menjadi satu ekosistem: 0 sektor terpisah sama sekali, 100 semua terhubung dan tetap utuh bila siapa pun berhenti.',
      en: 'How far actors of all sectors have become one ecosystem: 0 sectors wholly apart, 100 all linked and still whole if any one actor leaves.',
    },
    formula: '100 · (J · S · C)^(1/3)',
    unit: 'points',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: [
      'OECD & JRC 2008, Handbook on Constructing Composite Indicators',
      'UNDP 2010, Human Development Report (geometric mean)',
    ],
  },
  'pillar-reach': {
    id: 'pillar-reach',
    name: { id: 'Jangkauan (J)', en: 'Reach (J)' },
    meaning: {
      id: 'Bagian pelaku yang punya sedikitnya satu mitra di sektor lain.',
      en: 'The share of actors with at least one partner in another sector.',
    },
    formula: 'J = #{i : i has a partner in another sector} / n',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['OECD & JRC 2008, Handbook on Constructing Composite Indicators'],
  },
  'pillar-evenness': {
    id: 'pillar-evenness',
    name: { id: 'Pemerataan (S)', en: 'Evenness (S)' },
    meaning: {
      id: 'Rata-rata jangkauan sektor dengan bobot sama, sehingga sektor kecil tidak tertutup oleh sektor besar.',
      en: 'The mean reach of the sectors with equal weights, so that a small sector is not hidden behind a large one.',
    },
    formula: 'S = mean over sectors of (reached_k / n_k); sectors with n_k < 3 are pooled into one group',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['OECD & JRC 2008, Handbook on Constructing Composite Indicators'],
  },
  'pillar-wholeness': {
    id: 'pillar-wholeness',
    name: { id: 'Keutuhan (C)', en: 'Wholeness (C)' },
    meaning: {
      id: 'Bagian pasangan lintas sektor yang tersambung (H), dan yang tetap tersambung bila satu pelaku lain berhenti (T), dirata-ratakan.',
      en: 'The share of cross-sector pairs joined by a path (H), and of those still joined if any one third actor leaves (T), averaged.',
    },
    formula: 'C = (H + T) / 2;  H = Σ_comp (c² − Σ_k c_k²) / (n² − Σ_k n_k²), T the same over blocks',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: [
      'Moody & White 2003, American Sociological Review 68:103',
      'Hopcroft & Tarjan 1973, CACM 16:372',
    ],
  },
  benchmark: {
    id: 'benchmark',
    name: { id: 'Pembanding buta sektor', en: 'Sector-blind benchmark' },
    meaning: {
      id: 'Nilai indeks bila kerja sama yang sama tidak mengenal sektor; indeks di bawahnya berarti kerja sama mengarah ke dalam sektor.',
      en: 'What the index would be if the same partnerships took no notice of sectors; an index below it means that they point inward.',
    },
    formula: 'mean index over all n! / Π n_k! labellings up to 300,000, else over 999 shuffles',
    unit: 'points',
    computation: 'exact-or-sampled',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Krackhardt & Stern 1988, Social Psychology Quarterly 51:123 (label permutation)'],
  },
  'jackknife-band': {
    id: 'jackknife-band',
    name: { id: 'Rentang ketidakpastian', en: 'Uncertainty band' },
    meaning: {
      id: 'Seberapa jauh angka bergantung pada satu pelaku tertentu; rentang ini berhati-hati dan cenderung lebar.',
      en: 'How much the figure hangs on any single actor; the band is cautious and tends to be wide.',
    },
    formula:
      'value ± 1.645 · sqrt((n − 2)/(2n) · Σ (x_(−i) − mean)²); a change leaves the same actor out at both dates',
    unit: 'points',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Snijders & Borgatti 1999, Connections 22(2):161'],
  },
  change: {
    id: 'change',
    name: { id: 'Perubahan indeks', en: 'Change of the index' },
    meaning: {
      id: 'Berapa dari perubahan berasal dari pelaku yang sama, dan berapa dari pelaku yang masuk atau keluar.',
      en: 'How much of a change comes from the same actors, and how much from actors that came in or left.',
    },
    formula: 'total = same cohort + composition; same cohort = Shapley parts of J + S + C over 6 orders',
    unit: 'points',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Shorrocks 2013, Journal of Economic Inequality 11:99'],
  },
  'sector-level': {
    id: 'sector-level',
    name: { id: 'Tingkat keterhubungan sektor', en: 'Level of a sector' },
    meaning: {
      id: 'Apakah sebuah sektor terisolasi, terhubung lemah, terintegrasi, atau menjembatani sektor lain, dan apa sebabnya.',
      en: 'Whether a sector is isolated, weakly linked, integrated or bridging others, and why.',
    },
    formula:
      'isolated ρ < 0.50; weak ρ < 0.80 or a < 0.50 or one bridge (n_k ≥ 3, E_k ≥ 3, one member holds > 50 %); else integrated. Dormant a1/a0 < 0.6; closed a/a1 < 0.6. No level below 60 % coverage',
    unit: 'category',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: [
      'Kossinets 2006, Social Networks 28:247 (coverage)',
      'Gould & Fernandez 1989, Sociological Methodology 19:89 (bridging)',
    ],
  },
  'sector-reach': {
    id: 'sector-reach',
    name: { id: 'Jangkauan sektor', en: 'Reach of a sector' },
    meaning: {
      id: 'Berapa anggota sektor yang punya mitra di sektor lain, dibanding yang wajar bila sektor tidak berperan.',
      en: 'How many members have a partner in another sector, against what would be expected if sectors played no role.',
    },
    formula:
      'ρ = a/a0 = (a1/a0) · (a/a1);  a = reached_k/n_k,  a0 = (1/n) Σ_i [1 − C(n_k−1, d_i)/C(n−1, d_i)]',
    unit: 'ratio',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Krackhardt & Stern 1988, Social Psychology Quarterly 51:123 (label permutation)'],
  },
  evidence: {
    id: 'evidence',
    name: { id: 'Kekuatan bukti', en: 'Strength of evidence' },
    meaning: {
      id: 'Seberapa yakin kita bahwa tingkat suatu sektor bukan kebetulan; bukti tidak mengubah tingkatnya.',
      en: 'How sure we are that the level of a sector is not chance; evidence never changes the level.',
    },
    formula:
      'p = P(reached ≤ observed) under shuffled sectors; strong q ≤ 0.05 (Benjamini–Hochberg), indication p ≤ 0.05; untestable n_k < 3 or P(smallest attainable) > 0.05. Exact up to 20,000 placements, else 9,999 permutations',
    unit: 'probability',
    computation: 'exact-or-sampled',
    treatment: treat(ISOLATES_COUNT),
    citations: [
      'Phipson & Smyth 2010, SAGMB 9:39',
      'Benjamini & Hochberg 1995, JRSS B 57:289',
      'Tarone 1990, Biometrics 46:515',
    ],
  },
  'level-stability': {
    id: 'level-stability',
    name: { id: 'Ketahanan tingkat', en: 'Stability of the level' },
    meaning: {
      id: 'Bagian dari percobaan menghilangkan satu pelaku yang tidak mengubah tingkat sektor.',
      en: 'The share of runs with one actor left out that leave the level of the sector unchanged.',
    },
    formula: '#{i : level without i = level} / n',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Snijders & Borgatti 1999, Connections 22(2):161 (leaving out one actor)'],
  },
  bridging: {
    id: 'bridging',
    name: { id: 'Penjembatan', en: 'Bridging' },
    meaning: {
      id: 'Seberapa sering anggota sektor ini menghubungkan dua pelaku dari dua sektor lain yang belum bermitra langsung.',
      en: 'How often members of the sector stand between two actors of two other sectors who are not partners themselves.',
    },
    formula:
      'L_k = open pairs a–v–b, v in k, a and b in two other sectors; bridging: integrated, L_k ≥ 3, upper-tail q ≤ 0.05 (exact, or 1,999 permutations)',
    unit: 'count',
    computation: 'exact-or-sampled',
    treatment: treat(ISOLATES_NO_PART),
    citations: ['Gould & Fernandez 1989, Sociological Methodology 19:89'],
  },
  mixing: {
    id: 'mixing',
    name: { id: 'Matriks antarsektor', en: 'Mixing matrix' },
    meaning: {
      id: 'Jumlah kerja sama tiap pasang sektor dibanding yang wajar; pasangan tanpa kerja sama tetap ditampilkan.',
      en: 'Partnerships between each two sectors against what would be expected; pairs without any are shown too.',
    },
    formula: 'O_st / E_st,  E_st = 2m · pairs_st / (n(n−1)),  pairs = n_s n_t or n_s(n_s−1)/2',
    unit: 'ratio',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Newman 2003, Physical Review E 67:026126'],
  },
  coverage: {
    id: 'coverage',
    name: { id: 'Cakupan data', en: 'Data coverage' },
    meaning: {
      id: 'Bagian usaha terdaftar yang didata atau diverifikasi dalam 12 bulan terakhir; di bawah 60 % tingkat sektor tidak diumumkan.',
      en: 'The share of registered businesses surveyed or verified within 12 months; below 60 % a sector gets no level.',
    },
    formula: '#{verified in (t − 12 months, t]} / #{registered on t}',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT, {
      unknown: {
        id: 'Pelaku yang belum didata dihitung sebagai terdaftar tetapi belum terverifikasi.',
        en: 'Actors nobody has asked yet count as registered and not as verified.',
      },
    }),
    citations: ['Kossinets 2006, Social Networks 28:247'],
  },
  turnover: {
    id: 'turnover',
    name: { id: 'Kerja sama baru dan putus', en: 'New and ended ties' },
    meaning: {
      id: 'Berapa kerja sama yang muncul dan yang hilang di antara dua tanggal.',
      en: 'How many partnerships appeared and disappeared between two dates.',
    },
    formula: 'new = ties at t1 not at t0; ended = ties at t0 not at t1',
    unit: 'count',
    computation: 'exact',
    treatment: treat(ISOLATES_NO_PART, {
      ended: {
        id: 'Kerja sama yang berakhir dihitung sebagai putus sejak tanggal berakhirnya.',
        en: 'An ended partnership counts as ended from its end date.',
      },
      expired: {
        id: 'Kerja sama kedaluwarsa dihitung sebagai putus 12 bulan sesudah konfirmasi terakhir.',
        en: 'An expired partnership counts as ended 12 months after its last confirmation.',
      },
    }),
    citations: ['Snijders, van de Bunt & Steglich 2010, Social Networks 32:44'],
  },
  density: {
    id: 'density',
    name: { id: 'Kepadatan', en: 'Density' },
    meaning: {
      id: 'Bagian dari semua kerja sama yang mungkin yang benar-benar ada; turun bila pelaku bertambah, jadi bukan sasaran.',
      en: 'The share of all possible partnerships that exist; it falls as actors are added, so it is never a target.',
    },
    formula: '2m / (n(n−1))',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Wasserman & Faust 1994, Social Network Analysis, Cambridge University Press'],
  },
  components: {
    id: 'components',
    name: { id: 'Kelompok terpisah', en: 'Components' },
    meaning: {
      id: 'Berapa kelompok pelaku yang tidak tersambung satu sama lain.',
      en: 'How many groups of actors are not joined to one another.',
    },
    formula: 'number of connected components',
    unit: 'count',
    computation: 'exact',
    treatment: treat({
      id: 'Setiap pelaku yang belum tercatat mitra adalah satu kelompok sendiri.',
      en: 'Each actor without a recorded partner is a group of its own.',
    }),
    citations: ['Harary 1969, Graph Theory, Addison-Wesley'],
  },
  isolates: {
    id: 'isolates',
    name: { id: 'Belum tercatat mitra', en: 'Without a recorded partner' },
    meaning: {
      id: 'Pelaku yang sudah didata tetapi belum punya kerja sama yang dihitung.',
      en: 'Actors that have been asked and have no partnership that counts.',
    },
    formula: '#{i : d_i = 0}',
    unit: 'count',
    computation: 'exact',
    treatment: treat({ id: 'Merekalah yang dihitung.', en: 'They are what is counted.' }),
    citations: ['Harary 1969, Graph Theory, Addison-Wesley'],
  },
  connectedness: {
    id: 'connectedness',
    name: { id: 'Keterhubungan', en: 'Connectedness' },
    meaning: {
      id: 'Bagian pasangan pelaku yang dapat saling mencapai lewat rantai kerja sama.',
      en: 'The share of pairs of actors that can reach each other through partnerships.',
    },
    formula: 'Σ_comp c(c−1) / (n(n−1))',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Krackhardt 1994, in Carley & Prietula, Computational Organization Theory'],
  },
  degree: {
    id: 'degree',
    name: { id: 'Jumlah mitra', en: 'Number of partners' },
    meaning: {
      id: 'Berapa mitra yang dimiliki seorang pelaku, dan bagaimana sebarannya.',
      en: 'How many partners an actor has, and how that is distributed.',
    },
    formula: 'd_i',
    unit: 'count',
    computation: 'exact',
    treatment: treat(ISOLATES_ZERO),
    citations: ['Freeman 1979, Social Networks 1:215'],
  },
  centralization: {
    id: 'centralization',
    name: { id: 'Pemusatan', en: 'Centralization' },
    meaning: {
      id: 'Apakah kerja sama terkumpul pada segelintir pelaku: 0 merata, 1 semuanya lewat satu pelaku.',
      en: 'Whether a few hold all partnerships: 0 all alike, 1 everything through one actor.',
    },
    formula: 'Σ (d_max − d_i) / ((n−1)(n−2))',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Freeman 1979, Social Networks 1:215'],
  },
  articulation: {
    id: 'articulation',
    name: { id: 'Titik dan garis rawan', en: 'Cut points and bridges' },
    meaning: {
      id: 'Pelaku atau kerja sama yang bila berhenti akan memutus pelaku lain satu sama lain, dengan jumlah pasangan yang terputus.',
      en: 'Actors and partnerships whose exit would cut others off from one another, with the pairs each would cut apart.',
    },
    formula: 'pairs lost = ((c−1)² − Σ p²)/2 for a point leaving pieces p;  s(c−s) for a bridge',
    unit: 'count',
    computation: 'exact',
    treatment: treat(ISOLATES_NO_PART),
    citations: ['Hopcroft & Tarjan 1973, CACM 16:372'],
  },
  resilience: {
    id: 'resilience',
    name: { id: 'Ketahanan', en: 'Resilience' },
    meaning: {
      id: 'Bagian pasangan pelaku yang tetap tersambung bila satu pelaku lain berhenti.',
      en: 'The share of pairs of actors still joined if any one third actor leaves.',
    },
    formula: 'Σ_blocks b(b−1) / (n(n−1))',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Moody & White 2003, American Sociological Review 68:103'],
  },
  ei: {
    id: 'ei',
    name: { id: 'Indeks luar–dalam (E–I)', en: 'E–I index' },
    meaning: {
      id: 'Apakah kerja sama lebih banyak ke luar atau ke dalam sektor; nol bukan titik netral, bandingkan dengan nilai wajarnya.',
      en: 'Whether partnerships go outside or stay inside sectors; zero is not neutral, compare with the expected value.',
    },
    formula:
      '(E − I)/(E + I);  expected E = m(1 − Σ n_k(n_k−1)/(n(n−1)));  p = P(E ≤ observed) under shuffled sectors',
    unit: 'score',
    computation: 'exact-or-sampled',
    treatment: treat(ISOLATES_NO_PART),
    citations: [
      'Krackhardt & Stern 1988, Social Psychology Quarterly 51:123',
      'Phipson & Smyth 2010, SAGMB 9:39',
    ],
  },
  assortativity: {
    id: 'assortativity',
    name: { id: 'Asortativitas sektor', en: 'Assortativity by sector' },
    meaning: {
      id: '1 berarti semua kerja sama di dalam sektor, 0 berarti sektor tidak berperan, negatif berarti kerja sama mencari sektor lain.',
      en: '1 means all partnerships stay inside sectors, 0 that sectors play no role, below 0 that they seek other sectors.',
    },
    formula: 'r = (Σ e_kk − Σ a_k²)/(1 − Σ a_k²),  e_kk = I_k/m,  a_k = D_k/2m',
    unit: 'score',
    computation: 'exact',
    treatment: treat(ISOLATES_NO_PART),
    citations: ['Newman 2003, Physical Review E 67:026126'],
  },
  modularity: {
    id: 'modularity',
    name: { id: 'Modularitas sektor', en: 'Modularity of the sectors' },
    meaning: {
      id: 'Seberapa jauh sektor membentuk kelompok kerja sama yang berdiri sendiri.',
      en: 'How far the sectors are groups of partnerships standing on their own.',
    },
    formula: 'Σ_k [I_k/m − (D_k/2m)²]',
    unit: 'score',
    computation: 'exact',
    treatment: treat(ISOLATES_NO_PART),
    citations: ['Newman & Girvan 2004, Physical Review E 69:026113'],
  },
  segregation: {
    id: 'segregation',
    name: { id: 'Segregasi', en: 'Segregation' },
    meaning: {
      id: 'Bagian kerja sama lintas sektor yang wajar ada tetapi tidak ada.',
      en: 'The share of cross-sector partnerships that would be expected and are missing.',
    },
    formula: '(X − E)/X,  X = m(n² − Σ n_k²)/(n(n−1))',
    unit: 'score',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: [
      'Freeman 1978, Sociological Methods & Research 6:411',
      'Bojanowski & Corten 2014, Social Networks 39:14',
    ],
  },
  homophily: {
    id: 'homophily',
    name: { id: 'Homofili sektor', en: 'Homophily of a sector' },
    meaning: {
      id: 'Tarikan ke dalam tiap sektor: 1 hanya di dalam, 0 wajar, −1 hanya keluar.',
      en: 'The inward pull of each sector: 1 only inside, 0 as expected, −1 only outside.',
    },
    formula: 'w = 2I_k, e = D_k(n_k−1)/(n−1):  (w−e)/(D_k−e) if w ≥ e, else (w−e)/e',
    unit: 'score',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Coleman 1958, Human Organization 17:28'],
  },
  betweenness: {
    id: 'betweenness',
    name: { id: 'Keantaraan', en: 'Betweenness' },
    meaning: {
      id: 'Seberapa sering seorang pelaku berada di jalur terpendek antara pelaku lain.',
      en: 'How often an actor lies on the shortest paths between others.',
    },
    formula: 'Σ_{s<t} σ_st(v)/σ_st',
    unit: 'score',
    computation: 'exact',
    treatment: treat(ISOLATES_ZERO),
    citations: ['Freeman 1977, Sociometry 40:35', 'Brandes 2001, Journal of Mathematical Sociology 25:163'],
  },
  closeness: {
    id: 'closeness',
    name: { id: 'Kedekatan', en: 'Closeness' },
    meaning: {
      id: 'Seberapa dekat seorang pelaku dengan yang dapat dicapainya, dikurangi bila yang dicapai sedikit.',
      en: 'How near an actor is to those it can reach, less where it reaches few.',
    },
    formula: '(r/(n−1)) · (r/Σ d),  r actors reached at distances d',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_ZERO),
    citations: ['Wasserman & Faust 1994, Social Network Analysis, Cambridge University Press'],
  },
  harmonic: {
    id: 'harmonic',
    name: { id: 'Kedekatan harmonik', en: 'Harmonic closeness' },
    meaning: {
      id: 'Seberapa cepat kabar sampai kepada seorang pelaku; terdefinisi juga bila jejaring terpecah.',
      en: 'How fast news reaches an actor; defined also where the network is in pieces.',
    },
    formula: 'Σ 1/d',
    unit: 'score',
    computation: 'exact',
    treatment: treat(ISOLATES_ZERO),
    citations: [
      'Marchiori & Latora 2000, Physica A 285:539',
      'Boldi & Vigna 2014, Internet Mathematics 10:222',
    ],
  },
  constraint: {
    id: 'constraint',
    name: { id: 'Kendala', en: 'Constraint' },
    meaning: {
      id: 'Seberapa terikat seorang pelaku pada mitra yang saling bermitra: rendah berarti leluasa menjembatani.',
      en: 'How bound an actor is to partners who are partners of one another: low means room to broker.',
    },
    formula: 'c_i = Σ_j (p_ij + Σ_q p_iq p_qj)²',
    unit: 'score',
    computation: 'exact',
    treatment: treat(ISOLATES_UNDEFINED),
    citations: ['Burt 1992, Structural Holes, Harvard University Press'],
  },
  'effective-size': {
    id: 'effective-size',
    name: { id: 'Ukuran efektif', en: 'Effective size' },
    meaning: {
      id: 'Jumlah mitra yang tidak saling mengulang.',
      en: 'The number of partners who do not duplicate one another.',
    },
    formula: 'd − 2t/d,  t ties among the partners',
    unit: 'score',
    computation: 'exact',
    treatment: treat(ISOLATES_UNDEFINED),
    citations: ['Borgatti 1997, Connections 20:35'],
  },
  brokerage: {
    id: 'brokerage',
    name: { id: 'Peran perantara', en: 'Brokerage roles' },
    meaning: {
      id: 'Berapa pasang mitra yang belum bermitra langsung dihubungkan seorang pelaku, menurut sektor ketiganya.',
      en: 'How many pairs of partners, not partners themselves, an actor stands between, by the sectors of the three.',
    },
    formula: 'open pairs a–v–b: coordinator AAA, itinerant ABA, gatekeeper/representative AAB, liaison ABC',
    unit: 'count',
    computation: 'exact',
    treatment: treat(ISOLATES_ZERO),
    citations: ['Gould & Fernandez 1989, Sociological Methodology 19:89'],
  },
  'partner-diversity': {
    id: 'partner-diversity',
    name: { id: 'Keragaman mitra', en: 'Partner diversity' },
    meaning: {
      id: 'Apakah seorang pelaku bergantung pada satu sektor; baca bersama jumlah mitranya.',
      en: 'Whether an actor relies on one sector; read it with the number of partners.',
    },
    formula: 'Blau 1 − Σ p²;  Shannon −Σ p ln p',
    unit: 'score',
    computation: 'exact',
    treatment: treat(ISOLATES_UNDEFINED),
    citations: [
      'Blau 1977, Inequality and Heterogeneity, Free Press',
      'Shannon 1948, Bell System Technical Journal 27:379',
    ],
  },
  'core-number': {
    id: 'core-number',
    name: { id: 'Inti-k', en: 'Core number' },
    meaning: {
      id: 'Seberapa dalam seorang pelaku berada di kelompok yang saling menopang.',
      en: 'How deep an actor sits in a mutually supporting group.',
    },
    formula: 'largest k with i in a part of the network where all have ≥ k partners',
    unit: 'count',
    computation: 'exact',
    treatment: treat(ISOLATES_ZERO),
    citations: ['Seidman 1983, Social Networks 5:269'],
  },
  clustering: {
    id: 'clustering',
    name: { id: 'Pengelompokan', en: 'Clustering' },
    meaning: {
      id: 'Seberapa sering dua mitra seorang pelaku juga bermitra satu sama lain, rata-rata.',
      en: 'How often two partners of an actor are partners themselves, on average.',
    },
    formula: '(1/n) Σ 2t_i/(d_i(d_i−1)), 0 where d_i < 2',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_ZERO),
    citations: ['Watts & Strogatz 1998, Nature 393:440'],
  },
  'core-periphery': {
    id: 'core-periphery',
    name: { id: 'Inti dan pinggiran', en: 'Core and periphery' },
    meaning: {
      id: 'Apakah ada lingkaran dalam yang saling bermitra dan pinggiran yang hanya bermitra dengannya.',
      en: 'Whether there is an inner circle of partners, and a periphery tied only to it.',
    },
    formula: 'min over k of Z(k) = C(k,2) + m − Σ of the k largest degrees',
    unit: 'count',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: ['Borgatti & Everett 2000, Social Networks 21:375', 'Lip 2011, arXiv:1102.5511'],
  },
  robustness: {
    id: 'robustness',
    name: { id: 'Ketangguhan R', en: 'Robustness R' },
    meaning: {
      id: 'Bagaimana jejaring meluruh bila pelaku dengan mitra terbanyak berhenti satu demi satu.',
      en: 'How the network decays when the actors with most partners leave one after another.',
    },
    formula: '(1/n) Σ_{q=1..n} S(q),  S(q) largest component / n after q exits',
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT),
    citations: [
      'Schneider, Moreira, Andrade, Havlin & Herrmann 2011, PNAS 108:3838',
      'Albert, Jeong & Barabási 2000, Nature 406:378',
    ],
  },
}
