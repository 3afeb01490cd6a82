import type { MetricEntry } from './catalog.ts'
import { ISOLATES_COUNT, ISOLATES_NO_PART, treat } from './catalog-treatment.ts'

/** Ties and events through time. */
export const TIME_METRICS = {
  turnover: {
    id: 'turnover',
    name: { id: 'Kerja sama baru dan putus', en: 'New and ended ties' },
    meaning: {
      id: 'Berapa kerja sama yang muncul dan yang hilang di antara dua tanggal.',
      en: 'How many partnerships appeared and disappeared between two dates.',
    },
    formula: {
      id: 'baru = ada pada t1, tidak pada t0; putus = ada pada t0, tidak pada t1; bersih = baru − putus; laju putus = putus/kerja sama(t0); Jaccard = tetap/(tetap + baru + putus)',
      en: 'new = ties at t1 not at t0; ended = ties at t0 not at t1; net = new − ended; dissolution = ended/ties(t0); Jaccard = kept/(kept + new + ended)',
    },
    scope: ['period'],
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
    reference: [],
  },
  survival: {
    id: 'survival',
    name: { id: 'Umur kerja sama', en: 'Survival of ties' },
    meaning: {
      id: 'Berapa bagian kerja sama yang bertahan lebih lama dari suatu waktu; yang masih berjalan ikut dihitung selama telah berjalan.',
      en: 'What share of partnerships lasts longer than a time; those still running count for as long as they have run.',
    },
    formula: {
      id: 'S(t) = Π_{u ≤ t} (1 − berakhir_u / berisiko_u)',
      en: 'S(t) = Π_{u ≤ t} (1 − ended_u / at risk_u)',
    },
    scope: ['period'],
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_NO_PART, {
      ended: {
        id: 'Kerja sama yang berakhir dihitung selesai pada tanggal berakhirnya; yang masih berjalan disensor pada tanggal data.',
        en: 'An ended partnership is over on its end date; one still running is censored at the date of the data.',
      },
      expired: {
        id: 'Kerja sama kedaluwarsa dihitung selesai pada konfirmasi terakhirnya, bukan 12 bulan sesudahnya.',
        en: 'An expired partnership is over at its last confirmation, not 12 months after it.',
      },
      multiTies: {
        id: 'Pasangan pelaku yang sama dihitung sekali selama sedikitnya satu kerja samanya berjalan.',
        en: 'A pair of actors counts once for as long as at least one of its partnerships runs.',
      },
    }),
    citations: [
      'Kaplan & Meier 1958, JASA 53:457',
      'Burt 2000, Social Networks 22:1; 2002, Social Networks 24:333',
    ],
    reference: ['survival::survfit'],
  },
  'first-partner': {
    id: 'first-partner',
    name: { id: 'Waktu sampai mitra pertama', en: 'Time to the first partner' },
    meaning: {
      id: 'Berapa lama sejak pelaku terdaftar sampai punya mitra pertama, dan mitra pertama di sektor lain, menurut angkatan pendaftaran.',
      en: 'How long from registration to the first partner, and to the first in another sector, by cohort of registration.',
    },
    formula: {
      id: '1 − S(t) dari hari sejak masuk sampai kerja sama pertama, per angkatan; tanpa mitra: disensor saat keluar atau pada tanggal data',
      en: '1 − S(t) of the days from entry to first tie, by cohort; without a partner: censored at leaving or at the date of the data',
    },
    scope: ['cohort'],
    unit: 'share',
    computation: 'exact',
    treatment: treat(
      {
        id: 'Pelaku yang belum tercatat mitra ikut dihitung selama ia diamati.',
        en: 'An actor without a recorded partner counts for as long as it has been observed.',
      },
      {
        ended: {
          id: 'Mitra pertama tetap dihitung walau kerja samanya sudah berakhir.',
          en: 'A first partner counts also where that partnership has ended since.',
        },
        expired: {
          id: 'Mitra pertama tetap dihitung walau kerja samanya sudah kedaluwarsa.',
          en: 'A first partner counts also where that partnership has expired since.',
        },
      },
    ),
    citations: ['Kaplan & Meier 1958, JASA 53:457'],
    reference: ['survival::survfit'],
  },
  'two-mode-projection': {
    id: 'two-mode-projection',
    name: { id: 'Bersama dalam kegiatan', en: 'Together at events' },
    meaning: {
      id: 'Pasangan pelaku yang hadir di kegiatan yang sama; kegiatan besar berbobot kecil. Ini peluang, bukan kerja sama.',
      en: 'Pairs of actors present at the same events; a large event weighs little. A chance to meet, not a partnership.',
    },
    formula: {
      id: 'w_ab = Σ 1/(besar − 1) untuk kegiatan yang dihadiri keduanya',
      en: 'w_ab = Σ_events with both 1/(size − 1)',
    },
    scope: ['actor-pair'],
    unit: 'score',
    computation: 'exact',
    treatment: treat(
      {
        id: 'Kegiatan yang dihadiri satu pelaku saja bernilai 0.',
        en: 'An event with one actor counts nothing.',
      },
      {
        multiTies: {
          id: 'Bobot dari beberapa kegiatan dijumlahkan; kehadiran ganda pada satu kegiatan dihitung satu.',
          en: 'The weights of several events add up; an actor listed twice for one event counts once.',
        },
      },
    ),
    citations: [
      'Newman 2001, Physical Review E 64:016132',
      'Borgatti & Everett 1997, Social Networks 19:243',
    ],
    reference: ['networkx.bipartite.collaboration_weighted_projected_graph'],
  },
  'attendance-conversion': {
    id: 'attendance-conversion',
    name: { id: 'Konversi kehadiran', en: 'Attendance conversion' },
    meaning: {
      id: 'Dari pasangan lintas sektor yang bertemu di kegiatan, berapa yang bekerja sama dalam 180 hari, dibanding pasangan serupa yang tidak bertemu; berkaitan, bukan menyebabkan.',
      en: 'Of the pairs from two sectors that met at an event, how many are partners within 180 days, against pairs alike that did not meet; it goes together with, it does not prove cause.',
    },
    formula: {
      id: 'bermitra dalam 180 hari / bertemu; pembanding: laju pasangan serupa (sektor, strata, 0 / 1–2 / 3+ kerja sama) hari itu, ditimbang menurut pasangan yang bertemu',
      en: 'tied within 180 days / met; comparison: rate of pairs alike (sectors, strata, 0 / 1–2 / 3+ ties) there that day, weighted by the pairs that met',
    },
    scope: ['network'],
    unit: 'share',
    computation: 'exact',
    treatment: treat(ISOLATES_COUNT, {
      ended: {
        id: 'Pasangan yang sedang bekerja sama pada hari itu tidak dihitung; yang sudah berakhir dapat dihitung lagi.',
        en: 'A pair with a partnership running on the day is left out; one whose partnership has ended may count again.',
      },
      multiTies: {
        id: 'Satu pasangan dihitung sekali, pada kegiatan pertama yang memenuhi syarat.',
        en: 'A pair counts once, at the first event that qualifies.',
      },
    }),
    citations: [
      'Feld 1981, American Journal of Sociology 86:1015',
      'Miettinen 1972, American Journal of Epidemiology 96:383 (standardised rate)',
    ],
    reference: [],
  },
} as const satisfies Record<string, MetricEntry>
