import type { ActorRecord } from '#shared/contract/actors.ts'
import type { Partition } from '#shared/contract/reference.ts'

/**
 * KBLI 2020 codes whose title names a creative subsector, with the title (BPS regulation 2/2020). A draft of our own, no official
 * table: it proposes, a person decides. Codes that it does not name propose nothing.
 */
const SUBSECTOR_OF_KBLI_2020: Readonly<Record<string, readonly [subsector: string, title: string]>> = {
  '58200': ['aplikasi', 'Penerbitan piranti lunak (Software)'],
  '62012': ['aplikasi', 'Aktivitas Pengembangan Aplikasi Perdagangan Melalui Internet (E-Commerce)'],
  '62019': ['aplikasi', 'Aktivitas Pemrograman Komputer Lainnya'],
  '62011': ['pengembangan-permainan', 'Aktivitas Pengembangan Video game'],
  '74142': ['pengembangan-permainan', 'Aktivitas Desain Konten Game'],
  '71101': ['arsitektur', 'Aktivitas Arsitektur'],
  '43304': ['desain-interior', 'Dekorasi Interior'],
  '74120': ['desain-interior', 'Aktivitas Desain Interior'],
  '74130': ['desain-komunikasi-visual', 'Aktivitas Desain Komunikasi Visual/ Desain Grafis'],
  '74112': ['desain-produk', 'Aktivitas Desain Peralatan Rumah Tangga dan Furnitur'],
  '74118': ['desain-produk', 'Aktivitas Desain Pengemasan'],
  '74119': ['desain-produk', 'Aktivitas Desain Industri Lainnya'],
  '14111': ['fesyen', 'Industri Pakaian Jadi (Konveksi) Dari Tekstil'],
  '14112': ['fesyen', 'Industri Pakaian Jadi (Konveksi) Dari Kulit'],
  '14120': ['fesyen', 'Penjahitan Dan Pembuatan Pakaian Sesuai Pesanan'],
  '14131': ['fesyen', 'Industri Perlengkapan Pakaian Dari Tekstil'],
  '14302': ['fesyen', 'Industri Pakaian Jadi Sulaman/Bordir'],
  '15201': ['fesyen', 'Industri Alas Kaki Untuk Keperluan Sehari-hari'],
  '74113': ['fesyen', 'Aktivitas Desain Tekstil, Fashion dan Apparel'],
  '59112': ['film-animasi-video', 'Aktivitas Produksi Film, Video dan Program Televisi Oleh Swasta'],
  '59122': ['film-animasi-video', 'Aktivitas Pascaproduksi Film, Video dan Program Televisi Oleh Swasta'],
  '59132': ['film-animasi-video', 'Aktivitas Distribusi Film, Video dan Program Televisi Oleh Swasta'],
  '59140': ['film-animasi-video', 'Aktivitas Pemutaran Film'],
  '74141': ['film-animasi-video', 'Aktivitas Desain Khusus Film, Video, Program TV, Animasi dan Komik'],
  '74201': ['fotografi', 'Aktivitas Fotografi'],
  '13122': ['kriya', 'Industri Kain Tenun Ikat'],
  '13134': ['kriya', 'Industri Batik'],
  '16291': ['kriya', 'Industri Barang Anyaman Dari Rotan Dan Bambu'],
  '16292': ['kriya', 'Industri barang Anyaman Dari Tanaman Bukan Rotan Dan Bambu'],
  '16293': ['kriya', 'Industri Kerajinan Ukiran Dari Kayu Bukan Mebeller'],
  '23932': ['kriya', 'Industri Perlengkapan Rumah Tangga Dari Tanah Liat/Keramik'],
  '32120': ['kriya', 'Industri Perhiasan Imitasi dan Barang Sejenis'],
  '32903': ['kriya', 'Industri Kerajinan YTDL'],
  '10710': ['kuliner', 'Industri Produk Roti Dan Kue'],
  '10792': ['kuliner', 'Industri Kue Basah'],
  '10794': ['kuliner', 'Industri Kerupuk, Keripik, Peyek Dan Sejenisnya'],
  '56101': ['kuliner', 'Restoran'],
  '56103': ['kuliner', 'Kedai Makanan'],
  '56210': ['kuliner', 'Jasa Boga Untuk Suatu Event Tertentu (Event Catering)'],
  '56304': ['kuliner', 'Kedai Minuman'],
  '32201': ['musik', 'Industri Alat Musik Tradisional'],
  '59201': ['musik', 'Aktivitas Perekaman Suara'],
  '59202': ['musik', 'Aktivitas Penerbitan Musik Dan Buku Musik'],
  '90022': ['musik', 'Pelaku Kreatif Seni Musik'],
  '58110': ['penerbitan', 'Penerbitan Buku'],
  '58130': ['penerbitan', 'Penerbitan Surat Kabar, Jurnal Dan Buletin Atau Majalah'],
  '58190': ['penerbitan', 'Aktivitas Penerbitan lainnya'],
  '73100': ['periklanan', 'Periklanan'],
  '90011': ['seni-pertunjukan', 'Aktivitas Seni Pertunjukan'],
  '90012': ['seni-pertunjukan', 'Aktivitas Penunjang Seni Pertunjukan'],
  '90021': ['seni-pertunjukan', 'Pelaku Kreatif Seni Pertunjukan'],
  '90023': ['seni-rupa', 'Aktivitas Pelaku Kreatif Seni Rupa'],
  '60101': ['televisi-radio', 'Penyiaran Radio Oleh Pemerintah'],
  '60102': ['televisi-radio', 'Penyiaran Radio Oleh Swasta'],
  '60201': ['televisi-radio', 'Aktivitas Penyiaran dan Pemrograman Televisi Oleh Pemerintah'],
  '60202': ['televisi-radio', 'Aktivitas Penyiaran dan Pemrograman Televisi Oleh Swasta'],
}

/** Codes that mean the same in KBLI 2025 (Permenekraf 7/2025 names them); others may have been split or merged. */
const SAME_IN_2025: ReadonlySet<string> = new Set(['74130', '74201'])

/** Sectors of a city's own partition that are finer than the national subsector of a code. */
const FINER: Readonly<Record<string, string>> = { '13134': 'batik' }

export interface SectorSuggestion {
  sectorId: string
  kbli: NonNullable<ActorRecord['kbli']>
  /** Of the code, in the words of KBLI. */
  title: string
}

/** The sector of a partition that a KBLI code proposes; null where it proposes none, or one that is not there or retired. */
export function suggestSector(
  { sectors }: Pick<Partition, 'sectors'>,
  kbli: ActorRecord['kbli'],
): SectorSuggestion | null {
  if (kbli === null || (kbli.version !== '2020' && !SAME_IN_2025.has(kbli.code))) return null
  const found = SUBSECTOR_OF_KBLI_2020[kbli.code]
  if (!found) return null
  const offered = (id: string | undefined) => sectors.find((sector) => sector.id === id && !sector.retired)
  const sector = offered(FINER[kbli.code]) ?? offered(found[0])
  return sector ? { sectorId: sector.id, kbli, title: found[1] } : null
}
