import type { ActorRecord } from '#shared/contract/actors.ts'
import type { RoleId } from '#shared/contract/vocabulary.ts'

interface OrganisationPlan {
  id: string
  name: string
  role: RoleId
  parentId?: string
  regionCode?: string
  since?: string
  inCity?: boolean
  offers?: string[]
}

/** The other five roles; every name says that it is made up. */
const ORGANISATIONS: readonly OrganisationPlan[] = [
  {
    id: 'dinas-industri',
    name: 'Dinas Contoh Perindustrian',
    role: 'government',
    offers: ['pelatihan', 'ruang pamer'],
  },
  { id: 'dinas-pariwisata', name: 'Dinas Contoh Pariwisata', role: 'government', offers: ['rute wisata'] },
  { id: 'balai-latihan', name: 'Balai Latihan Contoh', role: 'government', parentId: 'dinas-industri' },
  { id: 'universitas', name: 'Universitas Contoh', role: 'academia', offers: ['pendampingan', 'penelitian'] },
  { id: 'fakultas', name: 'Fakultas Hukum Universitas Contoh', role: 'academia', parentId: 'universitas' },
  {
    id: 'politeknik',
    name: 'Politeknik Contoh Bayuangga',
    role: 'academia',
    offers: ['magang', 'laboratorium desain'],
  },
  { id: 'forum-ekraf', name: 'Forum Ekonomi Kreatif Contoh', role: 'community' },
  { id: 'komunitas-batik', name: 'Komunitas Batik Contoh', role: 'community' },
  { id: 'komunitas-kuliner', name: 'Paguyuban Kuliner Contoh', role: 'community' },
  { id: 'sadar-wisata', name: 'Kelompok Sadar Wisata Contoh', role: 'community', since: '2025-02-10' },
  { id: 'radio', name: 'Radio Contoh FM', role: 'media' },
  { id: 'portal', name: 'Warta Contoh Daring', role: 'media', since: '2025-01-14' },
  {
    id: 'agregator',
    name: 'Agregator Oleh-Oleh Contoh',
    role: 'aggregator',
    offers: ['titik penjualan', 'pengiriman'],
  },
  { id: 'koperasi', name: 'Koperasi Pemasaran Contoh', role: 'aggregator', offers: ['pembiayaan kecil'] },
  { id: 'lokapasar', name: 'Lokapasar Contoh', role: 'aggregator', since: '2025-07-01' },
]

/** A business outside the city and one that nobody has given a sector: both are listed, neither is in n. */
export const OUT_OF_TOWN = 'usaha-luar-kota'
export const UNCLASSIFIED = 'usaha-belum-dipilah'

const empty = {
  aliases: [],
  parentId: null,
  website: null,
  yearStarted: null,
  sizeClass: null,
  sizeBasis: null,
  kbli: null,
  products: [],
  needs: [],
  offers: [],
  attributes: {},
  census: [],
  sectors: {},
} satisfies Partial<ActorRecord>

export function planOrganisations(): ActorRecord[] {
  return [
    ...ORGANISATIONS.map(
      (plan): ActorRecord => ({
        ...empty,
        id: plan.id,
        name: plan.name,
        inCity: true,
        parentId: plan.parentId ?? null,
        offers: plan.offers ?? [],
        presence: [{ from: plan.since ?? '2024-08-05', value: 'present' }],
        roles: [{ from: null, value: plan.role }],
        regions: [{ from: null, value: plan.regionCode ?? '35.74.04.1003' }],
      }),
    ),
    {
      ...empty,
      id: OUT_OF_TOWN,
      name: 'Galeri Contoh Luar Kota',
      inCity: false,
      presence: [{ from: '2025-03-03', value: 'present' }],
      roles: [{ from: null, value: 'business' }],
      regions: [],
      census: [{ from: '2026-03-03', value: 'complete' }],
    },
    {
      ...empty,
      id: UNCLASSIFIED,
      name: 'Usaha Contoh Serbaneka',
      inCity: true,
      presence: [{ from: '2025-06-02', value: 'present' }],
      roles: [{ from: null, value: 'business' }],
      regions: [{ from: null, value: '35.74.03.1001' }],
      census: [{ from: '2026-06-15', value: 'partial' }],
    },
  ]
}
